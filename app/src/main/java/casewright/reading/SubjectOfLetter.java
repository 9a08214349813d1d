package casewright.reading;

import casewright.reading.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The product that a letter or call is about: "I am writing about a problem with your Nevrilan tablets".
final class SubjectOfLetter {

    private static final Pattern SUBJECT = Pattern.compile("\\b(?:about|report\\w*|side[- ]effects?|reactions?|problems?|complain\\w*|concerns?|regarding|experience with)\\b[^.]{0,70}\\b(?:your|my|the|our)\\b[^.]{0,45}$", Pattern.CASE_INSENSITIVE);

    private SubjectOfLetter() {
    }

    static Optional<DrugMention> in(List<Sentence> told, Mentions mentions) {
        return told.stream().flatMap(sentence -> mentions.drugsIn(sentence).stream()).filter(drug -> SUBJECT.matcher(drug.sentence().text().substring(0, drug.term().start())).find()).findFirst();
    }
}
