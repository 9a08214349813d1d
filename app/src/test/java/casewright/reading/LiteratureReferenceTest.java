package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.llm.ScriptedModel;
import casewright.reading.terms.Vocabulary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Invented articles with the imprints of different publishers.
class LiteratureReferenceTest {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));
    private static final String TITLE = "Rash after metoprolol in a patient of middle age";
    private static final String AUTHORS = "Anna Maria Rossi, Jan van Dijk, and Bruno Verdi";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Annals of Invented Medicine 2019;12(3):45-47. doi:10.9999/aim.2019.45|Annals of Invented Medicine. 2019;12(3):45-47. doi:10.9999/aim.2019.45.",
            "Veldhaven Publishing House|none",
            "Hindawi Publishing Corporation Case Reports in Invented Medicine Volume 2016, Article ID 998877, 4 pages http://dx.doi.org/10.9999/2016/998877|Case Reports in Invented Medicine. 2016;2016:998877. doi:10.9999/2016/998877.",
            "Journal of Invented Case Reports (2018) 12:345 https://doi.org/10.9999/s13256|Journal of Invented Case Reports. 2018;12:345. doi:10.9999/s13256.",
            "The Invented Journal of Medicine 45 (2017) 123\u2013126|The Invented Journal of Medicine. 2017;45:123\u2013126.",
            "Inv. J. Pharmacol. 10:123. doi: 10.9999/inv.2019.00123|Inv. J. Pharmacol. 10:123. doi:10.9999/inv.2019.00123.",
            "Journal of Invented Care, Vol. 12, No. 3, pp. 123-126, 2018|Journal of Invented Care. 2018;12(3):123-126.",
            "Invented Reports (2019) 98:12(e14567)|Invented Reports. 2019;98:e14567."})
    void theImprintsPartsStandInTheOrderOfTheConvention(String margin, String end) {
        Fact reference = reference(margin, "");

        assertThat(reference.value()).isEqualTo(end.equals("none") ? TITLE : AUTHORS + ". " + TITLE + ". " + end);
        assertThat(reference.code()).isEqualTo(end.equals("none") ? null : "Rossi AM, van Dijk J, Verdi B. " + TITLE + ". " + end);
    }

    @Test
    void aCiteLineIsTakenAsItIsWritten() {
        Fact reference = reference("How to cite this article: Rossi AM, van Dijk J, Verdi B. Rash after metoprolol. Ann Inv Med 2019;12:45.", "");

        assertThat(reference.value()).isEqualTo("Rossi AM, van Dijk J, Verdi B. Rash after metoprolol. Ann Inv Med 2019;12:45.");
    }

    @Test
    void aYearThatOnlyThePublicationDateTellsIsTaken() {
        Fact reference = reference("Inv. J. Pharmacol. 10:123. doi: 10.9999/inv.00123\nReceived 3 May 2018; published 12 March 2019", "");

        assertThat(reference.value()).endsWith("Inv. J. Pharmacol. 2019;10:123. doi:10.9999/inv.00123.");
    }

    @Test
    void aReferenceOfTheArticlesListIsNotTheArticle() {
        Fact reference = reference("7", "\nReferences\n1. Bianchi C. Itch. Other Journal 2011;9:1-3. doi:10.9999/other\nOther Journal 2011;9:1-3");

        assertThat(reference.value()).isEqualTo(TITLE);
    }

    @Test
    void everyPartIsCitedWhereItStands() {
        String margin = "Annals of Invented Medicine 2019;12(3):45-47. doi:10.9999/aim.2019.45";

        Fact reference = reference(margin, "");

        assertThat(reference.quotes()).allSatisfy(quote -> assertThat(page(margin, "").text().substring(quote.start(), quote.end())).isEqualTo(quote.text()));
        assertThat(reference.quotes()).extracting(Quote::text).contains(TITLE, "Annals of Invented Medicine 2019;12(3):45-47", "10.9999/aim.2019.45");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {"Rossi A, Verdi B|Rossi A, Verdi B.", "Anna Rossi MD|Rossi A.", "Anna Rossi Jr.|none", "Anna Rossi, MD, Jean-Pierre Blanc, PhD|Rossi A, Blanc JP.", "Rossi|none", "A B Au, C D Bo, E F Co, G H Do, I J Em, K L Fa, M N Go|Au AB, Bo CD, Co EF, Do GH, Em IJ, Fa KL, et al."})
    void namesAreShortenedOnlyWhereTheyArePlain(String authors, @Nullable String shortened) {
        assertThat(LiteratureReference.shortened(authors).orElse(null)).isEqualTo(shortened);
    }

    private static Fact reference(String margin, String more) {
        CaseReader reader = CaseReader.asking(new ScriptedModel("{\"adverse\":false,\"drugs\":[],\"effects\":[]}"), VOCABULARY, Clock.systemUTC());
        return Objects.requireNonNull(reader.read(List.of(new DocumentText("test", List.of(page(margin, more)), List.of())), new ArrayList<>(), _ -> {
        }).patients().getFirst().reporter().get("reference"));
    }

    private static Page page(String margin, String more) {
        String text = TITLE + "\n" + AUTHORS + "\nAbstract\nWe report a case of a rash caused by metoprolol.\nCase Report\nA 54-year-old man took metoprolol. Metoprolol caused a rash.\nDiscussion\nRashes are rare." + more + "\n" + margin;
        return new Page(1, text, margin.length(), 0, List.of(), List.of(), 0, 0);
    }
}
