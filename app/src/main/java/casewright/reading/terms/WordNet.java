package casewright.reading.terms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The nouns of WordNet 3.1, read from its own data file (format: WordNet manual, wndb(5WN)): which are disorders, which are substances, which are
/// ordinary words.
final class WordNet {

    private static final int ACT = 4;
    private static final int BODY = 8;
    private static final int STATE = 26;
    private static final int SUBSTANCE = 27;
    private static final int ARTIFACT = 6;
    private static final List<String> FOLDERS = List.of("/net/sf/extjwnl/data/wordnet/wn31/data.noun");

    /// folded noun -> bits: 1 state, 2 substance or artifact, 4 anything else
    private final Map<String, Integer> kinds = new HashMap<>();
    /// folded disorder -> the first word of its synonym set
    private final Map<String, String> disorders = new HashMap<>();
    private final Set<String> bodyParts = new HashSet<>();

    private WordNet() {
    }

    static WordNet load() {
        WordNet words = new WordNet();
        for (String resource : FOLDERS) {
            try (InputStream in = WordNet.class.getResourceAsStream(resource)) {
                if (in == null) continue;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
                for (String line = reader.readLine(); line != null; line = reader.readLine()) if (!line.startsWith("  ")) words.add(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (words.kinds.isEmpty()) throw new IllegalStateException("WordNet's nouns are missing from the program");
        return words;
    }

    private void add(String line) {
        String[] parts = line.split(" ", 40);
        int file = Integer.parseInt(parts[1]);
        int count = Integer.parseInt(parts[3], 16);
        int bit = file == STATE ? 1 : file == SUBSTANCE || file == ARTIFACT ? 2 : file == ACT || file == BODY ? 4 : 4;
        String gloss = line.substring(line.indexOf('|') + 1);
        boolean disorder = file == STATE && isDisorder(gloss);
        String first = "";
        for (int i = 0; i < count && 4 + 2 * i < parts.length; i++) {
            String written = parts[4 + 2 * i].replace('_', ' ');
            String folded = Fold.phrase(written);
            if (folded.isEmpty()) continue;
            kinds.merge(folded, bit, (a, b) -> a | b);
            if (first.isEmpty()) first = written;
            if (disorder && folded.length() > 3) disorders.putIfAbsent(folded, first);
            if (file == BODY) bodyParts.add(folded);
        }
    }

    private static boolean isDisorder(String gloss) {
        String words = gloss.toLowerCase(java.util.Locale.ROOT);
        for (String sign : List.of("disease", "disorder", "inflammation", "symptom", "pathological", "abnormal", "syndrome", "infection", "pain", "tumor", "tumour", "lesion",
                "deficiency", "swelling", "illness", "poisoning", "blood", "skin", "bleeding", "malignant", "failure of", "inability", "paralysis", "loss of", "excessive",
                "congenital", "breathing", "allerg", "heart", "epilep", "itch", "eruption", "sensation")) {
            if (words.contains(sign)) return true;
        }
        return false;
    }

    Map<String, String> disorders() {
        return disorders;
    }

    boolean isBodyPart(String folded) {
        return bodyParts.contains(folded);
    }

    /// Does the word also mean something that is neither a substance nor a thing?
    boolean hasOtherMeaning(String folded) {
        return (kinds.getOrDefault(folded, 0) & 4) != 0 || (kinds.getOrDefault(folded, 0) & 1) != 0;
    }

    boolean knows(String folded) {
        return kinds.containsKey(folded);
    }
}
