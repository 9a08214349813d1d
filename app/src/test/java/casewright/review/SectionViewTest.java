package casewright.review;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.drafting.Assurance;
import casewright.drafting.Citation;
import casewright.drafting.DraftField;
import casewright.drafting.FieldValue;
import casewright.drafting.ReportTemplate;
import casewright.reading.NullFlavor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each state of a field with its sureness and its reason, as the workbench shows them.
class SectionViewTest {

    private static final ReportTemplate TEMPLATE = ReportTemplate.load("icsr", "v1");
    private static final Citation WORDS = new Citation.Source(1, 1, 10, 15, "words");

    private static SectionView.Row row(String path, FieldValue value) {
        return SectionView.row(TEMPLATE.field(path).orElseThrow(), new DraftField(path, value));
    }

    private static FieldValue stated(String value, boolean sure, String... ways) {
        return new FieldValue.Stated(value, null, List.of(WORDS), new Assurance(List.of(ways), null, sure));
    }

    @Test
    void whatIsSureSaysHowItWasFoundAndNeedsNoCheck() {
        SectionView.Row row = row("suspectDrugs[0].dose", stated("50 mg", true, "dictionary", "model"));

        assertThat(row.state()).isEqualTo("stated");
        assertThat(row.basis().words()).isEqualTo("Agreed on by the dictionary of terms and the model.");
        assertThat(row.toCheck()).isFalse();
        assertThat(row.cites()).isEqualTo("1:1:10:15");
    }

    @Test
    void howSureTheModelWasIsSaidWhereItDecided() {
        SectionView.Row row = row("suspectDrugs[0].dose", new FieldValue.Stated("50 mg", null, List.of(WORDS), new Assurance(List.of("model"), 0.874, false)));

        assertThat(row.basis().words()).isEqualTo("Found by the model. The model gave its answer a probability of 87 %. Not sure: no other way of reading confirms it.");
    }

    @Test
    void aRulesSuggestionIsShownAsOneAndIsToBeChecked() {
        SectionView.Row row = row("suspectDrugs[0].rechallenge", stated("not done", false, "rule"));

        assertThat(row.basis().words()).isEqualTo("Found by a rule. Not sure: no other way of reading confirms it.");
        assertThat(row.toCheck()).isTrue();
    }

    @Test
    void whatIsUnclearShowsEachAlternativeAndWhy() {
        SectionView.Row row = row("patient.age", new FieldValue.Unclear("The source says different things.", List.of(new FieldValue.Alternative("54 years", List.of(WORDS)), new FieldValue.Alternative("57 years", List.of(WORDS)))));

        assertThat(row.state()).isEqualTo("unclear");
        assertThat(row.why()).isEqualTo("The source says different things.");
        assertThat(row.alternatives()).extracting(FieldValue.Alternative::value).containsExactly("54 years", "57 years");
        assertThat(row.toCheck()).isTrue();
    }

    @Test
    void whatIsNotStatedHasTheReasonThatE2bNames() {
        SectionView.Row seriousness = row("reactions[0].seriousness", new FieldValue.NotStated());
        SectionView.Row route = row("suspectDrugs[0].route", new FieldValue.NotStated());

        assertThat(seriousness.state() + " " + seriousness.code() + " " + seriousness.why()).isEqualTo("not-stated NI the source gives no information on it");
        SectionView.Row asked = row("suspectDrugs[0].route", new FieldValue.NotStated(NullFlavor.ASKU, List.of(WORDS)));

        assertThat(asked.state() + " " + asked.code() + " " + asked.why() + " " + asked.cites()).isEqualTo("not-stated ASKU it was asked and could not be said 1:1:10:15");
        assertThat(asked.quotes()).extracting(SectionView.Quoted::text).containsExactly("words");
        assertThat(route.state() + route.code() + route.why()).as("whether it was asked only a person knows").isEqualTo("not-stated");
    }
}
