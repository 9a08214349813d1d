package casewright.evidence.listedness;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.evidence.listedness.Listedness.Sentence;
import casewright.evidence.listedness.Listedness.Verdict;
import casewright.retrieval.Section;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All texts are invented.
class ListednessTest {

    private static Verdict find(String reaction, String text) {
        return Listedness.of(List.of(new Section("Adverse reactions", text))).find(reaction);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Anaemia | Common: anemia and fever.", "oedema peripheral | Peripheral edema was seen in 4 %.", "Muscle spasms | One muscle spasm.", "Hypotension | Two patients were hypotensive.",
            "Necrosis of the skin | Necrotic skin was seen.", "Lip discolouration | Discoloration of the lips occurred.", "Leucopenia | leukopenia (3 %)", "Anaphylactic reaction | Anaphylaxis occurred."})
    void findsTheReactionInAnotherSpellingOrderOrForm(String reaction, String text) {
        assertThat(find(reaction, text).isListed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Pyrexia | Fever was common.", "Dyspnoea | Some had shortness of breath.", "Alanine aminotransferase increased | Elevations of ALT, AST and bilirubin were seen.",
            "Neutrophil count decreased | decreased neutrophils 12 %", "Blood creatinine increased | Rises in serum creatinine occurred.", "White blood cell count increased | high WBC counts",
            "Renal failure | Kidney failure was reported.", "Skin ulcer | ulceration of the skin", "Prehypertension | pre-hypertension (2 %)", "Multi-organ failure | Multiorgan failure was fatal.",
            "Blood luteinising hormone increased | increased luteinizing hormone", "Heart rate increased | increases in pulse rate", "Lymphadenopathy | swollen lymph nodes"})
    void findsTheReactionInOtherWords(String reaction, String text) {
        assertThat(find(reaction, text).isListed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Bacterial infection | There were bacterial and viral infections.", "Chest discomfort | chest pain/discomfort", "Muscle twitching | muscle spasms, cramps and twitching", "Acute kidney injury | rhabdomyolysis with acute renal failure secondary to myoglobinuria",
            "Bacterial infection | bacterial, invasive fungal, viral or parasitic infections",
            "Vomiting | Nausea 28 (25) vomiting 14 (13)", "Menstrual disorder | nausea 9 %, menstrual disorders 7 %",
            "Aspartate aminotransferase increased | Transaminase elevations (ALT, AST): 4 %", "Injection site reaction | injection site reaction consisting of redness", "Syncope | Cardiac: cardiac arrestNervous system: syncope", "Cardiac arrest | Cardiac: cardiac arrestNervous system: syncope",
            "Platelet count decreased | low and/or high platelet counts", "Urine output decreased | urine output increased/decreased", "Injection site pain | injection site reactions (redness, pain)",
            "Infusion site rash | Infusion-site reactions (e.g., swelling, rash) were mild.", "Accommodation disorder | Eyes: accommodation disorder", "Blood potassium decreased | blood potassium decreasedSOC"})
    void findsTheReactionInListsAndTables(String reaction, String text) {
        assertThat(find(reaction, text).isListed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Menstrual disorder | Menstrual abnormalities were seen.", "Blood creatinine abnormal | changes in serum creatinine", "Cognitive disorder | cognitive impairment", "Psychiatric symptom | psychiatric events"})
    void takesANarrowerWordForTheGeneralOneThatTermsEndIn(String reaction, String text) {
        assertThat(find(reaction, text).isListed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Skin disorder | Skin reactions were seen.", "Renal failure | Renal dysfunction was seen.", "Injection site pain | Abdominal pain and injection site reactions were seen.",
            "Infusion site pain | Injection site reactions (redness, pain) were seen."})
    void takesNoWiderWordAndNoOtherSite(String reaction, String text) {
        assertThat(find(reaction, text).isListed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Pain | Abdominal pain was common.", "Hepatitis | Hepatitis B was seen.", "Erythema | erythema nodosum, rash", "Infection | upper respiratory tract infection 4 %", "Facial pain | face edema, photosensitivity reaction, shock, pain", "Thoracic injury | chest pain, accidental injury",
            "Arteritic neuropathy | Non-arteritic neuropathy was seen.", "Disturbance in attention | There was a lack of clear causation.", "Sexual dysfunction | due to sexual activity, to underlying cardiovascular disease",
            "Tenderness | breast pain, discomfort or tenderness", "Pain | pain in the leg", "Death | The risk of asthma-related death is higher.", "Infection | Infections and infestations",
            "Vascular disorder | Vascular disorders: flushing", "Swelling | Injection site reactions (redness, swelling) occurred.", "Hepatic necrosis | Hepatitis was reported.",
            "Oedema | Edema, peripheral 3 %", "Nutrition disorder | Metabolism and nutrition disorders: gout", "Fall | A reduction of platelets was common."})
    void takesAMoreSpecificReactionForAnotherOne(String reaction, String text) {
        assertThat(find(reaction, text).isListed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Hepatitis | Hepatitis was not observed.", "Gout | The trials ended without gout.", "Pancreatitis | There were no cases of cholecystitis or pancreatitis.",
            "Hypertension | Use with caution in patients with hypertension.", "Myocardial infarction | A quarter had a history of myocardial infarction.",
            "Migraine | It is given for the treatment of migraine.", "Jaundice | Stop it if jaundice is suspected.", "Liver injury | Monitor patients for liver injury.",
            "Blister | Symptoms of hypersensitivity such as fever, blisters and malaise call for a stop.", "Torsade de pointes | Do not give it with medicines known to cause torsade de pointes.",
            "Diabetes mellitus | At baseline, 30 % had diabetes mellitus.", "Measles | Avoid live vaccines (e.g., mumps, measles).", "Psoriasis | Psoriasis: The most common adverse reactions are nausea and rash.",
            "Renal impairment | Toxicity is increased in severe renal impairment.", "Abortion | It led to abortions in rabbits.", "Suicide attempt | A suicide attempt is inherent in psychotic illness.",
            "Apathy | Typical symptoms associated with PML are weakness, apathy and confusion.", "Tremor | Withdrawal symptoms (e.g., psychosis, tremor) have been reported.",
            "Eosinophilia | Drug rash with eosinophilia and systemic symptoms was reported.", "Impotence | Evaluation of impotence should include a medical assessment."})
    void listsNothingThatIsNamedForAnotherReason(String reaction, String text) {
        Verdict verdict = find(reaction, text);

        assertThat(verdict.isListed()).isFalse();
        assertThat(verdict.sentence()).map(Sentence::text).contains(text);
        assertThat(verdict.reason()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Rash | Rash has not only been reported in adults.", "Seizure | Seizures were reported in patients with epilepsy.", "Angioedema | Angioedema occurred in patients with diabetes.",
            "Rash | No patient died; rash was common.", "Hepatitis | The drug was stopped for hepatitis in 2 of 90."})
    void isNotMisledByWordsThatSpeakOfSomethingElse(String reaction, String text) {
        assertThat(find(reaction, text).isListed()).isTrue();
    }

    @Test
    void listsNoGraverReactionThanTheTextDoes() {
        Verdict verdict = find("fatal hepatitis", "Hepatitis was seen in 2 %.");

        assertThat(verdict.isListed()).isFalse();
        assertThat(verdict.reason()).hasValue("lists it, but not as that grave");
        assertThat(find("fatal hepatitis", "Fatal cases of hepatitis occurred.").isListed()).isTrue();
        assertThat(find("mild rash", "Rash was common.").isListed()).isTrue();
    }

    @Test
    void answersWithTheSentenceThatDecidesAmongTheUndesirableEffectsFirst() {
        Listedness label = Listedness.of(List.of(new Section("Warnings", "Cases of pancreatitis may occur. Watch the patient."),
                new Section("4.8 Undesirable effects", "Rare events are these.\n\n *  Fever\n *  Acute pancreatitis, pancreatitis\n *  Gout\n")));

        assertThat(label.find("Pancreatitis")).isEqualTo(new Verdict(true, java.util.Optional.of(new Sentence(1, "*  Acute pancreatitis, pancreatitis")), java.util.Optional.empty()));
        assertThat(label.find("Cataract")).isEqualTo(new Verdict(false, java.util.Optional.empty(), java.util.Optional.empty()));
    }

    @Test
    void isOutweighedOutsideOfTheUndesirableEffects() {
        Section warnings = new Section("Warnings and precautions", """
                Anaemia may be seen.

                Treat patients with anaemia with care. In patients with anaemia, halve the dose. Patients with severe anaemia were excluded. Stop if anaemia is suspected.""");

        Verdict verdict = Listedness.of(List.of(warnings)).find("anaemia");

        assertThat(verdict.isListed()).isFalse();
        assertThat(verdict.reason().orElseThrow()).contains("mostly for other reasons");
        assertThat(Listedness.of(List.of(warnings, new Section("Adverse reactions", "Anaemia: 3 %."))).find("anaemia").isListed()).isTrue();
    }

    @Test
    void isListedUnderAnyOfItsNames() {
        Listedness label = Listedness.of(List.of(new Section("Adverse reactions", "Hyperkalaemia.")));

        assertThat(label.find(List.of("high potassium", "hyperkalemia")).isListed()).isTrue();
        assertThat(label.find(List.of()).isListed()).isFalse();
    }

    @Test
    void survivesEmptyAndOddTexts() {
        assertThat(find("", "Rash.").isListed()).isFalse();
        assertThat(find("of the", "Rash of the face.").isListed()).isFalse();
        assertThat(find("(*+?", "Rash.").isListed()).isFalse();
        assertThat(find("rash", "").sentence()).isEmpty();
        assertThat(find("rash", "a".repeat(50_000) + " rash " + "b, ".repeat(50_000)).isListed()).isFalse();
    }
}
