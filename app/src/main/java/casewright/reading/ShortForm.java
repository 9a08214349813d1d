package casewright.reading;

import casewright.reading.text.Sentence;
import casewright.reading.terms.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A short form that the source itself spells out: "diabetic ketoacidosis (DKA)".
///
/// @param name     as written in brackets
/// @param longForm the words before the brackets that it stands for
/// @param quote    both, where they stand
public record ShortForm(String name, String longForm, Quote quote) {

    private static final Pattern BRACKETS = Pattern.compile("\\((?<name>(?=[\\p{L}\\d-]*\\p{Lu}[\\p{L}\\d-]*\\p{Lu})\\p{Lu}[\\p{L}\\d-]{1,9})\\)");
    private static final Pattern WORD = Pattern.compile("\\S+");

    /// The disorders, drugs and procedures that have a short form. Those of laboratory values stay out: readers know them better than what they stand for.
    static List<ShortForm> in(List<Sentence> sentences, Vocabulary vocabulary) {
        Map<String, ShortForm> found = new LinkedHashMap<>();
        for (Sentence sentence : sentences) {
            Matcher brackets = BRACKETS.matcher(sentence.text());
            while (brackets.find()) {
                String name = brackets.group("name");
                int start = startOfLongForm(name, sentence.text().substring(0, brackets.start()));
                if (start < 0) continue;
                String longForm = sentence.text().substring(start, brackets.start()).strip();
                boolean told = !vocabulary.reactions().find(longForm).isEmpty() || !vocabulary.drugs().find(longForm).isEmpty();
                if (told) found.putIfAbsent(name, new ShortForm(name, longForm, sentence.quote(start, brackets.end())));
            }
        }
        return new ArrayList<>(found.values());
    }

    /// Each letter of the short form, from its end, is found in the words before it; its first letter begins a word (Schwartz and Hearst, "A simple algorithm
    /// for identifying abbreviation definitions in biomedical text", PSB 2003).
    ///
    /// @return where the long form begins, or -1
    private static int startOfLongForm(String name, String before) {
        List<Integer> words = new ArrayList<>();
        Matcher word = WORD.matcher(before);
        while (word.find()) words.add(word.start());
        int most = Math.min(name.length() + 5, name.length() * 2);
        int earliest = words.isEmpty() ? 0 : words.get(Math.max(0, words.size() - most));
        int at = before.length() - 1;
        for (int i = name.length() - 1; i >= 0; i--) {
            char letter = Character.toLowerCase(name.charAt(i));
            if (!Character.isLetterOrDigit(letter)) continue;
            while (at >= earliest && (Character.toLowerCase(before.charAt(at)) != letter || i == 0 && at > 0 && Character.isLetterOrDigit(before.charAt(at - 1)))) at--;
            if (at < earliest) return -1;
            at--;
        }
        int start = at + 1;
        return before.length() - start > name.length() + 1 ? start : -1;
    }
}
