package casewright.reading.text;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.reading.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The documents of a case as sentences with their sections, and the form fields among them.
public final class SourceText {

    private static final Pattern PRESENTS = Pattern.compile("\\b(?:we|the authors|this (?:case )?(?:report|article|paper|study))(?: \\w+,?){0,3} (?:report|present|describe)s?\\b|^In this (?:case )?(?:report|article|paper),? |^(?:A|An|One|The) (?:\\w+ )?case of [^.]{5,200} (?:is|was) (?:reported|presented|described)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LESSON = Pattern.compile("^(?:In conclusion|Conclusions?\\b|To our knowledge|Clinicians|Physicians|(?:The|This|Our) (?:present )?(?:case|report)(?: report)? (?:also )?(?:highlights?|demonstrates?|emphasi\\w+|underlines?|underscores?|illustrates?|shows how|warns?|suggests?|contributes|adds|taught|reminds)|The aim of this)\\b");
    private static final Pattern ONE_PERSON = Pattern.compile("\\b(?:\\d+[- ](?:year|month|week|day)s?[- ]old|he|she|his|her|him|(?:the|our|this|a) (?:\\w+ )?(?:patient|man|woman|boy|girl|child|infant)(?! with))\\b", Pattern.CASE_INSENSITIVE);

    /// `{"drugs": [`, `"status": "done"`, a lone bracket or fence: data of a program, which tells of nobody.
    private static final Pattern DATA = Pattern.compile("^[\\s\\[{}\\],;]*+(?:\"[^\"]{1,40}\"\\s*+:.*|```\\w*+)?$", Pattern.DOTALL);
    private static final int DOUBTFUL_ONE_IN = 3;
    private static final int LONGEST_IMPRINT_CHARS = 500;
    private static final Pattern OTHER_CASES = Pattern.compile("\\b(?:similar|comparable|previous|earlier|published|another) (?:cases?|reports?) (?:was|were|has been|have been|had been) (?:\\w+ )?(?:reported|described|published)\\b|\\bin (?:an?|the|one|another) (?:previous|earlier|published|recent|other) (?:case )?(?:report|paper|article|publication|case)\\b|\\bet al\\b|\\b(?:reported|described|published) in the literature\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUPS = Pattern.compile("\\b(?:cohort|randomi[sz]ed|case-control|cross-sectional|observational|meta-?analys[ie]s|(?:retro|pro)spective) (?:[\\w-]+ ){0,2}(?:stud(?:y|ies)|trials?|series)\\b|\\b(?:in|of) (?:[2-9]\\d|\\d{1,3}(?:,\\d{3}|\\d{2})|1\\d) (?:patients|people|persons|subjects|individuals|participants|women|men|children|adults)\\b|\\d ?(?:%|per ?cent) of (?:the |all )?(?:patients|people|persons|subjects|individuals|participants|women|men|children|adults)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern THE_PATIENT = Pattern.compile("\\b(?:he|she|his|her|him|my|I|(?:the|our|this) (?:present )?(?:patient|case))\\b");
    /// What ends as a sentence, begins as an item of a list or holds a dose is no heading.
    private static final Pattern NO_HEADING = Pattern.compile("(?s).*[.;,!?]$|^[-\u2022*\u2013].*|.*\\d (?:mg|g|ml|µg).*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final List<Sentence> sentences = new ArrayList<>();
    private final List<FormField> fields = new ArrayList<>();
    private final List<PlacedTable> tables = new ArrayList<>();
    private final Set<Quote> guessed = new HashSet<>();
    private final List<Quote> imprint = new ArrayList<>();
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
        boolean form = FormLines.isForm(text, sections.isArticle());
        heading = "";
        int first = sentences.size();
        text.tables().forEach(table -> tables.add(PlacedTable.of(document, text, table)));
        for (Page page : text.pages()) {
            int start = 0;
            String whole = page.body();
            imprint(document, page, sections);
            if (form && !sections.isArticle()) {
                for (int[] line : FormLines.joined(whole)) line(document, page, line[0], line[1], sections, true);
                continue;
            }
            while (start <= whole.length()) {
                int end = whole.indexOf('\n', start);
                if (end < 0) end = whole.length();
                for (int next : sections.within(page, start, end)) {
                    line(document, page, start, next, sections, form);
                    start = next;
                }
                if (end > start) line(document, page, start, end, sections, form);
                start = end + 1;
            }
        }
        if (!sections.isArticle() && !form) frame(first);
    }

    /// Lines that may say where an article was published: of the first page, and of all margins that are visible.
    private void imprint(int document, Page page, Sections sections) {
        int margin = page.body().length();
        int start = page.number() == 1 ? 0 : margin;
        for (String line : page.text().substring(start, page.text().length() - page.hiddenChars()).split("\n", -1)) {
            String plain = line.strip();
            int from = start + line.indexOf(plain);
            boolean told = start < margin && (sections.at(page, start) == Section.REFERENCES || plain.length() > LONGEST_IMPRINT_CHARS);
            if (!plain.isEmpty() && !told) imprint.add(new Quote(document, page.number(), from, from + plain.length(), plain));
            start += line.length() + 1;
        }
    }

    /// A text without headings often begins with general words and ends with a lesson: "X is a rare disorder ... We report a man who ... This case highlights".
    private void frame(int first) {
        List<Sentence> own = sentences.subList(first, sentences.size());
        int opens = -1;
        for (int i = 0; i < own.size() && opens < 0; i++) if (PRESENTS.matcher(own.get(i).text()).find()) opens = i;
        if (opens > 0 && own.subList(0, opens).stream().noneMatch(SourceText::tellsOfOne)) for (int i = 0; i < opens; i++) own.set(i, own.get(i).in(Section.INTRODUCTION));
        for (int i = 0; i < own.size(); i++) if (own.get(i).section() == Section.BODY && isOfOthers(own.get(i).text())) own.set(i, own.get(i).in(Section.DISCUSSION));
        for (int i = own.size() - 1; i > Math.max(0, opens) && LESSON.matcher(own.get(i).text()).find(); i--) own.set(i, own.get(i).in(Section.CONCLUSION));
    }

    /// "A similar case was reported by Smith", "in a cohort study of 1,200 people": other people than the patient.
    private static boolean isOfOthers(String sentence) {
        return OTHER_CASES.matcher(sentence).find() && !THE_PATIENT.matcher(sentence).find() || GROUPS.matcher(sentence).find() && !ONE_PERSON.matcher(sentence).find();
    }

    private static boolean tellsOfOne(Sentence sentence) {
        return sentence.section() != Section.BODY || ONE_PERSON.matcher(sentence.text()).find();
    }

    private void line(int document, Page page, int start, int end, Sections sections, boolean form) {
        String line = page.text().substring(start, end);
        if (line.isBlank()) return;
        String plain = line.strip();
        if (plain.length() <= 60 && SPACES.split(plain).length <= 7 && !NO_HEADING.matcher(plain).matches()) heading = plain.toLowerCase(Locale.ROOT);
        Section section = sections.at(page, start);
        if (FormLines.isMailHeader(line) || form && FormLines.isCourtesy(line)) {
            split(document, page, start, end, Section.FRONT);
            return;
        }
        List<FormField> found = section == Section.REFERENCES ? List.of() : FormLines.fields(document, page.number(), start, line, form);
        if (found.isEmpty() || section != Section.BODY && section != Section.CASE && section != Section.FRONT && section != Section.TITLE) {
            split(document, page, start, end, section);
            return;
        }
        fields.addAll(found);
        for (FormField field : found) split(document, page, field.quote().start(), field.quote().end(), field.isProse() ? Section.BODY : Section.FORM);
    }

    private void split(int document, Page page, int start, int end, Section section) {
        for (int[] span : SentenceSplitter.spans(page.text(), start, end)) {
            String text = page.text().substring(span[0], span[1]);
            // a line of strokes or brackets says nothing
            if (text.codePoints().noneMatch(Character::isLetterOrDigit)) continue;
            Section own = section.tellsOfPatient() && DATA.matcher(text).matches() ? Section.FRONT : section;
            sentences.add(Sentence.of(sentences.size(), document, page.number(), span[0], text, own, heading));
            if (isGuessed(page, span[0], span[1])) guessed.add(sentences.getLast().quote());
        }
    }

    private static boolean isGuessed(Page page, int start, int end) {
        List<Page.WordBox> words = page.words().stream().filter(word -> word.start() >= start && word.end() <= end).toList();
        return words.stream().filter(Page.WordBox::isDoubtful).count() * DOUBTFUL_ONE_IN >= Math.max(1, words.size());
    }

    /// Some of the sentences as a text of their own, counted anew; with the whole text's form fields, without its tables.
    public SourceText part(List<Sentence> some) {
        SourceText part = new SourceText();
        part.article = article;
        part.guessed.addAll(guessed);
        part.fields.addAll(fields);
        for (Sentence sentence : some) part.sentences.add(sentence.at(part.sentences.size()));
        return part;
    }

    public List<Sentence> sentences() {
        return sentences;
    }

    public List<FormField> fields() {
        return fields;
    }

    /// Lines of the first page and of the margins, in order: where an article says where it was published.
    public List<Quote> imprint() {
        return imprint;
    }

    public List<PlacedTable> tables() {
        return tables;
    }

    /// Does it stand in a table?
    public boolean isInTable(Sentence sentence) {
        return tables.stream().anyMatch(table -> table.holds(sentence.document(), sentence.page(), sentence.start()));
    }

    /// Did text recognition doubt so many of its words that it says nothing to be retold? Mostly labels within a figure, or what a stamp covers.
    public boolean isGuessed(Sentence sentence) {
        return guessed.contains(sentence.quote());
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
        if (OTHERS.matcher(folded).find()) return false;
        return sentence.section().mayTellOfPatient() && POINTER.matcher(folded).find() || sentence.section() == Section.INTRODUCTION && REPORTS.matcher(folded).find();
    }

    /// Somebody else's case, told for comparison.
    private static final Pattern OTHERS = Pattern.compile("\\bet al\\b|\\bpreviously (?:reported|described|published)\\b|\\breported (?:by|in|the case|a case)\\b|\\bin the literature\\b|\\bsimilar cases?\\b|\\bother (?:cases|patients|reports)\\b");
    /// "OBJECTIVE: To report a case of ...", "Here we describe ...": an introduction comes to its own case.
    private static final Pattern REPORTS = Pattern.compile("\\b(?:we|to|authors?) (?:\\w+ )?(?:report|describe|present) (?:here )?(?:an?|the|one|our) (?:[\\w-]+ ){0,3}(?:case|patient|man|woman|boy|girl|child|infant)\\b");
    private static final Pattern POINTER = Pattern.compile(
            "\\b(?:our|this|the present|the current|the described|the reported|the index|present|described) (?:\\w+ )?(?:patient|case|boy|girl|infant|child|man|woman|patient's)\\b|\\bwe (?:report|describe|present|suspected|discontinued|stopped|started)\\b|\\bcase of an? \\b|\\ba case of\\b|\\bhere we\\b|\\bherein\\b");
}
