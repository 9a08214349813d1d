package casewright.drafting;

import casewright.reading.terms.Fold;
import casewright.reading.terms.Term;
import casewright.reading.terms.Vocabulary;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Whether a sentence says no more than its citations: every number, month, unit, drug and disorder of it stands in them, nothing denied or doubted in them
/// is turned, and a model's wording gives no drug another's dose.
@Component
public class NarrativeCheck {

    private static final double LEAST_OF_ITS_WORDS = 0.8;
    private static final double LEAST_OF_CITED_WORDS = 0.7;
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    /// Numbers in words, by their digits: "the third day" and "day 3" say the same number.
    private static final List<String> NUMBER_WORDS = List.of("one|first", "two|second|twice", "three|third", "four|fourth", "five|fifth", "six|sixth", "seven|seventh", "eight|eighth", "nine|ninth", "ten|tenth", "eleven|eleventh", "twelve|twelfth");
    private static final Pattern ORDINAL = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)\\b");
    private static final Pattern MONTH = Pattern.compile("\\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b");
    private static final Pattern AMOUNT = Pattern.compile("\\d+(?:[.,]\\d+)*\\s?(?:mg|g|mcg|\u00b5g|\u03bcg|ug|ml|mL|IU|U|units?|tablets?|capsules?)\\b(?!/d?[lL])");
    private static final Pattern CLAUSE_END = Pattern.compile("[;,.]|\\b(?:but|and|as well as|however|although|while|whereas)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT = Pattern.compile("(?<=\\d)\\s?(mg|g|mcg|\u00b5g|\u03bcg|ng|pg|kg|ml|mL|L|dL|U|IU|mmol|mEq|%|mmHg|cm|mm)\\b");
    private static final Pattern NEGATION = Pattern.compile("\\b(?:no|not|without|never|denied|denies|neither|nor|none|absent|negative|failed|cannot|n't)\\b", Pattern.CASE_INSENSITIVE);
    /// "We consider", "our patient"; not the I of "type I".
    private static final Pattern FIRST_PERSON = Pattern.compile("\\b(?:[Ww]e|[Oo]ur|[Uu]s|[Mm]y)\\b|^I\\b");
    private static final Pattern CAUSE = Pattern.compile("\\b(?:caus(?:ed?|es|ing)|induc(?:ed?|es|ing)|due to|owing to|because of|led to|leading to|result(?:ed|ing)? (?:in|from)|attribut\\w+|secondary to|triggered|provoked|responsible|related)\\b", Pattern.CASE_INSENSITIVE);
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
        Set<String> counted = counted(cited);
        for (String number : counted(sentence)) if (!counted.contains(number)) return Optional.of("the number " + number + " is not in its citations");
        Set<String> months = months(cited);
        for (String month : months(sentence)) if (!months.contains(month)) return Optional.of("the month " + month + " is not in its citations");
        Set<String> units = all(UNIT, cited);
        for (String unit : all(UNIT, sentence)) if (!units.contains(unit)) return Optional.of("the unit " + unit + " is not in its citations");
        Set<String> citedWords = new HashSet<>(List.of(Fold.phrase(cited).split(" ")));
        for (var term : vocabulary.drugs().find(sentence)) if (!has(citedWords, term.text())) return Optional.of("a drug is named that its citations do not name");
        for (var term : vocabulary.reactions().find(sentence)) if (!has(citedWords, term.text())) return Optional.of("an event is named that its citations do not name");
        if (count(NEGATION, sentence) != count(NEGATION, cited)) return Optional.of("something denied in the source is affirmed, or the reverse");
        if (count(DOUBT, sentence) < count(DOUBT, cited)) return Optional.of("a doubt of the source is left out");
        return Optional.empty();
    }

    /// Whether a wording of a model crosses what its citations keep apart, another drug's dose or a denial that moved to another event, leaves out a drug or its dose, or speaks in the first person. Counting words
    /// does not see it, as each stands in the citations.
    ///
    /// @return what is crossed, or empty
    public Optional<String> crossed(String sentence, List<Citation> citations) {
        String cited = String.join(" ", citations.stream().map(Citation::quote).toList());
        Map<String, Set<String>> citedDoses = doses(cited);
        for (Map.Entry<String, Set<String>> dose : doses(sentence).entrySet()) {
            Set<String> drugs = citedDoses.getOrDefault(dose.getKey(), Set.of());
            if (!drugs.isEmpty() && Collections.disjoint(drugs, dose.getValue())) return Optional.of("the source gives " + dose.getKey() + " for another drug");
        }
        Set<String> told = new HashSet<>(List.of(Fold.phrase(sentence).split(" ")));
        for (Term drug : vocabulary.drugs().find(cited)) if (!has(told, drug.text())) return Optional.of("it leaves out " + drug.text() + ", which the source names");
        for (String amount : citedDoses.keySet()) if (!sentence.replaceAll("\\s", "").contains(amount)) return Optional.of("it leaves out " + amount + ", which the source names");
        Map<String, Boolean> citedEvents = denied(cited);
        for (Map.Entry<String, Boolean> event : denied(sentence).entrySet()) {
            if (!citedEvents.getOrDefault(event.getKey(), event.getValue()).equals(event.getValue())) return Optional.of("something denied in the source is affirmed, or the reverse");
        }
        if (count(CAUSE, sentence) > count(CAUSE, cited)) return Optional.of("it states a cause that the source does not");
        if (FIRST_PERSON.matcher(sentence).find()) return Optional.of("it speaks in the first person");
        return Fold.phrase(sentence).equals(Fold.phrase(cited)) ? Optional.of("it copies the source instead of telling it") : Optional.empty();
    }

    /// Each amount with the drug that stands nearest to it.
    private Map<String, Set<String>> doses(String text) {
        Map<String, Set<String>> doses = new HashMap<>();
        List<Term> drugs = vocabulary.drugs().find(text);
        Matcher amount = AMOUNT.matcher(text);
        while (amount.find()) {
            int start = amount.start();
            int end = amount.end();
            drugs.stream().min(Comparator.comparingInt(drug -> drug.end() <= start ? start - drug.end() : Math.max(0, drug.start() - end)))
                    .ifPresent(drug -> doses.computeIfAbsent(amount.group().replaceAll("\\s", ""), _ -> new HashSet<>()).add(drug.preferred()));
        }
        return doses;
    }

    /// Each event, and whether its clause denies it.
    private Map<String, Boolean> denied(String text) {
        Map<String, Boolean> events = new HashMap<>();
        for (String clause : CLAUSE_END.split(text)) for (Term event : vocabulary.reactions().find(clause)) events.merge(event.preferred(), NEGATION.matcher(clause).find(), Boolean::logicalOr);
        return events;
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

    private static Set<String> counted(String text) {
        Set<String> numbers = all(NUMBER, text);
        String folded = " " + Fold.phrase(text) + " ";
        for (int n = 0; n < NUMBER_WORDS.size(); n++) for (String word : NUMBER_WORDS.get(n).split("\\|")) if (folded.contains(" " + word + " ")) numbers.add(Integer.toString(n + 1));
        Matcher ordinal = ORDINAL.matcher(text);
        while (ordinal.find()) numbers.add(ordinal.group(1));
        return numbers;
    }

    private static Set<String> months(String text) {
        return all(MONTH, text).stream().map(month -> month.substring(0, 3)).collect(Collectors.toSet());
    }

    private static int count(Pattern pattern, String text) {
        int count = 0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) count++;
        return count;
    }
}
