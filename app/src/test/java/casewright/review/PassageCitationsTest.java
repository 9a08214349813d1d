package casewright.review;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.ServiceTest;
import casewright.TestCases;
import casewright.TestPeople;
import casewright.access.Role;
import casewright.audit.Action;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.cases.ReportCase;
import casewright.evidence.CitedPassages;
import casewright.knowledge.CorpusRights;
import casewright.knowledge.ImportedVersion;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.KnowledgeImport;
import casewright.refusal.RefusedException;
import casewright.retrieval.IndexingProgress;
import casewright.retrieval.PassageId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class PassageCitationsTest {

    private static final Action IMPORTING = Action.byService("knowledge imported");

    @Autowired
    private PassageCitations citations;
    @Autowired
    private CitedPassages cited;
    @Autowired
    private Corrections corrections;
    @Autowired
    private KnowledgeImport imports;
    @Autowired
    private CorpusRights rights;
    @Autowired
    private AuditTrail trail;
    @Autowired
    private Review review;
    @Autowired
    private TestCases testCases;
    @Autowired
    private TestPeople people;

    private PassageId passage;

    @BeforeEach
    void importLabel() {
        ImportedVersion version = imports.run(new KnowledgeImport.Wanted("cited-labels", Kind.PUBLIC, null, "test"),
                List.of(file("nevrilan.txt", "Title: Nevrilan: label\nProduct: Nevrilan\n\n## Adverse reactions\nRash was common.\n")), IMPORTING, IndexingProgress.UNWATCHED).version();
        passage = new PassageId("cited-labels", version.version(), "nevrilan", 1);
        rights.allow("cited-labels", EnumSet.of(Role.OFFICER, Role.REVIEWER), List.of(), IMPORTING);
    }

    @Test
    void keepsThePassageBesideItsFieldWithCorpusAndVersionInTheTrail() {
        ReportCase report = testCases.drafted(people.officer());
        long id = report.id();

        CitedPassages.Cited one = citations.cite(id, "reactions[0].term", passage, 1, people.officer());

        assertThat(cited.ofCase(id)).containsExactly(one);
        assertThat(one.text()).isEqualTo("Rash was common.");
        AuditEntry entry = trail.ofCase(id).getLast();
        assertThat(entry.action()).isEqualTo("passage cited");
        assertThat(entry.details()).containsEntry("corpus", "cited-labels").containsEntry("version", passage.version()).containsEntry("field", "reactions[0].term");
        assertThat(cited.casesRelyingOn("cited-labels", passage.version())).contains(report.number());
        assertThatThrownBy(() -> citations.cite(id, "reactions[0].term", passage, 1, people.officer())).isInstanceOf(RefusedException.class).hasMessageContaining("already");
    }

    @Test
    void keepsAllOfWhatWasShownAsOne() {
        String sentence = "Rash was seen in some of those who took it, and more so in those who took much of it for long. ";
        ImportedVersion version = imports.run(new KnowledgeImport.Wanted("long-labels", Kind.PUBLIC, null, "test"),
                List.of(file("long.txt", "Title: Nevrilan: label\n\n## Adverse reactions\n" + sentence.repeat(40) + "\n\n## Overdose\nCall a doctor.\n")), IMPORTING, IndexingProgress.UNWATCHED).version();
        rights.allow("long-labels", EnumSet.of(Role.OFFICER), List.of(), IMPORTING);
        PassageId first = new PassageId("long-labels", version.version(), "long", 1);
        long id = testCases.drafted(people.officer()).id();

        CitedPassages.Cited one = citations.cite(id, "", first, 3, people.officer());

        assertThat(one.adjoining()).isEqualTo(3);
        assertThat(one.text().split("\\. ?\\s*")).as("each sentence once").hasSize(40);
        assertThat(trail.ofCase(id).getLast().details()).containsEntry("adjoining", "3");
        assertThat(cited.ofCase(id)).containsExactly(one);
        for (int tooMany : new int[] {0, 4, 1_000_000}) {
            assertThatThrownBy(() -> citations.cite(id, "", first, tooMany, people.officer())).as("%d passages", tooMany).isInstanceOf(RefusedException.class).hasMessageContaining("no such passage");
        }
    }

    @Test
    void isRemovedAndPutBack() {
        long id = testCases.drafted(people.officer()).id();
        long one = citations.cite(id, "", passage, 1, people.officer()).id();

        citations.remove(id, one, people.officer());

        assertThat(cited.ofCase(id)).isEmpty();
        citations.putBack(id, one, people.officer());
        assertThat(cited.ofCase(id)).hasSize(1);
        assertThat(trail.ofCase(id).stream().map(AuditEntry::action)).endsWith("passage cited", "cited passage removed", "cited passage put back");
    }

    @Test
    void isRefusedWhereThePersonMayNotCorrectTheCase() {
        ReportCase report = testCases.drafted(people.officer());

        assertThatThrownBy(() -> citations.cite(report.id(), "", passage, 1, people.reviewer())).isInstanceOf(RefusedException.class).hasMessageContaining("Take the case first");
        assertThatThrownBy(() -> citations.cite(report.id(), "", passage, 1, people.otherOfficer())).isInstanceOf(RefusedException.class);
        review.take(report.id(), people.reviewer());

        assertThatThrownBy(() -> citations.cite(report.id(), "", passage, 1, people.officer())).isInstanceOf(RefusedException.class).hasMessageContaining("A reviewer has the case now");
        assertThat(citations.openTo(people.reviewer())).extracting(ReportCase::id).contains(report.id());
        assertThat(citations.openTo(people.officer())).extracting(ReportCase::id).doesNotContain(report.id());
        assertThat(cited.ofCase(report.id())).isEmpty();
    }

    @Test
    void isRefusedForAPassageThatThePersonMayNotSearch() {
        long id = testCases.drafted(people.officer()).id();
        rights.allow("cited-labels", EnumSet.of(Role.REVIEWER), List.of(), IMPORTING);

        assertThatThrownBy(() -> citations.cite(id, "", passage, 1, people.officer())).isInstanceOf(RefusedException.class).hasMessageContaining("no such passage");
        rights.allow("cited-labels", EnumSet.of(Role.OFFICER), List.of("Otherol"), IMPORTING);
        assertThatThrownBy(() -> citations.cite(id, "", passage, 1, people.officer())).isInstanceOf(RefusedException.class).hasMessageContaining("no such passage");
    }

    @Test
    void isRefusedForAFieldThatIsNotThere() {
        long id = testCases.drafted(people.officer()).id();

        assertThatThrownBy(() -> citations.cite(id, "reactions[7].term", passage, 1, people.officer())).isInstanceOf(RefusedException.class).hasMessageContaining("no such field");
    }

    @Test
    void staysBesideItsItemWhenOneBeforeItIsRemoved() {
        long id = testCases.drafted(people.officer()).id();
        corrections.correct(id, new Correction(new Correction.ItemAdded("reactions", "fever"), "told on the telephone", 1), people.officer());
        long rash = citations.cite(id, "reactions[0].term", passage, 1, people.officer()).id();
        long fever = citations.cite(id, "reactions[1].term", passage, 1, people.officer()).id();
        long dose = citations.cite(id, "suspectDrugs[0].dose", passage, 1, people.officer()).id();

        corrections.correct(id, new Correction(new Correction.ItemRemoved("reactions", 0), "no reaction", 2), people.officer());

        assertThat(cited.get(id, fever).path()).isEqualTo("reactions[0].term");
        assertThat(cited.get(id, rash).path()).as("of the item that is gone: with the case as a whole").isEmpty();
        assertThat(cited.get(id, dose).path()).isEqualTo("suspectDrugs[0].dose");
    }
}
