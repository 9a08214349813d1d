package casewright.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.reading.terms.Vocabulary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What follows by rule, and how fields and narrative are compared.
class AssessmentsTest {

    private final Assessments assessments = new Assessments(new Vocabulary("", Path.of("target/no-vocabulary")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"patient.sex|an identifiable patient", "reporter.name|an identifiable reporter", "suspectDrugs[0].name|a suspect drug", "reactions[0].term|a suspected reaction"})
    void eachMinimumCriterionThatIsMissingIsNamedAndAskedForAndNothingIsBlocked(String path, String criterion) {
        StatedFields fields = new StatedFields();
        for (String one : List.of("patient.sex", "reporter.name", "suspectDrugs[0].name", "reactions[0].term")) if (!one.equals(path)) fields.say(one, "female");

        List<Finding> findings = of(fields);

        assertThat(findings).filteredOn(finding -> finding.kind().equals("validity")).singleElement().extracting(Finding::answer).isEqualTo("not valid yet, missing: " + criterion);
        assertThat(findings).filteredOn(finding -> finding.kind().equals("criterion") && finding.answer().equals(Assessments.MISSING)).hasSize(1);
        assertThat(findings).filteredOn(finding -> finding.kind().equals("question")).extracting(Finding::answer).contains("Please tell us " + criterion + ".");
    }

    @Test
    void asksForEachThingThatAnOfficerWouldAskFor() {
        assertThat(of(new StatedFields().say("suspectDrugs[0].name", "Nevrilan").say("reactions[0].term", "rash"))).filteredOn(finding -> finding.kind().equals("question")).extracting(Finding::answer)
                .contains("How old was the patient at the event?", "What is the patient's sex?", "When was Nevrilan started?", "Which dose of Nevrilan was given?", "What was Nevrilan given for?",
                        "Was Nevrilan stopped, reduced or continued?", "What is the batch number of Nevrilan?", "When did the rash begin?", "What was the outcome of the rash?");
    }

    @Test
    void seriousnessIsTrueWithItsWordsOrAbsentAndNeverFalse() {
        assertThat(of(new StatedFields().say("reactions[0].term", "rash"))).filteredOn(finding -> finding.kind().equals("seriousness")).singleElement().extracting(Finding::answer).isEqualTo("no criterion is told");
        assertThat(of(new StatedFields().say("reactions[0].term", "rash").say("reactions[0].seriousness", "hospitalisation", "c"))).filteredOn(finding -> finding.kind().equals("seriousness")).singleElement()
                .satisfies(finding -> {
                    assertThat(finding.answer()).isEqualTo("serious: hospitalisation");
                    assertThat(finding.citations()).hasSize(1);
                });
        assertThat(ReportTemplate.load("icsr", "v1").field("reactions[0].seriousness").orElseThrow().codes()).doesNotContainValue("false").hasSize(6);
    }

    @Test
    void eachClockOfTheCompanyRuns() {
        assertThat(of(new StatedFields().say("reactions[0].term", "rash").say("reactions[0].seriousness", "death", "a"))).filteredOn(finding -> finding.kind().equals("clock"))
                .extracting(Finding::title, Finding::answer).containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("Due, EU", "2026-03-16"), org.assertj.core.groups.Tuple.tuple("Due, CN", "2026-03-01"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Nevrilan was given.|The field says \"rash\"", "Rash followed, and simvastatin was given for it.|simvastatin; no field holds it", "The 57-year-old patient had a rash.|\"57-year-old\"",
            "The patient had a rash and the patient died.|a death"})
    void fieldsAndNarrativeAreComparedBothWays(String sentence, String mismatch) {
        assertThat(mismatches(sentence)).anySatisfy(answer -> assertThat(answer).contains(mismatch));
    }

    @Test
    void whatBothTellIsNoMismatch() {
        assertThat(mismatches("The patient, a 54-year-old woman, was given Nevrilan for epilepsy and had a rash.")).isEmpty();
    }

    private List<String> mismatches(String sentence) {
        Draft draft = new StatedFields().say("patient.age", "54 years", "54 a").say("suspectDrugs[0].name", "Nevrilan").say("reactions[0].term", "rash").draft();
        NarrativeSentence told = new NarrativeSentence("course", sentence, NarrativeSentence.Kind.SOURCE, NarrativeSentence.Origin.TEMPLATE, List.of(StatedFields.cited(sentence)), null);
        return assessments.withMismatches(List.of(), draft, List.of(told)).stream().filter(finding -> finding.kind().equals("mismatch")).map(Finding::answer).toList();
    }

    private List<Finding> of(StatedFields fields) {
        return assessments.of(fields.draft(), new CaseRecord(1, "CW-0000-000001", LocalDate.of(2026, 3, 1), "spontaneous", "upload", "", List.of("EU", "CN")), List.of());
    }
}
