package casewright;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.access.Role;
import casewright.audit.AuditTrail;
import casewright.llm.ModelOverHttp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The real program with its data on a small file system that is filled to the last byte and then freed again.
class FullDiskTest {

    private static final int LETTER_BYTES = 3_000_000;

    @TempDir
    Path folder;
    private Path small;
    private final ModelOverHttp model = ModelOverHttp.start();

    @BeforeEach
    void mount() throws Exception {
        small = Files.createDirectory(folder.resolve("small"));
        int code = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=400m", "casewright-test", small.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        Assumptions.assumeTrue(code == 0, "A small file system to fill cannot be mounted here: that takes root and the right to mount");
    }

    @AfterEach
    void unmount() throws Exception {
        model.close();
        // lazily: a process that is just ending may still have a file open
        new ProcessBuilder("umount", "--lazy", small.toString()).start().waitFor(30, TimeUnit.SECONDS);
    }

    private void fill() throws IOException {
        byte[] block = new byte[1 << 16];
        int size = block.length;
        try (OutputStream out = Files.newOutputStream(small.resolve("filler"))) {
            while (true) {
                try {
                    out.write(block, 0, size);
                } catch (IOException full) {
                    if (size == 1) return;
                    size = 1;
                }
            }
        }
    }

    private void fill(int leavingBytes) throws IOException {
        fill();
        try (FileChannel filler = FileChannel.open(small.resolve("filler"), StandardOpenOption.WRITE)) {
            filler.truncate(filler.size() - leavingBytes);
        }
    }

    private void free() throws IOException {
        Files.delete(small.resolve("filler"));
    }

    /// A letter that no database can make smaller.
    private static byte[] letter() {
        byte[] noise = new byte[LETTER_BYTES * 3 / 4];
        new Random().nextBytes(noise);
        return ("A letter.\n" + Base64.getMimeEncoder().encodeToString(noise)).getBytes(StandardCharsets.US_ASCII);
    }

    private static long kept(DataSource database) {
        return JdbcClient.create(database).sql("select (select count(*) from document) + (select count(*) from report_case)").query(Long.class).single();
    }

    private static void isRefused(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).containsPattern("The disk of the (database|service) is full").contains("tell your administrator").contains("when there is space").doesNotContain("Exception");
    }

    private void refusesAndWorksAgain(ServiceProcess service, DataSource database) throws IOException {
        Visitor officer = service.visitor(database, Role.OFFICER);
        officer.signIn();
        assertThat(officer.upload("/upload", letter()).body()).contains("Kept");
        long before = kept(database);
        byte[] letter = letter();
        fill();

        for (int i = 0; i < 3; i++) {
            isRefused(officer.upload("/upload", letter));
            isRefused(officer.uploadByApi(letter));
        }
        assertThat(kept(database)).isEqualTo(before);

        free();

        assertThat(officer.upload("/upload", letter).body()).contains("Kept.");
        assertThat(officer.uploadByApi(letter).body()).contains("\"outcome\":\"known\"");
        assertThat(kept(database)).isEqualTo(before + 2);
        assertThat(new AuditTrail(JdbcClient.create(database), Clock.systemUTC()).verify().firstFault()).isEmpty();
    }

    @Test
    void aFullDiskUnderTheDatabaseRefusesUploadsUntilThereIsSpace() throws IOException {
        try (ServiceProcess service = ServiceProcess.started(small.resolve("data"), "casewright.model.base-url=" + model.baseUrl())) {
            refusesAndWorksAgain(service, service.embeddedDatabase());

            service.stop();
        }
    }

    /// The files of the import can still be kept, the index of their texts cannot.
    @Test
    void aDiskThatFillsDuringAnImportFailsItAloneAndTheSameImportWorksWhenThereIsSpace() throws IOException {
        byte[] text = ("Title: Hiccups\n\nzyrvelin " + new String(letter(), StandardCharsets.US_ASCII).replaceAll("[^A-Za-z]+", " ")).getBytes(StandardCharsets.US_ASCII);
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("elsewhere")).start();
                ServiceProcess service = ServiceProcess.started(small.resolve("data"), "casewright.model.base-url=" + model.baseUrl(),
                        "spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"), "spring.datasource.username=postgres")) {
            JdbcClient sql = JdbcClient.create(database.getPostgresDatabase());
            Visitor administrator = service.visitor(database.getPostgresDatabase(), Role.ADMINISTRATOR);
            administrator.signIn();
            Visitor officer = service.visitor(database.getPostgresDatabase(), Role.OFFICER);
            officer.signIn();
            administrator.upload("/admin/corpora?corpus=before&kind=PUBLIC", "Title: B\n\nA zyrvelin cough.".getBytes(StandardCharsets.US_ASCII));
            Await.until("the first import is done", Duration.ofSeconds(60), () -> states(sql).equals(List.of("DONE")));
            fill(text.length + 1_000_000);

            assertThat(administrator.upload("/admin/corpora?corpus=filling&kind=PUBLIC", text).body()).contains("The import has begun");
            Await.until("the import has failed", Duration.ofSeconds(60), () -> states(sql).equals(List.of("DONE", "FAILED")));

            assertThat(administrator.get("/admin/corpora/runs").body()).contains("Is the disk full?");
            assertThat(officer.get("/search?q=zyrvelin").body()).contains("data-corpus=\"before\"").contains("<mark>zyrvelin</mark> cough").doesNotContain("data-corpus=\"filling\"");
            free();
            administrator.upload("/admin/corpora?corpus=filling&kind=PUBLIC", text);
            Await.until("the import is done", Duration.ofSeconds(60), () -> states(sql).equals(List.of("DONE", "FAILED", "DONE")));
            assertThat(officer.get("/search?q=zyrvelin").body()).contains("data-corpus=\"filling\"");
            assertThat(sql.sql("select count(*) from corpus_version where state = 'READY'").query(Integer.class).single()).isEqualTo(2);

            service.stop();
        }
    }

    private static List<String> states(JdbcClient sql) {
        return sql.sql("select state from import_run order by id").query(String.class).list();
    }

    @Test
    void aFullDiskWhereUploadsWaitRefusesThemUntilThereIsSpace() throws IOException {
        Path waiting = Files.createDirectory(small.resolve("tmp"));
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("elsewhere")).start();
                ServiceProcess service = ServiceProcess.started(folder.resolve("data"), "casewright.model.base-url=" + model.baseUrl(), "java.io.tmpdir=" + waiting,
                        "spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"), "spring.datasource.username=postgres")) {
            refusesAndWorksAgain(service, database.getPostgresDatabase());

            service.stop();
        }
    }
}
