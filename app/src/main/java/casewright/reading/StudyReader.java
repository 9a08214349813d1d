package casewright.reading;

import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The study in which the patient took part (E2B(R3) C.5.2 name, C.5.3 number, C.5.4 type): only where the text says that the patient was in it.
final class StudyReader {

    private static final Pattern IN_STUDY = Pattern.compile("\\b(?:enrol(?:l)?ed|participat(?:ed|ing)|randomi[sz]ed|included|took part|taking part|(?:participant|subject|patient) (?:was |is )?)(?: \\w+){0,3}? (?:in|into|of) (?:an?|the|our) (?<s>(?:[\\w-]+ ){0,8}?(?<kind>trial|study|registry|compassionate use programme?|expanded access programme?|named[- ]patient programme?))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("(?:^|[ (])(?<n>[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*)(?= (?:trial|study|registry)| (?:[a-z-]+ ){1,3}(?:trial|study))");
    private static final Pattern NUMBER = Pattern.compile("\\b(?:NCT\\d{8}|(?:19|20)\\d\\d-\\d{6}-\\d\\d|(?:(?:study|protocol|trial) (?:no\\.?|number|code|id)|protocol)[ :]+(?<n>[A-Z0-9][\\w/-]*\\d[\\w/-]*))", Pattern.CASE_INSENSITIVE);

    private StudyReader() {
    }

    static Map<String, Fact> read(SourceText text) {
        Map<String, Fact> found = new LinkedHashMap<>();
        for (Sentence sentence : text.ofPatient()) {
            Matcher in = IN_STUDY.matcher(sentence.text());
            if (in.find()) {
                String what = sentence.text().substring(in.start("s")).toLowerCase(Locale.ROOT);
                boolean own = what.matches("(?s)[\\w -]*(?:compassionate|named[- ]patient|expanded access).*");
                boolean observed = in.group("s").toLowerCase(Locale.ROOT).matches(".*\\b(?:observational|cohort|registry|post-?marketing|surveillance|case-control)\\b.*");
                boolean trial = in.group("kind").equalsIgnoreCase("trial") || in.group("s").toLowerCase(Locale.ROOT).matches(".*\\b(?:randomi[sz]ed|clinical|phase|blind|placebo)\\b.*");
                Quote words = sentence.quote(in.start("s"), in.end("s"));
                if (own || observed || trial) found.putIfAbsent("studyType", new Fact(own ? "individual patient use" : observed ? "other study" : "clinical trial", own ? "2" : observed ? "3" : "1", List.of(words), List.of("pattern"), null, false, List.of()));
                Matcher name = NAME.matcher(sentence.text()).region(in.start("s"), in.end("s"));
                if (name.find()) found.putIfAbsent("studyName", Fact.of(name.group("n"), null, sentence.quote(name.start("n"), name.end("n")), "pattern", false));
            }
            Matcher number = NUMBER.matcher(sentence.text());
            if (number.find()) {
                String group = number.group("n") == null ? number.group() : number.group("n");
                int start = number.group("n") == null ? number.start() : number.start("n");
                found.putIfAbsent("studyNumber", Fact.of(group, null, sentence.quote(start, start + group.length()), "pattern", false));
            }
        }
        return found;
    }
}
