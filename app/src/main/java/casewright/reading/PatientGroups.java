package casewright.reading;

import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Several patients in one document: each one's sentences apart. Told by headings ("Case 1", "Patient B"), or by sentences that bring in a further
/// patient ("The second patient, a 45-year-old man", "A 71-year-old woman").
final class PatientGroups {

    private static final Pattern HEADING = Pattern.compile("^(?:case|patient|subject)(?: report)? ?(?:no\\.? ?|# ?|number )?(\\d{1,2}|[A-F]|one|two|three|four|five|six)\\b(?:[:.)\u2013\u2014-]| ?$| ?\\()", Pattern.CASE_INSENSITIVE);
    private static final Pattern FURTHER = Pattern.compile("^(?:The|Our) (?:first|second|third|fourth|fifth|next|other|last) (?:patient|case)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEW_PERSON = Pattern.compile("^(?:An?|This) (?<n>\\d{1,3})[- ](?:years?|months?|weeks?|days?)[- ]old\\b", Pattern.CASE_INSENSITIVE);

    private PatientGroups() {
    }

    /// @return the whole text alone when it tells of one patient
    static List<SourceText> of(SourceText text) {
        List<Sentence> sentences = text.sentences();
        List<Integer> starts = starts(sentences, HEADING);
        if (starts.size() < 2) starts = starts(sentences, FURTHER);
        if (starts.size() < 2) starts = people(sentences);
        if (starts.size() < 2) return List.of(text);
        List<SourceText> groups = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : sentences.size();
            List<Sentence> own = new ArrayList<>();
            for (Sentence sentence : sentences.subList(starts.get(i), end)) if (sentence.section().tellsOfPatient() && sentence.section() != Section.CAPTION) own.add(sentence);
            if (!own.isEmpty()) groups.add(text.part(own));
        }
        return groups;
    }

    private static List<Integer> starts(List<Sentence> sentences, Pattern pattern) {
        List<Integer> starts = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Sentence sentence : sentences) {
            Matcher matcher = pattern.matcher(sentence.text());
            boolean named = matcher.find() && (sentence.section().tellsOfPatient() || sentence.text().length() < 40) && sentence.section() != Section.REFERENCES;
            if (named && seen.add(matcher.group().toLowerCase(Locale.ROOT).replaceAll("\\W", ""))) starts.add(sentence.index());
        }
        return starts;
    }

    /// Sentences that begin with a person of an age not told before.
    private static List<Integer> people(List<Sentence> sentences) {
        List<Integer> starts = new ArrayList<>();
        Set<String> ages = new LinkedHashSet<>();
        for (Sentence sentence : sentences) {
            Matcher matcher = NEW_PERSON.matcher(sentence.text());
            if (sentence.section().tellsOfPatient() && sentence.section() != Section.CAPTION && matcher.find() && ages.add(matcher.group("n"))) starts.add(sentence.index());
        }
        return starts;
    }
}
