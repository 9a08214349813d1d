package casewright.reading.text;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which section each place of a document belongs to, told by the headings that articles and letters use.
final class Sections {

    /// @param runIn the label stands within a paragraph
    private record Begin(int page, int start, Section section, boolean runIn) {

        Begin(int page, int start, Section section) {
            this(page, start, section, false);
        }
    }

    private record Rule(Pattern heading, Section section) {
    }

    private static final String NUMBER = "^(?:\\d{1,2}(?:\\.\\d{1,2})*\\.?\\s+|[IVX]{1,4}\\.\\s+)?";

    private static Rule rule(String words, Section section) {
        return new Rule(Pattern.compile(NUMBER + "(?:" + words + ")\\s*(?:[:.\u2014-]\\s*(.*))?$", Pattern.CASE_INSENSITIVE), section);
    }

    private static final List<Rule> RULES = List.of(
            rule("abstract|summary|synopsis|abstract and introduction", Section.ABSTRACT),
            rule("introduction|background|objectives?|aims?|purpose|rationale|importance|what is known(?: and objectives?)?", Section.INTRODUCTION),
            rule("case|cases|(?:the )?case (?:report|presentation|description|history|summary|study|details?|series|representation)s?(?: ?/ ?methods?)?|case reports?|presentation of (?:the |a )?cases?|clinical (?:case|presentation|history|course|summary)|case ?(?:no\\.?)? ?\\d{1,2}|patient ?\\d{1,2}|patients? concerns?|patient (?:information|history|presentation|description|characteristics)|history of (?:the )?present(?:ing)? illness|report of (?:a )?cases?|observation|clinical observation|hospital course|course|patient and observation|description of (?:the )?case|our case",
                    Section.CASE),
            rule("(?:materials? and )?methods?(?: ?/ ?results?)?|patients? and methods?|methodology|study design|material and methods?|participants|statistical analysis", Section.METHODS),
            rule("results?|findings", Section.RESULTS),
            rule("discussion|discussion and conclusions?|comments?|literature review|review of (?:the )?literature|discussions", Section.DISCUSSION),
            rule("conclusions?|concluding remarks|learning points?|key points?|take-home messages?|lessons?|what is new(?: and conclusions?)?", Section.CONCLUSION),
            rule("references?|bibliography|literature cited|works cited|acknowledge?ments?|(?:declaration of )?(?:conflicts?|competing) (?:of )?interests?|conflict of interests?|consent(?: for publication)?|funding|disclosures?|authors?.{0,3} contributions?|ethical approval|ethics|supplementary (?:material|data)|abbreviations|author details|data availability|competing interests",
                    Section.REFERENCES));

