package casewright.reading.text;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The documents of a case as sentences with their sections, and the form fields among them.
public final class SourceText {

    private static final java.util.regex.Pattern MAIL_HEADER = java.util.regex.Pattern.compile("^(?:From|To|Cc|Sent|Date|Subject|Reply-To|Von|An|Betreff): ");

    private final List<Sentence> sentences = new ArrayList<>();
    private final List<FormField> fields = new ArrayList<>();
    private final List<PlacedTable> tables = new ArrayList<>();
    private boolean article;
    private String heading = "";

    private SourceText() {
    }

    public static SourceText of(List<DocumentText> documents) {
        SourceText text = new SourceText();
        for (int d = 0; d < documents.size(); d++) text.add(d, documents.get(d));
        return text;
    }

    private void add(int document, DocumentText text) {
        Sections sections = Sections.of(text);
        article |= sections.isArticle();
        boolean form = FormLines.isForm(text);
        heading = "";
        text.tables().forEach(table -> tables.add(PlacedTable.of(document, text, table)));
        for (Page page : text.pages()) {
            int start = 0;
            String whole = page.body();
            while (start <= whole.length()) {
                int end = whole.indexOf('\n', start);
                if (end < 0) end = whole.length();
                if (end > start) line(document, page, start, end, sections, form);
                start = end + 1;
            }
        }
    }

    private void line(int document, Page page, int start, int end, Sections sections, boolean form) {
        String line = page.text().substring(start, end);
        if (line.isBlank()) return;
        String plain = line.strip();
        if (plain.length() <= 60 && plain.split("\\s+").length <= 7 && !plain.matches("(?s).*[.;,!?]$|^[-\u2022*\u2013].*|.*\\d (?:mg|g|ml|µg).*")) heading = plain.toLowerCase(Locale.ROOT);
        Section section = sections.at(page, start);
        if (MAIL_HEADER.matcher(line).find()) {
            split(document, page, start, end, Section.FRONT);
            return;
        }
        var field = section == Section.REFERENCES ? java.util.Optional.<FormField>empty() : FormLines.field(document, page.number(), start, line, form);
        if (field.isPresent() && (section == Section.BODY || section == Section.CASE || section == Section.FRONT || section == Section.TITLE)) {
            fields.add(field.get());
            int valueStart = field.get().quote().start();
            split(document, page, valueStart, end, field.get().isProse() ? Section.BODY : Section.FORM);
            return;
        }
        split(document, page, start, end, section);
    }

    private void split(int document, Page page, int start, int end, Section section) {
        for (int[] span : SentenceSplitter.spans(page.text(), start, end)) {
            String text = page.text().substring(span[0], span[1]);
            sentences.add(Sentence.of(sentences.size(), document, page.number(), span[0], text, section, heading));
        }
    }

    /// Some of the sentences as a text of their own, counted anew; without form fields and tables.
    public SourceText part(List<Sentence> some) {
        SourceText part = new SourceText();
        part.article = article;
        for (Sentence sentence : some) part.sentences.add(sentence.at(part.sentences.size()));
        return part;
    }

    public List<Sentence> sentences() {
        return sentences;
    }

    public List<FormField> fields() {
        return fields;
    }

    public List<PlacedTable> tables() {
        return tables;
    }

    /// Does it stand in a table?
    public boolean isInTable(Sentence sentence) {
        return tables.stream().anyMatch(table -> table.holds(sentence.document(), sentence.page(), sentence.start()));
    }

    /// Headings of a published article were found.
    public boolean isArticle() {
        return article;
    }

    /// Sentences that tell of the patient at hand.
    public List<Sentence> ofPatient() {
        return sentences.stream().filter(sentence -> sentence.section().tellsOfPatient()).toList();
    }

    /// Sentences of other sections that say "our patient", "this case" or the like.
    public static boolean pointsAtPatient(Sentence sentence) {
        String folded = sentence.text().toLowerCase(Locale.ROOT);
        return sentence.section().mayTellOfPatient() && POINTER.matcher(folded).find() && !OTHERS.matcher(folded).find();
    }

    /// Somebody else's case, told for comparison.
    private static final java.util.regex.Pattern OTHERS = java.util.regex.Pattern.compile("\\bet al\\b|\\bpreviously (?:reported|described|published)\\b|\\breported (?:by|in|the case|a case)\\b|\\bin the literature\\b|\\bsimilar cases?\\b|\\bother (?:cases|patients|reports)\\b");
    private static final java.util.regex.Pattern POINTER = java.util.regex.Pattern.compile(
            "\\b(?:our|this|the present|the current|the described|the reported|the index|present|described) (?:\\w+ )?(?:patient|case|boy|girl|infant|child|man|woman|patient's)\\b|\\bwe (?:report|describe|present|suspected|discontinued|stopped|started)\\b|\\bcase of an? \\b|\\ba case of\\b|\\bhere we\\b|\\bherein\\b");
}
