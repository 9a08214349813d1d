package casewright.reading.terms;

import casewright.reading.terms.Term.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds words for disorders, symptoms and findings in a text: own list, WordNet's disorders, loaded vocabularies, endings (-itis, -penia), and general
/// heads with a word before them (renal dysfunction).
public final class ReactionTerms {

    private static final Set<String> HEADS = Set.copyOf(TermFiles.lines("reaction-heads.txt"));
    private static final Set<String> NOT_BEFORE_A_HEAD = Set.copyOf(TermFiles.lines("not-before-a-head.txt"));

    private static final Pattern DESCRIBING = Pattern.compile("\\p{L}+(?:y|ful|ous|ic|ed|al|ing|ile)");
    private static final Pattern INABILITY = Pattern.compile("(?i)^(?:could not|unable to)");
    private static final Pattern OBJECT = Pattern.compile("^(?: (?!and\\b|or\\b|but\\b)[\\p{L}\\p{N}'-]+){1,7}");

    /// Malignant tumours of every kind are on EMA's list of important medical events.
    private static final Pattern MALIGNANT = Pattern.compile("(?:carcinoma|sarcoma|lymphoma|leuk(?:a)?emia|melanoma|blastoma|myeloma)s?\\b|\\bcancers?\\b|\\bmalignan", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile(" (?!and\\b|with\\b|upon\\b|when\\b)\\p{L}{4,}");

    /// folded term -> its preferred one
    private final WordTable terms;
    /// short forms that are matched by case, as written -> their preferred term
    private final WordTable byCase;
    private final Set<String> never = ReactionLists.never();
    private final Set<String> important = new HashSet<>();
    private final Set<String> symptoms = new HashSet<>();
    private final Map<String, Set<String>> signs = new HashMap<>();
    private final LaboratoryChanges changes = new LaboratoryChanges();
    private final List<String> endings = TermFiles.lines("reaction-endings.txt");

    ReactionTerms(PreparedLists lists) {
        terms = lists.get(PreparedLists.Name.REACTIONS);
        byCase = lists.get(PreparedLists.Name.REACTIONS_BY_CASE);
        for (String line : TermFiles.lines("symptoms.txt")) symptoms.add(preferred(line));
        for (String line : TermFiles.lines("medically-important.txt")) important.add(preferred(line));
        for (String line : TermFiles.lines("diagnosis-signs.txt")) {
            String[] parts = line.split("\\s*\\|\\s*");
            Set<String> of = signs.computeIfAbsent(preferred(parts[0]), _ -> new HashSet<>());
            for (int i = 1; i < parts.length; i++) of.add(preferred(parts[i]));
        }
    }

    /// What the lists call it, else its own folded words.
    public String preferred(String written) {
        String term = SwollenParts.withoutPart(written);
        @Nullable String listed = terms.get(Fold.phrase(term));
        if (listed == null) listed = byCase.get(term.strip());
        if (listed != null) return Fold.phrase(listed);
        return changes.find(term).stream().findFirst().map(change -> Fold.phrase(change.preferred())).orElseGet(() -> Fold.phrase(term));
    }

    /// Is the term, or one that stands in it, medically important by itself?
    public boolean isImportant(String term) {
        if (important.contains(preferred(term)) || MALIGNANT.matcher(term).find()) return true;
        return find(term).stream().anyMatch(found -> important.contains(preferred(found.text())));
    }

    /// A complaint or sign, no condition of its own.
    public boolean isSymptom(String term) {
        return symptoms.contains(preferred(term));
    }

    /// Is the one a sign of the other, and so no reaction of its own beside it? Both as preferred terms.
    public boolean isSignOf(String sign, String diagnosis) {
        return !sign.equals(diagnosis) && signs.getOrDefault(diagnosis, Set.of()).contains(sign);
    }

    public boolean isListed(String term) {
        return terms.contains(Fold.phrase(term)) || byCase.contains(term.strip());
    }

    /// Terms in the order of the text, longest first where they overlap.
    public List<Term> find(String text) {
        List<Fold.Token> tokens = Fold.tokens(text);
        List<Term> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Term term = longestAt(text, tokens, i);
            if (term == null) {
                i++;
                continue;
            }
            // "itchy rash": the word before it describes the reaction and is none of its own
            if (!found.isEmpty() && found.getLast().end() + 1 == term.start() && DESCRIBING.matcher(found.getLast().text()).matches()) found.removeLast();
            found.add(term);
            while (i < tokens.size() && tokens.get(i).start() < term.end()) i++;
        }
        for (Term change : changes.find(text)) {
            if (found.stream().anyMatch(term -> term.overlaps(change) && term.end() - term.start() >= change.end() - change.start())) continue;
            found.removeIf(change::overlaps);
            found.add(change);
        }
        found.sort(Comparator.comparingInt(Term::start));
        return found;
    }