    /// "... in its therapy. CASE: An 85-year-old man ...", "... rarely reported. Results. A man ...": abstracts run on in one paragraph.
    private static final Pattern RUN_IN = Pattern.compile("(?<=[.!?)] )(?<label>[A-Z][A-Z0-9 /]{2,40}|(?:Background|Introduction|Objectives?|Methods|Results|Discussion|Conclusions?|Rationale|Importance|Lessons?|Patients?(?: concerns?)?|Diagnos[ie]s|Interventions?|Outcomes?|Case(?: \\d{1,2})?(?: (?i:report|presentation|summary|description|history|study))?))(?:: (?=\\S)|(?<=[a-z])\\. (?=[A-Z]))");
    /// Only within a paragraph: on a line of their own these are fields of a letter.
    private static final Pattern RUN_IN_CASE = Pattern.compile("patients?|diagnos[ie]s|interventions?|outcomes?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HEADED_CHARS = 400;
    private static final int LONGEST_LABEL_CHARS = 45;

    private static final Pattern CAPTION = Pattern.compile("^(?:fig(?:ure)?\\.?|table|box|scheme)\\s*\\d{1,2}\\b.*", Pattern.CASE_INSENSITIVE);

    /// A long paragraph before the first heading is the abstract, printed without one.
    private static final int SHORTEST_ABSTRACT_CHARS = 300;
    private static final Pattern LEGAL = Pattern.compile("(?i)copyright|\u00a9|creative commons|correspond|licen[cs]e|department of|university|received .{0,40}accepted");

    private final List<Begin> begins;
    private final boolean article;

    private Sections(List<Begin> begins, boolean article) {
        this.begins = begins;
        this.article = article;
    }

    static Sections of(DocumentText text) {
        List<Begin> begins = new ArrayList<>();
        for (Page page : text.pages()) {
            int start = 0;
            for (String line : page.body().split("\n", -1)) {
                Section section = headed(line.strip());
                if (section != null) begins.add(new Begin(page.number(), start, section));
                Matcher runIn = RUN_IN.matcher(line);
                while (runIn.find()) {
                    Section next = RUN_IN_CASE.matcher(runIn.group("label")).matches() ? Section.CASE : headed(runIn.group().startsWith(":", runIn.end("label") - runIn.start()) ? line.substring(runIn.start()) : runIn.group("label"));
                    if (next != null) begins.add(new Begin(page.number(), start + runIn.start(), next, true));
                }
                start += line.length() + 1;
            }
        }
        dropKicker(text, begins);
        // "CASE DESCRIPTION: ... RESULTS: ...": of one patient, where no methods come between
        for (int i = 1; i < begins.size(); i++) if (begins.get(i).section() == Section.RESULTS && begins.get(i - 1).section() == Section.CASE) begins.set(i, new Begin(begins.get(i).page(), begins.get(i).start(), Section.CASE));
        boolean described = !begins.isEmpty() && begins.getFirst().section() == Section.DISCUSSION && text.pages().stream().allMatch(page -> page.lines().isEmpty());
        // a plain text that names only its discussion tells the case before it
        if (described) begins.addFirst(new Begin(1, 0, Section.CASE));
        long kinds = begins.stream().map(Begin::section).distinct().count();
        boolean article = kinds >= 2 && begins.stream().anyMatch(begin -> begin.section() == Section.DISCUSSION || begin.section() == Section.REFERENCES || begin.section() == Section.INTRODUCTION
                || begin.section() == Section.ABSTRACT || begin.section() == Section.METHODS);
        // "Background: ... Conclusion: ..." around a case without a label of its own: the labels part nothing
        boolean caseUnlabelled = begins.stream().anyMatch(Begin::runIn) && begins.stream().allMatch(begin -> begin.section() == Section.INTRODUCTION || begin.section() == Section.CONCLUSION);
        // "Background: ... Findings: ... Follow-up: ...": the headings of a note about one patient
        boolean note = text.pages().stream().allMatch(page -> page.lines().isEmpty()) && begins.stream().allMatch(begin -> begin.section() == Section.INTRODUCTION || begin.section() == Section.RESULTS || begin.section() == Section.CONCLUSION);
        return new Sections(begins, article && !caseUnlabelled && !note);
    }

    /// Journals print "Case Report" above the title: on the very first lines that is the kind of article, no heading.
    private static void dropKicker(DocumentText text, List<Begin> begins) {
        if (begins.size() < 2 || begins.getFirst().page() != 1 || begins.getFirst().section() != Section.CASE) return;
        String before = text.pages().getFirst().text().substring(0, begins.getFirst().start());
        if (before.strip().length() < 80 && before.lines().filter(line -> !line.isBlank()).count() <= 2) begins.removeFirst();
    }

    private static @org.jspecify.annotations.Nullable Section headed(String line) {
        if (line.length() > LONGEST_HEADED_CHARS && line.indexOf(':') > 0 && line.indexOf(':') < LONGEST_LABEL_CHARS) line = line.substring(0, LONGEST_HEADED_CHARS);
        if (line.isEmpty() || line.length() > LONGEST_HEADED_CHARS) return null;
        for (Rule rule : RULES) {
            Matcher matcher = rule.heading().matcher(line);
            if (!matcher.matches()) continue;
            String rest = matcher.group(1);
            boolean capital = Character.isUpperCase(line.replaceFirst("^[\\d.\\sIVX]+(?=[A-Z])", "").charAt(0));
            // "Course: stable." in a letter is a field; "Abstract: ..." runs on
            if (capital && (rest == null || rest.isBlank() || rule.section() == Section.ABSTRACT || rest.length() > 40)) return rule.section();
        }
        return null;
    }

    boolean isArticle() {
        return article;
    }

    /// Where the line's parts of other sections begin, in order; nothing where it is all of one.
    List<Integer> within(Page page, int start, int end) {
        return !article ? List.of() : begins.stream().filter(begin -> begin.page() == page.number() && begin.start() > start && begin.start() < end).map(Begin::start).toList();
    }

    /// The section of the line that begins there.
    Section at(Page page, int start) {
        String line = page.text().substring(start, lineEnd(page.text(), start)).strip();
        Begin last = null;
        for (Begin begin : begins) {
            if (begin.page() > page.number() || begin.page() == page.number() && begin.start() > start) break;
            last = begin;
        }
        if (!article) return last != null && last.section() == Section.REFERENCES ? Section.REFERENCES : Section.BODY;
        if (CAPTION.matcher(line).matches() && line.length() < 600) return last != null && last.section() == Section.REFERENCES ? Section.REFERENCES : Section.CAPTION;
        if (last == null) return page.number() == 1 && isTitle(page, start) ? Section.TITLE : line.length() > SHORTEST_ABSTRACT_CHARS && !LEGAL.matcher(line).find() ? Section.ABSTRACT : Section.FRONT;
        return last.section();
    }

    /// The largest letters of the first page, or its first long line in a plain text.
    private static boolean isTitle(Page page, int start) {
        if (page.lines().isEmpty()) return start < 300;
        double largest = page.lines().stream().mapToDouble(Page.Line::fontSizePoints).max().orElse(0);
        return page.lines().stream().anyMatch(line -> line.start() >= start && line.start() < start + 5 && line.fontSizePoints() > largest - 0.6);
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

}
