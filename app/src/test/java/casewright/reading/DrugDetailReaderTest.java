package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrugDetailReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Her drugs were simvastatin 20 mg bid, ramipril 5 mg qd and metoprolol 100 mg qd.| 100 mg qd",
            "Metoprolol (300 mg daily) was begun for his hypertension.| 300 mg daily",
            "He was given 200 mg of metoprolol.| 200 mg",
            "He took metoprolol at a dose of 100 mg twice a day.| 100 mg twice a day",
            "She was receiving 300 mg/day of metoprolol.| 300 mg/day",
            "He received oral metoprolol 100 mg every 8 hours.| 100 mg every 8 hours"})
    void readsTheDoseThatBelongsToTheDrug(String sentence, String dose) {
        Map<String, Fact> details = details("metoprolol", sentence);

        assertThat(details.get("dose")).isNotNull().extracting(Fact::value).isEqualTo(dose);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "Metoprolol 100 mg twice daily was given.|100 mg, every 12 h", "Metoprolol 100 mg daily was given.|100 mg, every 1 d", "Metoprolol 50 \u03bcg every 8 hours was given.|50 ug, every 8 h",
            "Metoprolol 5 mg/kg/day was given.|5 mg/kg, every 1 d", "Metoprolol 2 tablets at night were given.|2 {DF}, every 1 d", "Metoprolol 100 mg was given.|100 mg", "Metoprolol 50-100 mg was given.|none",
            "Metoprolol 1 g three times a day was given.|1 g, every 8 h", "Metoprolol 25 mg weekly was given.|25 mg, every 1 wk", "Metoprolol 50 twice daily was given.|none"})
    void aDoseHasItsUcumAmountBesideTheWords(String sentence, @Nullable String ucum) {
        assertThat(details("metoprolol", sentence).get("dose")).isNotNull().extracting(Fact::code).isEqualTo(ucum);
    }

    @Test
    void ofTenDosesOverTimeOneIsNotChosenSilently() {
        String[] told = java.util.stream.IntStream.rangeClosed(1, 10).mapToObj(i -> "In month " + i + " metoprolol " + 10 * i + " mg daily was given.").toArray(String[]::new);

        Map<String, Fact> details = details("metoprolol", told);

        assertThat(details.get("dose")).isNotNull().extracting(Fact::sure).isEqualTo(false);
        assertThat(details.get("otherDoses")).isNotNull().satisfies(others -> {
            assertThat(others.value().split("; ")).hasSize(9);
            assertThat(others.quotes()).hasSize(9);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "He took metoprolol tablets.|form|tablets", "He took metoprolol 50 mg extended-release tablets.|form|extended-release tablets", "She used a cream of metoprolol.|form|cream", "He took metoprolol.|form|none",
            "He took metoprolol for ten days.|duration|ten days", "A 7-day course of metoprolol was given.|duration|7-day", "Metoprolol was stopped for two weeks.|duration|none",
            "He had taken metoprolol for the past six months.|duration|none", "Metoprolol caused a rash for three days.|duration|none",
            "He took metoprolol (batch AB1234).|batch|AB1234", "Metoprolol was discontinued on 3 May 2019.|stop|on 3 May 2019",
            "He has had gout since 2009 and was started on metoprolol 50 mg daily on 2 May 2019.|start|2 May 2019", "Since 2009 he has been taking metoprolol.|start|2009",
            "She began to wake from the first hours of metoprolol discontinuation, and she achieved complete consciousness within 48 hours.|stop|none"})
    void readsFormDurationBatchStartAndStop(String sentence, String id, @Nullable String value) {
        Fact fact = details("metoprolol", sentence).get(id);

        assertThat(fact == null ? null : fact.value()).isEqualTo(value);
    }

    @Test
    void takesNoLaboratoryValueForADose() {
        Map<String, Fact> details = details("metoprolol", "After two weeks of metoprolol his creatinine level was 2.4 mg/dL.");

        assertThat(details).doesNotContainKey("dose");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "He received oral metoprolol.| oral", "Metoprolol was administered intravenously.| intravenous", "He was given metoprolol (100 mg, orally).| oral",
            "He received metoprolol and simvastatin through a continuous infusion.| continuous infusion", "On admission we looked at all of her oral medication: ramipril 5 mg qd, metoprolol 100 mg qd.| oral"})
    void readsTheRouteThatStandsBesideTheDrug(String sentence, String route) {
        assertThat(details("metoprolol", sentence).get("route")).isNotNull().extracting(Fact::value).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Metoprolol was started on 3 March 2021.| 3 March 2021", "He had taken metoprolol since May 2008.| May 2008",
            "Metoprolol was started two weeks before admission.| two weeks before admission", "He had been on simvastatin, started in 2019, and metoprolol from June 2020.| June 2020"})
    void readsTheStart(String sentence, String start) {
        assertThat(details("metoprolol", sentence).get("start")).isNotNull().extracting(Fact::value).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Metoprolol was started for hypertension.| hypertension", "He received metoprolol for the treatment of hypertension.| hypertension", "His hypertension was treated with metoprolol.| hypertension",
            "We diagnosed the condition as hypertension and gave metoprolol. Therapy with metoprolol went on.| hypertension"})
    void readsTheIndication(String sentence, String indication) {
        assertThat(details("metoprolol", sentence).get("indication")).isNotNull().extracting(Fact::value).isEqualTo(indication);
    }

    @Test
    void aCancerDrugIsGivenForTheCancerToldBeforeIt() {
        assertThat(details("docetaxel", "Biopsy revealed gastric carcinoma.", "He felt well.", "He slept well.", "He ate well.", "He walked well.", "Docetaxel 75 mg/m2 was given.").get("indication")).isNotNull().extracting(Fact::value).isEqualTo("gastric carcinoma");
    }

    @Test
    void aChangeOfTheRouteIsNoStop() {
        assertThat(details("metoprolol", "The oral metoprolol was changed to intravenous administration.")).doesNotContainKey("actionTaken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Metoprolol was stopped at once.| withdrawn", "The dose of metoprolol was reduced to 100 mg.| dose reduced", "Metoprolol was continued unchanged.| not changed",
            "After discontinuation of metoprolol the rash faded.| withdrawn"})
    void readsTheActionTaken(String sentence, String action) {
        assertThat(details("metoprolol", sentence).get("actionTaken")).isNotNull().extracting(Fact::value).isEqualTo(action);
    }

    private static Map<String, Fact> details(String drug, String... sentences) {
        Mentions mentions = InventedText.mentions(sentences);
        List<DrugMention> own = mentions.drugs().stream().filter(mention -> mention.term().text().equalsIgnoreCase(drug)).toList();
        assertThat(own).as("the drug is found in the sentence").isNotEmpty();
        return new DrugDetailReader(mentions, java.util.Set.of()).read(own, Integer.MAX_VALUE);
    }
}
