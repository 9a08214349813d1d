package casewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Uploads over the limit of a file and over the limit of one request, through the real server: page and API name the limit and keep nothing.
@ServiceTest
@TestPropertySource(properties = {"casewright.intake.largest-file-bytes=200000", "spring.servlet.multipart.max-request-size=2MB"})
class UploadLimitsTest {

    private static final String FILE_LIMIT = "the limit is 0.2 MB (setting casewright.intake.largest-file-bytes)";
    private static final String REQUEST_LIMIT = "2 MB at once (setting spring.servlet.multipart.max-request-size)";

    @LocalServerPort
    private int port;
    @Autowired
    private TestPeople people;
    @Autowired
    private JdbcClient sql;

    private Visitor officer() {
        return new Visitor(port, people.officer().signIn(), people.password(people.officer()));
    }

    private long kept() {
        return sql.sql("select (select count(*) from document) + (select count(*) from report_case)").query(Long.class).single();
    }

    private static byte[] letter(int lengthBytes) {
        byte[] letter = new byte[lengthBytes];
        Arrays.fill(letter, (byte) 'a');
        byte[] unique = ("A letter " + Math.random()).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(unique, 0, letter, 0, unique.length);
        return letter;
    }

    @Test
    void aFileOverTheLimitIsRefusedByPageAndApi() {
        long before = kept();
        Visitor officer = officer();
        officer.signIn();

        Visitor.Answer page = officer.upload("/upload", letter(200_001));
        Visitor.Answer api = officer.uploadByApi(letter(200_001));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("The file has 0.3 MB").contains(FILE_LIMIT);
        assertThat(api.status()).isEqualTo(413);
        assertThat(api.type()).startsWith("application/problem+json");
        assertThat(api.body()).contains(FILE_LIMIT);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void aFileOverTheLimitHarmsNoOtherOfTheSameUpload() {
        long before = kept();
        Visitor officer = officer();
        officer.signIn();

        Visitor.Answer page = officer.upload("/upload", letter(300_000), letter(20_000));
        Visitor.Answer api = officer.uploadByApi(letter(300_000), letter(20_000));

        assertThat(page.body()).contains(FILE_LIMIT).contains("Kept.");
        assertThat(api.status()).isEqualTo(200);
        assertThat(api.body()).contains(FILE_LIMIT).contains("\"outcome\":\"new\"");
        assertThat(kept()).isEqualTo(before + 4);
    }

    @Test
    void aRequestOverTheLimitIsRefusedByPageAndApi() {
        long before = kept();
        Visitor officer = officer();
        officer.signIn();

        Visitor.Answer page = officer.upload("/upload", letter(2_500_000));
        Visitor.Answer api = officer.uploadByApi(letter(2_500_000));

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("0.2 MB a file").contains(REQUEST_LIMIT).contains("Nothing was kept").contains("class=\"message");
        assertThat(api.status()).isEqualTo(413);
        assertThat(api.type()).startsWith("application/problem+json");
        assertThat(api.body()).contains(REQUEST_LIMIT);
        assertThat(kept()).isEqualTo(before);
    }
}
