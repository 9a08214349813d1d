package casewright.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SampleScoreTest {

    private static final String EXPECTED = """
            {"hasAdverseReactionCase": true, "cases": [{
               "patient": {"age": {"value": 54, "unit": "a"}, "sex": "female"},
               "suspectDrugs": [{"name": "Velorin", "synonyms": ["losartan"]}],
               "reactions": [{"term": "skin rash"}, {"term": "raised temperature", "synonyms": ["fever"]}, {"term": "sore lips"}]}],
             "optional": {"cases[0].reactions": ["nausea"]}, "mayMiss": ["cases[0].reactions[2]"]}""";

    private static Map<String, Double> score(String expected, String drafted) {
        JsonMapper json = JsonMapper.builder().build();
        return SampleScore.of(json.readTree(expected), json.readTree(drafted));
    }

    private static String drafted(String cases) {
        return "{\"triage\": \"CASE: a drug is blamed\", \"cases\": [" + cases + "]}";
    }

    @Test
    void countsWhatWasFoundMissedAndAdded() {
        Map<String, Double> scores = score(EXPECTED, drafted("""
                {"patient": {"age": {"value": 54.0, "unit": "a"}, "sex": "male"},
                 "suspectDrugs": [{"name": "Losartan"}, {"name": "amlodipine"}],
                 "reactions": [{"term": "rash"}, {"term": "nausea"}, {"term": "headache"}, {"term": "dizziness"}]}"""));

        // found: the age of age and sex; the suspect; the rash of rash and fever (sore lips may be missed)
        assertThat(scores).containsEntry("triage", 1.0).containsEntry("patient", 0.5).containsEntry("suspects recall", 1.0).containsEntry("suspects precision", 0.5)
                .containsEntry("reactions recall", 0.5).containsEntry("reactions precision", 0.5);
    }

    @Test
    void findsThePatientOfEachCaseWhateverTheOrder() {
        String two = """
                {"hasAdverseReactionCase": true, "cases": [
                  {"patient": {"age": {"value": 66, "unit": "a"}, "sex": "male"}, "suspectDrugs": [{"name": "losartan"}], "reactions": [{"term": "angioedema"}]},
                  {"patient": {"age": null, "sex": "female"}, "suspectDrugs": [{"name": "lamotrigine"}], "reactions": [{"term": "rash"}]}]}""";

        Map<String, Double> scores = score(two, drafted("""
                {"patient": {"age": null, "sex": "female"}, "suspectDrugs": [{"name": "lamotrigine"}], "reactions": [{"term": "rash"}]},
                {"patient": {"age": {"value": 66, "unit": "a"}, "sex": "male"}, "suspectDrugs": [{"name": "losartan"}], "reactions": [{"term": "angioedema"}]}"""));

        assertThat(scores.values()).containsOnly(1.0);
    }

    @Test
    void aMissingPatientCostsRecallAndOneTooManyPrecision() {
        String one = "{\"patient\": {\"age\": {\"value\": 54, \"unit\": \"a\"}, \"sex\": \"female\"}, \"suspectDrugs\": [{\"name\": \"losartan\"}], \"reactions\": [{\"term\": \"fever\"}]}";

        Map<String, Double> none = score(EXPECTED, drafted(""));
        Map<String, Double> twice = score(EXPECTED, drafted(one + "," + one));

        assertThat(none).containsEntry("triage", 0.0).containsEntry("patient", 0.0).containsEntry("suspects recall", 0.0).containsEntry("reactions recall", 0.0);
        assertThat(twice).containsEntry("triage", 0.0).containsEntry("suspects recall", 1.0).containsEntry("suspects precision", 0.5);
        assertThat(twice.get("reactions recall")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void ofADocumentWithoutACaseOnlyTheKindCounts() {
        String special = "{\"hasAdverseReactionCase\": false, \"triage\": \"SPECIAL_SITUATION\", \"cases\": []}";

        assertThat(score(special, "{\"triage\": \"SPECIAL_SITUATION: exposure in pregnancy\", \"cases\": []}")).containsOnly(Map.entry("triage", 1.0));
        assertThat(score(special, "{\"triage\": \"NEITHER: nothing\", \"cases\": []}")).containsOnly(Map.entry("triage", 0.0));
    }

    @Test
    void namesAreTheSameWhenOneStandsInTheOther() {
        assertThat(SampleScore.isSame("hyperkalaemia", "severe hyperkalemia with bradycardia")).isTrue();
        assertThat(SampleScore.isSame("skin rash", "rash")).isTrue();
        assertThat(SampleScore.isSame("renal tubular acidosis", "renal")).isFalse();
        assertThat(SampleScore.isSame("rash", "crash")).isFalse();
        assertThat(SampleScore.isSame("rash", "")).isFalse();
    }
}
