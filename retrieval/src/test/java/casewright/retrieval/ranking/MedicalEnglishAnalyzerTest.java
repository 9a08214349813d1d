package casewright.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedicalEnglishAnalyzerTest {

    @ParameterizedTest
    @CsvSource({
        "anaemia, anemia",
        "Haemorrhages, hemorrhage",
        "oedema, edema",
        "diarrhoea, diarrhea",
        "tumours, tumor",
        "hospitalised, hospitalized",
        "hospitalisations, hospitalization",
        "paralysed, paralyzed",
        "leucopenia, leukopenia",
        "litres, liter",
        "sulphonamide, sulfonamide",
        "Sjögren's, Sjogren",
        "TNF-α, TNF alpha TNFalpha",
        "beta-blockers, beta blocker betablocker",
        "IFN-λ, IFN lambda IFNlambda",
        "Δ-tocotrienol, delta tocotrienol deltatocotrienol",
        "τ and σ, tau sigma",
        "5-fluorouracil, 5 fluorouracil 5fluorouracil",
    })
    void readsTwoSpellingsAsOneWord(String one, String other) {
        assertThat(terms(one)).containsExactlyInAnyOrderElementsOf(terms(other));
    }

    @Test
    void joinsAWordDividedAtTheEndOfALine() {
        assertThat(terms("hyper-\nkalaemia")).isEqualTo(terms("hyperkalemia"));
    }

    @Test
    void keepsDecimalsAndNegations() {
        assertThat(terms("Potassium was not 4.8 mmol/L")).containsExactly("potassium", "not", "4.8", "mmol", "l");
    }

    @Test
    void keepsDifferentDrugsApart() {
        assertThat(terms("losartan valsartan")).doesNotHaveDuplicates();
        assertThat(terms("hypertension")).isNotEqualTo(terms("hypertensive"));
    }

    @ParameterizedTest
    @CsvSource({"treated patients, treats a patient", "infected, infections", "necrotic tissue, necrotic tissues", "anaemic, anemic"})
    void ranksWordsOfOneFamilyAlike(String one, String other) {
        assertThat(terms(one, MedicalEnglishAnalyzer.forRanking())).isEqualTo(terms(other, MedicalEnglishAnalyzer.forRanking()));
    }

    private static List<String> terms(String text) {
        return terms(text, MedicalEnglishAnalyzer.forFilters());
    }

    private static List<String> terms(String text, MedicalEnglishAnalyzer reader) {
        List<String> terms = new ArrayList<>();
        try (MedicalEnglishAnalyzer analyzer = reader;
                TokenStream stream = analyzer.tokenStream("words", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return terms;
    }
}
