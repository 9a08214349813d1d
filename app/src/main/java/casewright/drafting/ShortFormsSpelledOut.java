package casewright.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Short forms of the source, spelled out where a narrative first uses them: it is read by people who do not have the source beside it.
final class ShortFormsSpelledOut {

    private final List<Spelled> forms;

    ShortFormsSpelledOut(List<Spelled> forms) {
        this.forms = forms;
    }

    /// @param name     "DKA"
    /// @param longForm "diabetic ketoacidosis"
    /// @param citation where the source says so
    record Spelled(String name, String longForm, Citation.Source citation) {

        /// Alone, not as a part of a longer word and not in the brackets that explain it.
        Matcher in(String sentence) {
            return Pattern.compile("(?<![\\p{L}\\p{N}(-])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}-])").matcher(sentence);
        }
    }

    List<NarrativeSentence> in(List<NarrativeSentence> sentences) {
        List<NarrativeSentence> told = new ArrayList<>(sentences);
        for (Spelled form : forms) spellOut(form, told);
        return told;
    }

    private static void spellOut(Spelled form, List<NarrativeSentence> told) {
        for (int i = 0; i < told.size(); i++) {
            NarrativeSentence sentence = told.get(i);
            String words = sentence.sentence();
            Matcher used = form.in(words);
            boolean citesSource = sentence.kind() == NarrativeSentence.Kind.SOURCE || sentence.kind() == NarrativeSentence.Kind.DERIVED;
            // the reporter's own words stay as they are
            boolean quoted = sentence.section().equals("causality");
            if (words.contains("(" + form.name() + ")")) return;
            if (!citesSource || quoted || !used.find()) continue;
            String spelled = words.substring(0, used.start()) + form.longForm() + " (" + form.name() + ")" + words.substring(used.end());
            List<Citation> citations = new ArrayList<>(sentence.citations());
            if (!citations.contains(form.citation())) citations.add(form.citation());
            told.set(i, new NarrativeSentence(sentence.section(), capital(spelled), sentence.kind(), sentence.origin(), citations, sentence.takenBy(), sentence.refused()));
            return;
        }
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
