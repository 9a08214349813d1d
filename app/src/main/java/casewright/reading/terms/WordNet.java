package casewright.reading.terms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The nouns of WordNet 3.1, read from its own data file (format: WordNet manual, wndb(5WN)): which are disorders, which are substances, which are
/// ordinary words.
final class WordNet {

    private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";
    /// What the glosses of artifacts that are medicines say of them.
    private static final List<String> MEDICINE = List.of("drug", "medic", "antibiotic", "vaccine", "treat", "sedative", "hormone", "steroid", "anesthetic", "analgesic", "trade name", "inhibitor", "agonist", "blocker", "diuretic", "psychotic", "depressant");
    /// What the glosses of disorders say of them.
    private static final List<String> SIGNS = List.of("disease", "disorder", "inflammation", "symptom", "pathological", "abnormal", "syndrome", "infection", "pain", "tumor", "tumour", "lesion",
            "deficiency", "swelling", "illness", "poisoning", "blood", "skin", "bleeding", "malignant", "failure of", "inability", "paralysis", "loss of", "excessive",
            "congenital", "breathing", "allerg", "heart", "epilep", "itch", "eruption", "sensation");
    private static final int OFFSET_CHARS = 8;
    private static final int ARTIFACT = 6;
    private static final int BODY = 8;
    private static final int STATE = 26;
    private static final int SUBSTANCE = 27;

    enum Kind { DISORDER, STATE, SUBSTANCE, BODY, OTHER }

    /// @param first its first word; of disorders only
    private record Synset(Kind kind, String first) {
    }

    private static final Synset NO_DISORDER = new Synset(Kind.OTHER, "");

    /// folded noun -> what it means first of all
    private final Map<String, Kind> nouns = new HashMap<>(90_000);
    /// folded disorder -> the first word of its synonym set
    private final Map<String, String> disorders = new HashMap<>();
    /// folded verbs, adjectives, adverbs
    private final Map<String, Boolean> others = new HashMap<>(60_000);

    private WordNet() {
    }

    /// Where its files are: the name of the library, which holds the version.
    static String version() {
        return String.valueOf(WordNet.class.getResource(FOLDER + "data.noun"));
    }

    static WordNet load() {
        WordNet words = new WordNet();
        CompletableFuture<Void> others = CompletableFuture.runAsync(words::addOthers);
        Map<String, Synset> synsets = new HashMap<>(40_000);
        lines("data.noun", (text, from, end) -> {
            if (!isOfUse(text, from)) return;
            String line = text.substring(from, end);
            Synset synset = synset(line);
            if (synset.kind() != Kind.OTHER) synsets.put(line.substring(0, OFFSET_CHARS), synset);
        });
        lines("index.noun", (text, from, end) -> words.addNoun(text, from, end, synsets));
        others.join();
        if (words.nouns.isEmpty()) throw new IllegalStateException("WordNet's nouns are missing from the program");
        return words;
    }

    /// What to do with a line: [from, end) of the file's text.
    private interface Line {

        void read(String text, int from, int end);
    }

    /// Of words alone: no phrase is ever asked for.
    private void addOthers() {
        for (String file : List.of("index.verb", "index.adj", "index.adv")) {
            lines(file, (text, from, _) -> {
                int wordEnd = text.indexOf(' ', from);
                if (isOneWord(text, from, wordEnd)) others.put(Fold.phrase(text.substring(from, wordEnd)), true);
            });
        }
    }

    private static boolean isOneWord(String text, int from, int end) {
        for (int i = from; i < end; i++) if (text.charAt(i) == '_' || text.charAt(i) == '-') return false;
        return true;
    }

    private static void lines(String file, Line each) {
        try (InputStream in = WordNet.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) throw new IllegalStateException("WordNet's file " + file + " is missing from the program");
            // Whole, as this takes half the time of reading by lines, and the service waits for it.
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (int from = 0, end = text.indexOf('\n'); end >= 0; from = end + 1, end = text.indexOf('\n', from)) {
                if (!text.startsWith("  ", from)) each.read(text, from, end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A quarter of the synonym sets: the others are read by their words alone.
    private static boolean isOfUse(String text, int from) {
        int file = file(text, from);
        return file == ARTIFACT || file == BODY || file == STATE || file == SUBSTANCE;
    }

    private static int file(String text, int from) {
        return (text.charAt(from + 9) - '0') * 10 + text.charAt(from + 10) - '0';
    }

    private static Synset synset(String line) {
        int wordStart = 17;
        Kind kind = switch (file(line, 0)) {
            case STATE -> holdsOne(line.substring(line.indexOf('|') + 1).toLowerCase(Locale.ROOT), SIGNS) ? Kind.DISORDER : Kind.STATE;
            case SUBSTANCE -> Kind.SUBSTANCE;
            case ARTIFACT -> holdsOne(line.substring(line.indexOf('|') + 1), MEDICINE) ? Kind.SUBSTANCE : Kind.OTHER;
            case BODY -> Kind.BODY;
            default -> Kind.OTHER;
        };
        return new Synset(kind, kind == Kind.DISORDER ? line.substring(wordStart, line.indexOf(' ', wordStart)).replace('_', ' ') : "");
    }

    /// The senses of a word stand in the order of their frequency: the first one counts.
    private void addNoun(String text, int from, int end, Map<String, Synset> synsets) {
        int wordEnd = text.indexOf(' ', from);
        int sensesAt = text.indexOf(' ', wordEnd + 1) + 1;
        int senses = Integer.parseInt(text, sensesAt, text.indexOf(' ', sensesAt), 10);
        while (text.charAt(end - 1) == ' ') end--;
        // The line ends with the place of each sense in the other file, a blank between them.
        int place = end - senses * (OFFSET_CHARS + 1) + 1;
        Synset first = synsets.getOrDefault(text.substring(place, place + OFFSET_CHARS), NO_DISORDER);
        boolean disorder = first.kind() == Kind.DISORDER;
        // of phrases only disorders are ever asked for
        if (!disorder && !isOneWord(text, from, wordEnd)) return;
        String folded = Fold.phrase(text.substring(from, wordEnd).replace('_', ' '));
        if (folded.isEmpty()) return;
        nouns.putIfAbsent(folded, first.kind());
        if (disorder && folded.length() > 3) disorders.putIfAbsent(folded, first.first());
    }

    private static boolean holdsOne(String gloss, List<String> words) {
        for (String word : words) {
            if (gloss.contains(word)) return true;
        }
        return false;
    }

    Map<String, String> disorders() {
        return disorders;
    }

    WordTable nouns() {
        return WordTable.of(nouns, Kind::name);
    }

    WordTable otherWords() {
        return WordTable.of(others, _ -> "");
    }
}
