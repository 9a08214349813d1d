package casewright.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.ServiceTest;
import casewright.TestCases;
import casewright.TestPeople;
import casewright.audit.Action;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.extraction.DrawnPdf;
import casewright.intake.Documents;
import casewright.refusal.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class LockedDocumentsTest {

    @Autowired
    private LockedDocuments locked;
    @Autowired
    private Cases cases;
    @Autowired
    private Documents documents;
    @Autowired
    private AuditTrail trail;
    @Autowired
    private TestPeople people;

    private long kept(String name, String mediaType, byte[] content) {
        return documents.keep(name, mediaType, content, people.officer()).document().id();
    }

    @Test
    void onlyALockedAttachmentIsLeftOutAndTheTrailNamesIt() throws IOException {
        long mail = kept("mail.txt", "text/plain", TestCases.LETTER.getBytes(StandardCharsets.UTF_8));
        long note = kept("note.txt", "text/plain", "Metformin is taken, too.".getBytes(StandardCharsets.UTF_8));
        long pdf = kept("more.pdf", "application/pdf", new DrawnPdf().text(60, 100, "More.").locked("nobody knows"));
        long id = cases.open(TestCases.arrival(), List.of(mail, note, pdf), new Cases.Origin("Olga Officer", people.officer().id(), CaseStatus.RECEIVED, 1, 1, null)).id();
        cases.move(id, CaseStatus.NEEDS_ATTENTION, Action.byService("reading could not begin"));

        assertThatThrownBy(() -> locked.leaveOut(id, mail, people.officer())).isInstanceOf(RefusedException.class).hasMessageContaining("nothing else to read the case from");
        assertThatThrownBy(() -> locked.leaveOut(id, note, people.officer())).isInstanceOf(RefusedException.class).hasMessageContaining("does not wait for the password");
        assertThat(cases.isLeftOut(id, note)).isFalse();
        locked.leaveOut(id, pdf, people.officer());

        assertThat(cases.isLeftOut(id, pdf)).isTrue();
        assertThat(trail.ofCase(id)).extracting(AuditEntry::action).containsSubsequence("locked document left out", "tried again");
    }
}