    private @Nullable Term longestAt(String text, List<Fold.Token> tokens, int i) {
        int start = tokens.get(i).start();
        for (int n = Math.min(ReactionLists.LONGEST_TERM_WORDS, tokens.size() - i); n >= 1; n--) {
            int end = tokens.get(i + n - 1).end();
            if (crosses(text, start, end)) continue;
            String written = text.substring(start, end);
            StringBuilder phrase = new StringBuilder(tokens.get(i).folded());
            for (int k = 1; k < n; k++) phrase.append(' ').append(tokens.get(i + k).folded());
            @Nullable String listed = n == 1 ? byCase.get(written) : null;
            if (listed == null) listed = terms.get(phrase.toString());
            if (listed != null && !never.contains(phrase.toString())) {
                if (written.equalsIgnoreCase("swelled")) {
                    int from = SwollenParts.startBefore(text, start);
                    int to = SwollenParts.endBehind(text, end);
                    return new Term(from, to, text.substring(from, to), listed, Kind.DISORDER, false);
                }
                int whole = INABILITY.matcher(written).find() ? withObject(text, end) : written.equalsIgnoreCase("painful") ? withPart(text, tokens, i + 1, end) : end;
                return new Term(start, whole, text.substring(start, whole), listed, Kind.DISORDER, false);
            }
            if (n == 2 && HEADS.contains(tokens.get(i + 1).folded()) && modifier(tokens.get(i).folded())) {
                return new Term(start, end, written, phrase.toString(), Kind.DISORDER, false);
            }
        }
        Fold.Token token = tokens.get(i);
        if (token.folded().length() >= 6 && !never.contains(token.folded()) && hasEnding(token.folded())) {
            return new Term(token.start(), token.end(), text.substring(token.start(), token.end()), token.folded(), Kind.ENDING, false);
        }
        return null;
    }

    /// "could not lift" + "my left arm for 72 hours": what could not be done belongs to the term.
    private static int withObject(String text, int end) {
        var matcher = OBJECT.matcher(text.substring(end));
        return matcher.find() ? end + matcher.end() : end;
    }

    /// "painful gingiva": where it hurts, unless the next word is a finding of its own ("painful rash").
    private int withPart(String text, List<Fold.Token> tokens, int next, int end) {
        var matcher = PART.matcher(text).region(end, text.length());
        return next < tokens.size() && matcher.lookingAt() && longestAt(text, tokens, next) == null ? matcher.end() : end;
    }

    private static boolean modifier(String word) {
        return word.length() > 2 && !NOT_BEFORE_A_HEAD.contains(word) && word.chars().allMatch(Character::isLetter) && !word.endsWith("ly") && !word.endsWith("ing");
    }

    private boolean hasEnding(String word) {
        // "antituberculosis treatment"
        if (word.startsWith("anti")) return false;
        for (String ending : endings) if (word.endsWith(ending)) return true;
        return false;
    }

    private static boolean crosses(String text, int start, int end) {
        for (int k = start; k < end; k++) {
            char c = text.charAt(k);
            if (c == '\n' || c == ';' || c == ':' || c == ',' || c == '(' || c == ')' || c == '.' && k + 1 < end && text.charAt(k + 1) == ' ') return true;
        }
        return false;
    }
}
