package casewright.evidence.listedness;

import casewright.reading.terms.Fold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of a text by names that labels and reports share: "elevated SGPT" and "alanine aminotransferase increased" hold the same two.
final class CommonWords {

    /// @param start first UTF-16 unit in the text, end excluded
    /// @param name  the same for all ways to say it
    /// @param plain the folded word as it stands there; the first one of several
    record Word(int start, int end, String name, String plain) {
    }

    /// Words that say nothing about which reaction it is.
    private static final Set<String> SMALL = Set.of("a", "an", "the", "of", "in", "on", "to", "at", "by", "with", "from", "for", "as", "and", "or", "nos", "due", "s");
    /// Neither do these beside what is measured.
    private static final Set<String> MEASURES = Set.of("count", "level", "concentration", "value", "serum", "plasma", "activity");
    private static final Pattern RUN_TOGETHER = Pattern.compile("\\p{Ll}{3}(?=\\p{Lu}\\p{Ll}{2}|\\p{Lu}{3}\\b)");
    /// Written with a hyphen, a blank or neither: "cardio-respiratory", "multi organ", "prehypertension".
    private static final Set<String> PREFIXES = Set.of("angio", "anti", "auto", "broncho", "cardio", "cerebro", "dermato", "embryo", "gastro", "hemato", "hepato", "hyper", "hypo", "immuno",
            "multi", "musculo", "myo", "neuro", "oro", "peri", "photo", "poly", "post", "pre", "thrombo", "tri");
    private static final int LONGEST_FORM_WORDS = 8;

    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Set<String> BODY_PARTS = new HashSet<>();

    static {
        for (String line : WordFiles.lines("body-parts.txt")) BODY_PARTS.add(addLine(line));
        for (String line : WordFiles.lines("same-words.txt")) addLine(line);
    }

    private CommonWords() {
    }

    private static String addLine(String line) {
        String[] forms = line.split("\\s*\\|\\s*");
        String name = key(tokens(forms[0]));
        for (String form : forms) NAMES.putIfAbsent(key(tokens(form)), name);
        return name;
    }

    /// @param formsOfSeveralWords whether "shortness of breath" is one word; it is three where parts may be shared ("chest pain or tightness")
    static List<Word> of(String text, boolean formsOfSeveralWords) {
        List<Fold.Token> tokens = tokens(text);
        List<Word> words = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            int taken = formsOfSeveralWords ? longestForm(text, tokens, i) : 1;
            List<Fold.Token> form = tokens.subList(i, i + taken);
            String key = key(form);
            words.add(new Word(form.getFirst().start(), form.getLast().end(), NAMES.getOrDefault(key, key), form.getFirst().folded()));
            i += taken;
        }
        return words;
    }

    private static List<Fold.Token> tokens(String text) {
        return withPrefixes(text, parted(text));
    }

    /// Where cells of a table ran into each other ("arrestNervous"), a capital begins the next word.
    private static List<Fold.Token> parted(String text) {
        List<Fold.Token> tokens = new ArrayList<>();
        for (Fold.Token token : Fold.tokens(text)) {
            Matcher border = RUN_TOGETHER.matcher(text).region(token.start(), token.end());
            int start = token.start();
            while (border.find()) {
                tokens.add(new Fold.Token(start, border.end(), Fold.word(text.substring(start, border.end()))));
                start = border.end();
            }
            tokens.add(start == token.start() ? token : new Fold.Token(start, token.end(), Fold.word(text.substring(start, token.end()))));
        }
        return tokens;
    }

    private static List<Fold.Token> withPrefixes(String text, List<Fold.Token> tokens) {
        List<Fold.Token> joined = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Fold.Token token = tokens.get(i);
            if (i + 1 < tokens.size() && PREFIXES.contains(token.folded()) && tokens.get(i + 1).start() == token.end() + 1 && " -".indexOf(text.charAt(token.end())) >= 0) {
                Fold.Token rest = tokens.get(++i);
                token = new Fold.Token(token.start(), rest.end(), token.folded() + rest.folded());
            }
            joined.add(token);
        }
        return joined;
    }

    private static int longestForm(String text, List<Fold.Token> tokens, int from) {
        for (int n = Math.min(LONGEST_FORM_WORDS, tokens.size() - from); n > 1; n--) {
            List<Fold.Token> form = tokens.subList(from, from + n);
            boolean isWhole = !isLight(form.getFirst().folded()) && !isLight(form.getLast().folded());
            if (isWhole && NAMES.containsKey(key(form)) && isUnbroken(text, form)) return n;
        }
        return 1;
    }

    private static boolean isUnbroken(String text, List<Fold.Token> form) {
        for (int i = form.getFirst().start(); i < form.getLast().end(); i++) if (";:.,()/\n".indexOf(text.charAt(i)) >= 0) return false;
        return true;
    }

    /// The same for "loss of appetite" and "appetite loss". One word alone says nothing without the light ones: "lack of concentration" is more than a lack.
    private static String key(List<Fold.Token> tokens) {
        List<Fold.Token> heavy = tokens.stream().filter(token -> !isLight(token.folded())).toList();
        return (heavy.size() > 1 ? heavy : tokens).stream().map(token -> Stem.of(token.folded())).sorted().collect(Collectors.joining(" "));
    }

    static boolean isLight(Word word) {
        return isLight(word.plain()) && word.name().equals(Stem.of(word.plain()));
    }

    private static boolean isLight(String folded) {
        return SMALL.contains(folded) || MEASURES.contains(folded);
    }

    static boolean isMeasure(Word word) {
        return MEASURES.contains(word.plain());
    }

    static boolean isBodyPart(Word word) {
        return BODY_PARTS.contains(word.name());
    }
}
