package casewright.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BgeEmbedderTest {

    @Test
    void putsTheAnsweringPassageNearerThanAnother() {
        BgeEmbedder embedder = new BgeEmbedder();

        List<float[]> passages = embedder.embedPassages(
                List.of("Swelling of the lips and tongue has been seen with ACE inhibitors.", "The clinic opens at nine on weekdays."));
        float[] query = embedder.embedQuery("angioedema caused by enalapril");

        assertThat(query).hasSize(embedder.dimensions());
        assertThat(dot(query, query)).isCloseTo(1, within(1e-5));
        assertThat(dot(query, passages.get(0))).isGreaterThan(dot(query, passages.get(1)) + 0.1);
    }

    @Test
    void putsTheAnsweringPassageNearerInChinese() {
        BgeEmbedder embedder = BgeEmbedder.chinese();

        List<float[]> passages = embedder.embedPassages(List.of("患者服用依那普利后出现口唇及舌部肿胀。", "门诊工作日九点开诊。"));
        float[] query = embedder.embedQuery("血管性水肿");

        assertThat(query).hasSize(embedder.dimensions());
        assertThat(dot(query, passages.get(0))).isGreaterThan(dot(query, passages.get(1)) + 0.1);
    }

    @Test
    void embedsTextsLongerThanTheModelReads() {
        float[] vector = new BgeEmbedder().embedPassages(List.of("hyperkalaemia ".repeat(1500))).getFirst();

        assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
