package casewright.reading.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lists of words that a start leaves behind for the next one: used while their sources are the same and they are whole, made anew otherwise.
class PreparedListsTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path data;
    private Path dictionary;
    private Path prepared;

    @BeforeEach
    void startOnce() throws IOException {
        dictionary = data.resolve("names.tsv");
        Files.writeString(dictionary, "Quorvilex\tlosartan\tbrand\n");
        prepared = data.resolve("vocabulary-prepared");
        start();
        Files.setLastModifiedTime(prepared, LONG_AGO);
    }

    private Vocabulary start() {
        return new Vocabulary(dictionary.toString(), data);
    }

    private static List<String> drugs(Vocabulary vocabulary, String text) {
        return vocabulary.drugs().find(text).stream().map(Term::preferred).toList();
    }

    @Test
    void theNextStartUsesThemAndReadsTheSame() throws IOException {
        Vocabulary next = start();

        assertThat(Files.getLastModifiedTime(prepared)).isEqualTo(LONG_AGO);
        assertThat(drugs(next, "She took Quorvilex, aspirin and atenolol; iron was low.")).containsExactly("losartan", "acetylsalicylic acid", "atenolol");
        assertThat(next.drugs().otherNames("Quorvilex")).containsExactly("losartan");
        assertThat(next.reactions().find("Severe anaemia and DIC followed.")).extracting(Term::text).containsExactly("anaemia", "DIC");
        assertThat(next.isUnknownWord("table")).isFalse();
    }

    @Test
    void anotherDictionaryIsNoticed() throws IOException {
        Files.writeString(dictionary, "Quorvilix\tlosartan\tbrand\n");

        assertThat(drugs(start(), "She took Quorvilix.")).containsExactly("losartan");
        assertThat(Files.getLastModifiedTime(prepared)).isNotEqualTo(LONG_AGO);
    }

    @Test
    void anImportedTableIsNoticed() throws IOException {
        Path folder = Files.createDirectories(data.resolve("vocabulary/1"));
        Files.writeString(folder.resolve("drugs.tsv"), "name\tkind\tingredients\tsource\tambiguous\nZyxadrol\tbrand\tlosartan\town\t\n");

        assertThat(drugs(start(), "She took Zyxadrol.")).containsExactly("losartan");
    }

    @Test
    void damagedAndCutOffOnesAreMadeAnew() throws IOException {
        byte[] whole = Files.readAllBytes(prepared);
        byte[] damaged = whole.clone();
        damaged[damaged.length - 100] ^= 1;

        for (byte[] bad : List.of(damaged, Arrays.copyOf(whole, whole.length / 2), new byte[0])) {
            Files.write(prepared, bad);

            assertThat(drugs(start(), "She took Quorvilex.")).containsExactly("losartan");
            assertThat(prepared).hasBinaryContent(whole);
        }
    }

    /// An import has no dictionary and no use for the words; what it would leave behind serves no start of the service.
    @Test
    void aCommandWithoutTheDictionaryLeavesThemAsTheyAre() {
        new Vocabulary("", data);

        assertThat(drugs(start(), "She took Quorvilex.")).containsExactly("losartan");
        assertThat(prepared).satisfies(file -> assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO));
    }

    @Test
    void aTableHoldsWhatWasPutIn() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i < 5_000; i++) words.put(word(random), word(random));

        WordTable table = WordTable.of(words, Function.identity());

        words.forEach((word, value) -> assertThat(table.get(word)).as("seed %d", seed).isEqualTo(value));
        for (int i = 0; i < 5_000; i++) {
            String other = word(random);
            assertThat(table.contains(other)).as("seed %d", seed).isEqualTo(words.containsKey(other));
        }
        assertThat(WordTable.of(Map.<String, String>of(), Function.identity()).get("a")).isNull();
    }

    /// Short, of few letters, so that words begin alike and hashes meet ("Aa" and "BB").
    private static String word(Random random) {
        return random.ints(random.nextInt(6), 0, 6).collect(StringBuilder::new, (word, i) -> word.append("AaBCé患".charAt(i)), StringBuilder::append).toString();
    }
}
