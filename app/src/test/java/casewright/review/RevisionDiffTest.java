package casewright.review;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.drafting.Assurance;
import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.Drafts;
import casewright.drafting.FieldValue;
import casewright.drafting.ReportTemplate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionDiffTest {

    private static final ReportTemplate TEMPLATE = ReportTemplate.load("icsr", "v1");
    private static final DraftField.Taken TAKEN = new DraftField.Taken("Rita Reviewer", Instant.EPOCH, "checked");

    private static DraftField field(String path, String value) {
        return new DraftField(path, new FieldValue.Stated(value, null, List.of(new Citation.Source(1, 1, 0, value.length(), value)), new Assurance(List.of("pattern"), null, true)));
    }

    private static Drafts.Revision revision(int number, DraftField... fields) {
        return new Drafts.Revision(new Draft(1, number, TEMPLATE.id(), TEMPLATE.sha256(), List.of(fields), List.of(), List.of()), "", "Rita Reviewer", "checked", Instant.EPOCH);
    }

    @Test
    void changesAreNamedAsTheWorkbenchNamesThem() {
        Drafts.Revision before = revision(1, field("patient.sex", "male"), field("suspectDrugs[1].dose", "5 mg"), field("keyTests[0].name", "ALT"), field("reactions[0].outcome", "recovered"));
        Drafts.Revision after = revision(2, field("patient.sex", "female"), field("suspectDrugs[1].dose", "50 mg"), field("keyTests[0].name", "AST"), new DraftField("reactions[0].outcome", field("reactions[0].outcome", "recovered").value(), TAKEN));

        List<RevisionDiff.Change> changes = RevisionDiff.of(List.of(before, after), TEMPLATE).getFirst().changes();

        assertThat(changes).containsExactly(new RevisionDiff.Change("Patient, sex", "male", "female"), new RevisionDiff.Change("Suspect drug 2, dose", "5 mg", "50 mg"),
                new RevisionDiff.Change("Test 1", "ALT", "AST"), new RevisionDiff.Change("Reaction 1, outcome", "", "recovered (taken by a person)"));
    }
}
