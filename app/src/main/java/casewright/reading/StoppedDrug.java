package casewright.reading;

import casewright.reading.terms.Term;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Does a sentence tell that this drug was stopped, and not another one or a measured value?
final class StoppedDrug {

    private static final Pattern LESS = Pattern.compile("(?:decrease|reduc|lower)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURED = Pattern.compile("\\b(?:levels?|counts?|serum|sodium|pressure|concentrations?|rate|values?|function|haemoglobin|hemoglobin)\\b", Pattern.CASE_INSENSITIVE);

    private StoppedDrug() {
    }

    static boolean isStopped(Mentions mentions, DrugMention mention) {
        String text = mention.sentence().text();
        Term drug = mention.term();
        Matcher matcher = Suspicions.STOP.matcher(text);
        while (matcher.find()) {
            if (DrugDetailReader.isOfNext(mentions, mention, matcher.end())) continue;
            int distance = matcher.start() >= drug.end() ? matcher.start() - drug.end() : drug.start() - matcher.end();
            if (matcher.start() > drug.end() && LESS.matcher(matcher.group()).lookingAt() && MEASURED.matcher(text.substring(drug.end(), matcher.start())).find() || matcher.end() < drug.start() && LESS.matcher(matcher.group()).lookingAt() && MEASURED.matcher(text.substring(matcher.end(), drug.start())).find()) continue;
            if (DrugDetailReader.STOPS_SOMETHING.matcher(text).region(matcher.end(), text.length()).lookingAt()) continue;
            boolean other = distance >= 0 && text.substring(Math.min(matcher.end(), drug.end()), Math.max(matcher.start(), drug.start())).matches("(?s).*\\b(?:instead|with|started|administered|tried|begun|initiated|given|added|placed|put|commenced|prescribed)\\b.*");
            if (distance >= 0 && distance <= 45 && !other) return true;
        }
        return false;
    }
}
