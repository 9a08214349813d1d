package casewright.reading.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A fetched dictionary and loaded tables, written here with invented and ordinary names: what is found with them, and what is not.
class VocabularyTest {

    @TempDir
    private static Path folder;
    private static Vocabulary vocabulary;

    @BeforeAll
    static void load() throws IOException {
        Path dictionary = folder.resolve("names.tsv");
        Files.writeString(dictionary, "carbamazepine\tcarbamazepine\tingredient\nTegretol\tcarbamazepine\tbrand\nhydroxychloroquine\thydroxychloroquine\tingredient\nToday\tcephapirin\tbrand\nlead\tlead\tingredient\n");
        Path loaded = folder.resolve("data/vocabulary/1");
        Files.createDirectories(loaded);
        Files.writeString(loaded.resolve("drugs.tsv"), "name\tkind\tingredients\tsource\tambiguous\nQuorvilex\tbrand\tlosartan\town\t\nAdvance\tbrand\tlosartan\town\tyes\n");
        Files.writeString(loaded.resolve("reactions.tsv"), "preferred\tsynonyms\tsource\tsource_id\tambiguous\nquorvil disease\tquorvil fever|quorvil's disease\town\t1\t\n");
        vocabulary = new Vocabulary(dictionary.toString(), folder.resolve("data"));
    }

    private static List<String> drugs(String text) {
        return vocabulary.drugs().find(text).stream().map(Term::preferred).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"carbamezepine|carbamazepine", "Carbamazapine|carbamazepine", "Tegretoll|carbamazepine", "hydroxicloroquine|hydroxychloroquine", "Carbamazepines|carbamazepine"})
    void findsMisspeltNames(String written, String ingredient) {
        assertThat(drugs("She took " + written + " for a year.")).containsExactly(ingredient);
    }

    @ParameterizedTest
    @ValueSource(strings = {"She had carbonation problems.", "The carbohydrates were low.", "He took the carbamide away to the chloroquint."})
    void takesNoOtherWordForAMisspeltName(String text) {
        assertThat(drugs(text)).doesNotContain("carbamazepine", "hydroxychloroquine");
    }

    @Test
    void looksForMisspeltNamesInReasonableTime() {
        String words = String.join(" ", IntStream.range(0, 20_000).mapToObj(i -> "carbamez" + Integer.toString(i, 36).replaceAll("\\d", "q")).toList());
        long begun = System.nanoTime();

        vocabulary.drugs().find(words);

        assertThat((System.nanoTime() - begun) / 1_000_000).as("milliseconds for 20,000 unknown words").isLessThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"She was seen today.", "The lead of the pacemaker broke.", "He had lead poisoning.", "Serum iron was low.", "In advance of the operation she fasted.", "An iron rod fell on him.", "He received iron chelation.", "The Metoprolol-Lewis esophagectomy bears a surgeon's name."})
    void anOrdinaryWordIsNoDrug(String text) {
        assertThat(drugs(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"She took iron 100 mg daily.|iron", "He was given iron.|iron", "She received oral iron.|iron", "She was treated with Advance 50 mg.|losartan", "Her tablets of iron were stopped.|iron", "Iron caused constipation after she had been given iron.|iron"})
    void withADoseOrARouteItIs(String text, String ingredient) {
        assertThat(drugs(text)).contains(ingredient);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"aspirin|acetylsalicylic acid", "ASA|aspirin", "acetaminophen|paracetamol", "rifampin|rifampicin", "cyclosporine|ciclosporin", "meperidine|pethidine", "glyburide|glibenclamide", "acyclovir|aciclovir", "co-amoxiclav|amoxicillin/clavulanic acid", "5-FU|fluorouracil", "VPA|valproic acid"})
    void oneSubstanceHasOneNameWhateverItIsCalled(String one, String other) {
        assertThat(vocabulary.drugs().canonical(drugs("He took " + one + ".").getFirst())).isEqualTo(vocabulary.drugs().canonical(other));
    }

    @Test
    void findsWhatTheOperatorLoaded() {
        assertThat(drugs("Quorvilex was stopped.")).containsExactly("losartan");
        assertThat(vocabulary.reactions().find("He had quorvil fevers.")).extracting(term -> vocabulary.reactions().preferred(term.text())).containsExactly(vocabulary.reactions().preferred("quorvil's disease"));
        assertThat(new Vocabulary("", folder.resolve("none")).drugs().find("Quorvilex was stopped.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"anaemia|anemia", "rashes|rash", "diarrhoea|diarrhea", "oedema|edema", "leucopenia|leukopenia", "hypotensive|hypotension", "thrombocytopenic|thrombocytopenia", "anaemic|anemia", "tumour lysis syndrome|tumor lysis syndrome", "Stevens Johnson syndrome|Stevens-Johnson syndrome"})
    void oneDisorderHasOneNameInEverySpelling(String one, String other) {
        assertThat(vocabulary.reactions().preferred(one)).isEqualTo(vocabulary.reactions().preferred(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drug-classes.txt", "drug-endings.txt", "drug-families.txt", "drug-regimens.tsv", "drug-short-names.tsv", "never-drugs.txt", "not-drugs.txt", "drug-synonyms.txt", "ordinary-drugs.txt", "reactions.txt", "reaction-heads.txt", "reaction-endings.txt", "not-reactions.txt",
            "not-before-a-head.txt", "diagnosis-signs.txt", "symptoms.txt", "medically-important.txt", "laboratory-changes.txt", "tests-of-disorders.txt", "usual-ranges.txt"})
    void eachListNamesItsSource(String list) throws IOException {
        try (var in = TermFiles.class.getResourceAsStream("/terms/" + list)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().takeWhile(line -> line.startsWith("#"))).isNotEmpty().anyMatch(line -> line.contains("this project"));
        }
    }
}
