package casewright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FileKindTest {

    @Test
    @Timeout(10)
    void aFormOfManyNamesAndValuesIsText() {
        String form = "REPORTED_FIELD: some value\n".repeat(200);

        assertThat(FileKind.of(form.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.PLAIN_TEXT);
    }

    @Test
    void whatAMailProgramSavedIsMail() {
        String mail = "From: a@example.org\r\nSubject: a rash\r\n under treatment\r\nMIME-Version: 1.0\r\n\r\nDear colleagues,\r\n";

        assertThat(FileKind.of(mail.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.MAIL);
    }

    @Test
    void aLetterThatBeginsLikeOneIsText() {
        String letter = "From: Dr Calloway\nTo: Meridian Pharma\n\nMetoprolol caused a rash.\n";

        assertThat(FileKind.of(letter.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.PLAIN_TEXT);
    }
}
