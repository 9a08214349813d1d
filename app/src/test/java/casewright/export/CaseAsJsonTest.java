package casewright.export;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.reading.NullFlavor;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CaseAsJsonTest {

    private static JsonNode read(byte[] json) {
        return JsonMapper.builder().build().readTree(json);
    }

    @Test
    void tellsFieldsWithTheirCitationsSignaturesAndHashes() {
        JsonNode json = read(CaseAsJson.of(ReportContent.of(new ExampleCase().approved(), List.of(), ExampleCase.TRAIL_HASH)));

        assertThat(json.get("approved").asBoolean()).isTrue();
        assertThat(json.has("watermark")).isFalse();
        assertThat(json.get("content").get("sha256").asString()).isEqualTo("1c".repeat(32));
        assertThat(json.get("template").get("id").asString()).isEqualTo("icsr/v1");
        assertThat(json.get("trailHash").asString()).isEqualTo(ExampleCase.TRAIL_HASH);
        assertThat(json.get("signatures")).hasSize(2);
        JsonNode weight = json.get("fields").valueStream().filter(field -> field.get("path").asString().equals("patient.weightKg")).findFirst().orElseThrow();
        assertThat(weight.get("e2b").asString()).isEqualTo("D.3");
        assertThat(weight.get("citations").get(0).get("quote").asString()).isEqualTo("words");
        JsonNode rechallenge = json.get("fields").valueStream().filter(field -> field.get("path").asString().endsWith("rechallenge")).findFirst().orElseThrow();
        assertThat(rechallenge.get("state").asString()).isEqualTo("not stated");
        assertThat(rechallenge.has("nullFlavor")).as("E2B names no reason that the service could know").isFalse();
    }

    /// E.i.3.2 is true or absent with the reason NI, never false.
    @Test
    void seriousnessThatIsNotStatedHasItsReason() {
        JsonNode json = read(CaseAsJson.of(ReportContent.of(new ExampleCase().withNothingStated("reactions[1].seriousness").draftOnly(), List.of(), ExampleCase.TRAIL_HASH)));

        JsonNode seriousness = json.get("fields").valueStream().filter(field -> field.get("path").asString().equals("reactions[1].seriousness")).findFirst().orElseThrow();
        assertThat(seriousness.get("state").asString()).isEqualTo("not stated");
        assertThat(seriousness.get("nullFlavor").asString()).isEqualTo("NI");
    }

    @Test
    void aReasonThatTheSourceGivesIsExportedWithItsWords() {
        JsonNode json = read(CaseAsJson.of(ReportContent.of(new ExampleCase().withNothingStated("suspectDrugs[0].indication", NullFlavor.UNK).draftOnly(), List.of(), ExampleCase.TRAIL_HASH)));

        JsonNode indication = json.get("fields").valueStream().filter(field -> field.get("path").asString().equals("suspectDrugs[0].indication")).findFirst().orElseThrow();
        assertThat(indication.get("nullFlavor").asString()).isEqualTo("UNK");
        assertThat(indication.get("citations").get(0).get("quote").asString()).isEqualTo("words");
    }

    @Test
    void tellsCitedPassagesWithCorpusAndVersion() {
        JsonNode passage = read(CaseAsJson.of(ReportContent.of(new ExampleCase().approved(), List.of(ExampleCase.cited("labels", false)), "t"))).get("citedPassages").get(0);

        assertThat(passage.get("path").asString()).isEqualTo("reactions[0].term");
        assertThat(passage.get("corpus").asString()).isEqualTo("labels");
        assertThat(passage.get("version").asString()).isEqualTo("2026-11-01");
        assertThat(passage.get("text").asString()).isEqualTo("Hyperkalaemia was seen.");
        assertThat(passage.get("citedBy").asString()).isEqualTo("Olga Officer");
    }

    @Test
    void keepsTheOrderOfItsKeys() {
        JsonNode json = read(CaseAsJson.of(ReportContent.of(new ExampleCase().draftOnly(), List.of(), ExampleCase.TRAIL_HASH)));

        assertThat(List.copyOf(json.propertyNames())).containsExactly("format", "formatVersion", "approved", "watermark", "case", "company", "template", "content", "fields", "narrative", "findings",
                "citedPassages", "signatures", "trailHash");
    }

    @Test
    void givesTheSameBytesForTheSameContent() {
        assertThat(CaseAsJson.of(ReportContent.of(new ExampleCase().approved(), List.of(), "t"))).isEqualTo(CaseAsJson.of(ReportContent.of(new ExampleCase().approved(), List.of(), "t")));
    }
}
