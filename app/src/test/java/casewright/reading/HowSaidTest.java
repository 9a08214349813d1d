package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.reading.ReactionMention.Said;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The last disorder of each invented sentence, and in which way the sentence says it.
class HowSaidTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Two days later she developed a rash.| AFFIRMED", "Metoprolol was discontinued for bradycardia.| AFFIRMED", "Metoprolol was responsible for the rash.| AFFIRMED",
            "She was investigated and found to have agranulocytosis.| AFFIRMED", "Her bradycardia worsened.| AFFIRMED",
            "She had a sedation score of 3 with apnea.| AFFIRMED", "Her heart rate of 46 was noted beside apnea.| AFFIRMED", "The incidence of apnea is low.| DOUBTED",
            "She denied nausea, vomiting or headache.| DENIED", "There was no evidence of hepatitis.| DENIED", "Pancreatitis was ruled out.| DENIED", "Hepatitis was not observed.| DENIED",
            "This may cause hepatitis.| DOUBTED", "She was screened for hepatitis.| DOUBTED", "He was treated for presumed pneumonia.| DOUBTED",
            "Serology for hepatitis A, B and C was negative.| DOUBTED", "There are several reports of hepatitis.| DOUBTED", "Tests were done to exclude hepatitis.| DOUBTED",
            "His mother had epilepsy.| FAMILY", "There was a family history of asthma.| FAMILY",
            "She had a history of asthma.| HISTORY", "His past medical history included gout.| HISTORY",
            "He was admitted 12 days prior for angioedema.| AFFIRMED", "She presented with a three-day history of dyspnoea.| AFFIRMED", "She had a ten-year history of asthma.| HISTORY",
            "Diagnoses of hepatitis, sepsis and pancreatitis were entertained.| DENIED", "His medical history was gout; asthma in 2001; and epilepsy.| HISTORY",
            "Metoprolol was given to control hypertension and life-threatening tachycardia.| TREATED", "Metoprolol needs care in renal failure patients.| TREATED",
            "Metoprolol was given for hypertension.| TREATED", "He took metoprolol 50 mg twice daily for hypertension.| TREATED"})
    void tellsHowASentenceSaysADisorder(String sentence, Said said) {
        Mentions mentions = InventedText.mentions(sentence);

        assertThat(mentions.reactions()).isNotEmpty();
        assertThat(mentions.reactions().getLast().said()).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "She had a history of gout, presenting with a rash.| rash", "A girl, whose younger sister had lupus, developed arthralgia.| arthralgia",
            "A man with no history of transfusion presented with dyspnoea.| dyspnoea", "In the absence of another explanation, metoprolol was held to have caused hepatitis.| hepatitis", "In the absence of gallstones, a diagnosis of pancreatitis was made.| pancreatitis", "He had asthma as a child but now developed hepatitis.| hepatitis"})
    void whatIsNewAfterAHistoryIsAffirmed(String sentence, String disorder) {
        Mentions mentions = InventedText.mentions(sentence);

        assertThat(mentions.reactions()).anyMatch(mention -> mention.term().text().equals(disorder) && mention.said() == Said.AFFIRMED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Without fever, rash or eosinophilia, the diagnosis was open.| rash| DENIED", "Other causes of the pancreatitis were excluded.| pancreatitis| AFFIRMED",
            "Her medical history was unremarkable; after metoprolol a rash appeared.| rash| AFFIRMED", "A diagnosis of hepatitis was entertained.| hepatitis| AFFIRMED",
            "Medication allergies included metoprolol, which causes tinnitus.| tinnitus| HISTORY", "No drug allergies were known, and he developed a rash after metoprolol.| rash| AFFIRMED", "An allergy to metoprolol was suspected because of a rash.| rash| AFFIRMED",
            "He was admitted to our hospital for acute onset of dyspnoea.| dyspnoea| AFFIRMED"})
    void aWordCountsOnlyForWhatItIsSaidOf(String sentence, String disorder, Said said) {
        Mentions mentions = InventedText.mentions(sentence);

        assertThat(mentions.reactions()).filteredOn(mention -> mention.term().text().equals(disorder)).extracting(ReactionMention::said).containsExactly(said);
    }
}
