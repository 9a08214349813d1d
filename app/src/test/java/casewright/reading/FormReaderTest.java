package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.stream.Collectors;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {

    private static final String[] FORM = {"Patient age: 34", "Sex: F", "Suspect product name: Quorvilex", "Batch: QV12A", "Route: oral", "Date started: 2021-03-04", "Date of onset: 2021-03-09",
            "Describe the event: itchy rash on both arms and a headache", "Outcome: recovered", "Other medications: ramipril, simvastatin", "Medical history: asthma; hay fever", "Allergies: none", "Hospitalised: Y"};

    @Test
    void readsAFormWhateverItsColumnsAreCalled() {
        FormReader form = new FormReader(InventedText.mentions(FORM));

        assertThat(form.isReport()).isTrue();
        assertThat(form.patient().get("age")).isNotNull().extracting(Fact::code).isEqualTo("34 a");
        assertThat(form.patient().get("sex")).isNotNull().extracting(Fact::value).isEqualTo("female");
        assertThat(form.suspects()).singleElement().satisfies(drug -> {
            assertThat(drug.name().value()).isEqualTo("Quorvilex");
            assertThat(drug.details()).containsKeys("batch", "route", "start");
        });
        assertThat(form.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("rash", "headache");
        assertThat(form.reactions()).allSatisfy(reaction -> {
            assertThat(reaction.details().get("outcome")).isNotNull().extracting(Fact::value).isEqualTo("recovered");
            assertThat(reaction.seriousness()).extracting(Fact::value).containsExactly("hospitalisation");
        });
        assertThat(form.concomitants()).extracting(drug -> drug.name().value()).containsExactly("ramipril", "simvastatin");
        assertThat(form.history()).extracting(one -> one.name().value()).containsExactly("asthma", "hay fever");
    }

    @Test
    void anEventsOwnEndGoesBeforeABoxAboutAllOfThem() {
        FormReader form = new FormReader(InventedText.mentions("Product: Quorvilex", "Describe the event: Woke up with a rash and a headache. The rash was gone by the next morning.", "Outcome: not recovered"));

        assertThat(form.reactions()).extracting(reaction -> reaction.term().value(), reaction -> Optional.ofNullable(reaction.details().get("outcome")).map(Fact::value).orElse(""))
                .containsExactlyInAnyOrder(tuple("rash", "recovered"), tuple("headache", "not recovered"));
    }

    @Test
    void anEmptyFieldSaysNothing() {
        FormReader form = new FormReader(InventedText.mentions("Age: unknown", "Sex: U", "Product: Quorvilex", "Adverse event: rash", "Medical history: none", "Other medications: N/A", "Weight: -"));

        assertThat(form.patient()).containsOnlyKeys("statedNone");
        assertThat(form.history()).isEmpty();
        assertThat(form.concomitants()).isEqualTo(List.of());
    }

    @Test
    void noneIsAnAnswerAndUnknownIsNot() {
        FormReader form = new FormReader(InventedText.mentions("Product: Quorvilex", "Adverse event: rash", "Medical history: None", "Allergies: none known", "Current illness: unknown", "Other medications: ramipril"));

        assertThat(form.patient().get("statedNone")).isNotNull().satisfies(none -> {
            assertThat(none.value()).isEqualTo("no medical history and no allergies");
            assertThat(none.quotes()).extracting(Quote::text).containsExactly("Medical history: None", "Allergies: none known");
        });
    }

    @Test
    void anAllergyIsNamedAsOneAndASiteInWords() {
        FormReader form = new FormReader(InventedText.mentions("Vaccine name: Quorvilex", "Adverse event: rash", "Allergies: penicillin", "Vaccine site: LA"));

        assertThat(form.history()).extracting(one -> one.name().value()).containsExactly("allergy to penicillin");
        assertThat(form.suspects().getFirst().details().get("site")).isNotNull().extracting(Fact::value).isEqualTo("left arm");
    }

    @Test
    void sentencesInAnyBoxAreTold() {
        FormReader form = new FormReader(InventedText.mentions("Product: Quorvilex", "Adverse event: rash after the second tablet", "Lab data: did not see a doctor and treated herself at home"));

        assertThat(form.course().ranked()).extracting(Quote::text).containsExactly("rash after the second tablet", "Lab data: did not see a doctor and treated herself at home");
    }

    @Test
    void endsLengthsFormAndReporterHaveBoxesOfTheirOwn() {
        FormReader form = new FormReader(InventedText.mentions("""
                Suspect drug: metoprolol
                Dosage form: tablet
                Daily dose: 50 mg twice daily
                Therapy start date: 4 March 2021
                Therapy stop date: 20 March 2021
                Duration of therapy: 16 days
                Reaction: rash
                Reaction onset date: 18 March 2021
                Reaction end date: 25 March 2021
                Duration of reaction: 7 days
                Height: 172 cm
                Reporter qualification: nurse"""));

        assertThat(form.suspects().getFirst().details()).extractingByKeys("form", "duration", "start", "stop").extracting(fact -> ((Fact) fact).value()).containsExactly("tablet", "16 days", "4 March 2021", "20 March 2021");
        assertThat(form.suspects().getFirst().details().get("dose")).isNotNull().extracting(Fact::value, Fact::code).containsExactly("50 mg twice daily", "50 mg, every 12 h");
        assertThat(form.reactions().getFirst().details()).extractingByKeys("onset", "end", "duration").extracting(fact -> ((Fact) fact).value()).containsExactly("18 March 2021", "25 March 2021", "7 days");
        assertThat(form.patient().get("heightCm")).isNotNull().extracting(Fact::value).isEqualTo("172");
        assertThat(form.reporter().get("qualification")).isNotNull().extracting(Fact::code).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {"Seriousness: hospitalisation, life-threatening|life-threatening; hospitalisation", "Serious: yes|other medically important", "Serious: no|none", "Seriousness: not serious|none"})
    void aBoxThatNamesTheCriteriaIsRead(String box, @Nullable String criteria) {
        FormReader form = new FormReader(InventedText.mentions("Suspect drug: metoprolol", "Reaction: rash", box));

        assertThat(form.reactions().getFirst().seriousness()).extracting(Fact::value).isEqualTo(criteria == null ? List.of() : List.of(criteria.split("; ")));
    }

    @Test
    void aLetterIsNoForm() {
        assertThat(new FormReader(InventedText.mentions("Dear colleague,", "he took metoprolol and developed a rash.", "Age: 34")).isReport()).isFalse();
    }

    @Test
    void aDiagnosisTakesInItsSignsAndAMeasuredSubstanceIsNoTreatment() {
        FormReader form = new FormReader(InventedText.mentions("Age: 59", "Sex: M", "Vaccine name: FLUVAX", "Adverse event: numbness in both feet, consistent with Guillain-Barre syndrome. Glucose 92. Given prednisolone.", "Outcome: N"));

        assertThat(form.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("Guillain-Barre syndrome");
        assertThat(form.treatments(form.suspects(), form.concomitants())).extracting(drug -> drug.name().value()).containsExactly("prednisolone");
    }

    @Test
    void aDiagnosisIsNoSignOfItself() {
        FormReader form = new FormReader(InventedText.mentions("Age: 59", "Sex: M", "Product: Quorvilex", "Adverse event: Haemolytic anaemia after the second tablet."));

        assertThat(form.reactions()).hasSize(1);
    }

    @Test
    void whatAVaccineIsAgainstDidNotBefallAndAnErrorIsASpecialSituation() {
        Mentions mentions = InventedText.mentions("Age: 45", "Sex: F", "Vaccine name: HEPAVAX", "Adverse event: Wrong vaccine given: a paediatric dose of hepatitis A instead of the adult dose. No adverse event reported.");

        assertThat(new FormReader(mentions).reactions()).isEmpty();
        assertThat(TriageRule.situation(mentions, true)).hasValueSatisfying(triage -> assertThat(triage.verdict()).isEqualTo(Triage.Verdict.SPECIAL_SITUATION));
    }

    @Test
    void readsThePatientsBoxes() {
        Map<String, Fact> patient = new FormReader(InventedText.mentions("Patient initials: A.B.", "Date of birth: 3 May 1980", "Sex: F", "Weight: 150 lb", "Height: 1.65 m", "Pregnant: yes", "Suspect drug: metoprolol", "Event: rash")).patient();

        assertThat(patient.get("initials")).isNotNull().extracting(Fact::value).isEqualTo("A.B.");
        assertThat(patient.get("birthDate")).isNotNull().extracting(Fact::code).isEqualTo("1980-05-03");
        assertThat(patient.get("weightKg")).isNotNull().extracting(Fact::value).isEqualTo("68.0");
        assertThat(patient.get("heightCm")).isNotNull().extracting(Fact::value).isEqualTo("165");
        assertThat(patient.get("pregnancy")).isNotNull().extracting(Fact::value).isEqualTo("Pregnant: yes");
        assertThat(new FormReader(InventedText.mentions("Suspect drug: metoprolol", "Event: rash", "Sex: F", "Pregnant: no")).patient()).doesNotContainKey("pregnancy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {"Medical history: rash from penicillin 2011|penicillin: rash (2011)|none", "Medical history: asthma; previous angioedema with ramipril in 2012|ramipril: angioedema (2012)|asthma",
            "Allergies: penicillin (hives), pollen|penicillin: hives (-)|allergy to pollen", "Known allergies: sulfa drugs|none|allergy to sulfa drugs", "Medical history: epilepsy treated with valproate|none|epilepsy treated with valproate",
            "Medical history: asthma since 2015; penicillin (hives)|penicillin: hives (-)|asthma", "Medical history: metformin (diabetes)|none|metformin (diabetes)"})
    void reactionsToDrugsOfAnEarlierTimeStandApart(String box, @Nullable String past, @Nullable String history) {
        PatientFacts facts = new FormReader(InventedText.mentions("Suspect drug: metoprolol", "Reaction: urticaria", box)).facts();

        assertThat(facts.pastReactions()).extracting(one -> one.drug().value() + ": " + one.reaction().value() + " (" + (one.details().containsKey("start") ? one.details().get("start").code() : "-") + ")").isEqualTo(past == null ? List.of() : List.of(past));
        assertThat(facts.history()).extracting(one -> one.name().value()).isEqualTo(history == null ? List.of() : List.of(history));
        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("metoprolol");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Prior vaccinations: headaches from flu shot|flu shot: headaches (-)", "PRIOR_VAX: arm swelling after tetanus shot 2010|tetanus shot: arm swelling (2010)", "Previous reactions: flu shot: headache; penicillin - hives|flu shot: headache (-), penicillin: hives (-)",
            "Previous vaccine reactions: fever and chills after the second dose of Covid vaccine in 2021|Covid vaccine: fever and chills (2021)", "Prior Vax: Anaphylaxis~Influenza (Seasonal) (no brand name)~1~23.00~Patient|Influenza (Seasonal): Anaphylaxis (-)",
            "Past drug history: rash with amoxicillin, itching after ibuprofen|amoxicillin: rash (-), ibuprofen: itching (-)", "Medical history: arm swelling after tetanus shot 2010; asthma|tetanus shot: arm swelling (2010)",
            "Previous adverse reactions: yes, fainted after blood donation|", "Prior vaccinations: none|", "Past medication: ramipril 5 mg|", "Prior Vax: Fever~Influenza~1~2.00~In Sibling|", "Medical history: pain after injection of the knee|", "Previous vaccinations: flu shot 2019, no reaction|",
            "Previous reactions to this drug: no reaction to flu shot|"})
    void aBoxOfEarlierReactionsHoldsThem(String box, @Nullable String past) {
        PatientFacts facts = new FormReader(InventedText.mentions("Suspect drug: metoprolol", "Reaction: urticaria", box)).facts();

        assertThat(facts.pastReactions().stream().map(one -> one.drug().value() + ": " + one.reaction().value() + " (" + (one.details().containsKey("start") ? one.details().get("start").code() : "-") + ")").collect(Collectors.joining(", "))).isEqualTo(past == null ? "" : past);
        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("metoprolol");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("urticaria");
    }

    @ParameterizedTest
    @ValueSource(strings = {"In-patient stay: 11 March 2025 to 19 March 2025", "Patient seen: 11 March 2025", "Patient: 11 March 2025"})
    void aDayInAPatientsBoxIsNoAge(String box) {
        PatientFacts facts = InventedText.caseOf("Dear Dr. Kessel,\n" + box + "\nThis 73-year-old woman was given metoprolol 50 mg daily and developed a rash, which was attributed to metoprolol.");

        assertThat(facts.patient().get("age")).isNotNull().extracting(Fact::code).isEqualTo("73 a");
        assertThat(facts.patient().get("sex")).isNotNull().extracting(Fact::value).isEqualTo("female");
    }

    @Test
    void deathIsAnOutcomeAndNoReactionBesideWhatLedToIt() {
        FormReader form = new FormReader(InventedText.mentions("VAX_NAME: Quorvilex", "SYMPTOM_TEXT: Day 4 hepatic failure and shock. Expired on 16 February.", "DIED: Y", "RECOVD: N", "SYMPTOM1: Death"));

        assertThat(form.reactions()).extracting(reaction -> reaction.term().value(), reaction -> Optional.ofNullable(reaction.details().get("outcome")).map(Fact::value).orElse(""))
                .containsExactlyInAnyOrder(tuple("hepatic failure", "fatal"), tuple("shock", "fatal"));
    }

    @Test
    void whatTheBoxOfEarlierConditionsNamesIsNoReaction() {
        FormReader form = new FormReader(InventedText.mentions("VAX_NAME: Quorvilex", "SYMPTOM_TEXT: Fever on day 2. Her asthma was not told at the clinic.", "HISTORY: asthma"));

        assertThat(form.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("Fever");
    }

    @Test
    void allThatWasGoneIsWhatWasToldBefore() {
        FormReader form = new FormReader(InventedText.mentions("VAX_NAME: Quorvilex", "SYMPTOM_TEXT: Chills all night. All that was gone by Saturday. Since Sunday a headache that has not quit.", "RECOVD: N"));

        assertThat(form.reactions()).extracting(reaction -> reaction.term().value(), reaction -> Optional.ofNullable(reaction.details().get("outcome")).map(Fact::value).orElse(""))
                .containsExactlyInAnyOrder(tuple("Chills", "recovered"), tuple("headache", "not recovered"));
    }

    @Test
    void aFormsNarrativeKeepsToALength() {
        assertThat(new FormReader(InventedText.mentions("VAX_NAME: Quorvilex", "SYMPTOM_TEXT: Fever on day 2.")).course().mostWords()).isLessThanOrEqualTo(200);
    }
}
