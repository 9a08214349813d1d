package casewright.drafting;

import casewright.reading.terms.Fold;
import casewright.reading.terms.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Whether a sentence says no more than its citations: every number, unit, drug and disorder of it stands in them, and nothing denied or doubted in them is
/// turned.
@Component
public class NarrativeCheck {

    private static final double LEAST_OF_ITS_WORDS = 0.8;
    private static final double LEAST_OF_CITED_WORDS = 0.7;
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern UNIT = Pattern.compile("(?<=\\d)\\s?(mg|g|mcg|\u00b5g|\u03bcg|ng|pg|kg|ml|mL|L|dL|U|IU|mmol|mEq|%|mmHg|cm|mm)\\b");
    private static final Pattern NEGATION = Pattern.compile("\\b(?:no|not|without|never|denied|denies|neither|nor|none|absent|negative|failed|cannot|n't)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOUBT = Pattern.compile("\\b(?:suspect\\w*|possibl\\w*|probabl\\w*|likely|unlikely|may|might|could|presum\\w*|suggest\\w*|considered)\\b", Pattern.CASE_INSENSITIVE);

    private final Vocabulary vocabulary;

    public NarrativeCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// @return why the sentence fails, or empty when it holds
    public Optional<String> fault(String sentence, List<Citation> citations) {
        String cited = String.join(" ", citations.stream().map(Citation::quote).toList());
        Set<String> numbers = all(NUMBER, cited);
        for (String number : all(NUMBER, sentence)) if (!numbers.contains(number)) return Optional.of("the number " + number + " is not in its citations");
        Set<String> units = all(UNIT, cited);
        for (String unit : all(UNIT, sentence)) if (!units.contains(unit)) return Optional.of("the unit " + unit + " is not in its citations");
        Set<String> citedWords = new HashSet<>(List.of(Fold.phrase(cited).split(" ")));
        for (var term : vocabulary.drugs().find(sentence)) if (!has(citedWords, term.text())) return Optional.of("a drug is named that its citations do not name");
        for (var term : vocabulary.reactions().find(sentence)) if (!has(citedWords, term.text())) return Optional.of("an event is named that its citations do not name");
        if (count(NEGATION, sentence) != count(NEGATION, cited)) return Optional.of("something denied in the source is affirmed, or the reverse");
        if (count(DOUBT, sentence) < count(DOUBT, cited)) return Optional.of("a doubt of the source is left out");
        return Optional.empty();
    }

    /// Does a retold sentence say the same and nothing else? Most of its words stand in the citations, and most of theirs in it.
    public boolean isRetelling(String sentence, List<Citation> citations) {
        Set<String> told = contentWords(sentence);
        Set<String> cited = contentWords(String.join(" ", citations.stream().map(Citation::quote).toList()));
        long shared = told.stream().filter(cited::contains).count();
        return !told.isEmpty() && shared >= LEAST_OF_ITS_WORDS * told.size() && shared >= LEAST_OF_CITED_WORDS * cited.size();
    }

    /// Words of four letters or more by their first five letters, so that "stopped" and "stop" are one; and numbers.
    private static Set<String> contentWords(String text) {
        Set<String> words = new HashSet<>();
        for (String word : Fold.phrase(text).split(" ")) if (word.length() >= 4 || word.chars().anyMatch(Character::isDigit)) words.add(word.substring(0, Math.min(5, word.length())));
        words.removeAll(Set.of("patie", "which", "were", "been", "with", "that", "this", "after", "from", "have"));
        return words;
    }

    private static boolean has(Set<String> citedWords, String name) {
        for (String word : Fold.phrase(name).split(" ")) if (!citedWords.contains(word)) return false;
        return true;
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> all = new HashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) all.add(matcher.group().strip().toLowerCase(Locale.ROOT).replace('\u03bc', '\u00b5'));
        return all;
    }

    private static int count(Pattern pattern, String text) {
        int count = 0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) count++;
        return count;
    }
}
