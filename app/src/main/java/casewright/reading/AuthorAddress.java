package casewright.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address of an article's corresponding author, else of its first: the one whose number stands at the name, or the only one (E2B(R3) C.2.r.2). An article
/// prints names and addresses above its text: "Ana Rossi,1 Jan Verdi2" and "1 Department of ..., Veldhaven, Ireland".
final class AuthorAddress {

    private static final String RAISED = "\u00b9\u00b2\u00b3";
    private static final String MARK = "[\\d*\u2217\u2020\u2021\u00a7\u00b6#" + RAISED + "]+";
    private static final Pattern AUTHOR = Pattern.compile("(?<n>\\p{Lu}[\\p{L}.'\u2019-]*(?: (?:(?:de|da|di|del|della|van|von|der|den|la|le|el|al|bin|ter|dos) )*\\p{Lu}[\\p{L}.'\u2019-]*)+)(?:, ?(?:M\\.?D\\.?|Ph\\.?D\\.?|MBBS|MPH|Pharm\\.?D\\.?|MSc|BSc|DO|FRCP|RN)\\b\\.?)*(?<m>(?: ?\\(\\d{1,2}(?:, ?\\d{1,2})*\\)|,? ?" + MARK + "(?: ?, ?" + MARK + ")*)?)");
    private static final Pattern NUMBERED = Pattern.compile("(?<=^|\\s)\\(?(?<n>\\d{1,2}|[" + RAISED + "])(?:[).] ?| |(?=\\p{Lu}\\p{Ll}))(?=\\p{Lu}\\p{L}+)");
    private static final Pattern CORRESPONDING = Pattern.compile("\\bCorrespond(?:ence|ing [Aa]uthors?)\\b(?: should be addressed to| to)?(?: author)?[ :,]*(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms)\\.? )*(?<n>\\p{Lu}[\\p{L}.'\u2019-]*(?: [\\p{L}.'\u2019-]+){1,4})?");
    private static final Pattern STARRED = Pattern.compile("[*\u2217]\\s?Correspond");
    /// What follows an address in its line.
    private static final Pattern END = Pattern.compile("[.;,]?\\s*[*\u2217]?\\b(?:Correspond|E-?mail|Tel\\b|Telephone|Phone|Fax|Received\\b|Academic Editor)|[.;,]?\\s*\\S+@\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTITUTION = Pattern.compile("\\b(?:Hospital|Clinic|University|Universit\\p{L}+|College|Institute|School|Department|Division|Faculty|Infirmary|Cent(?:er|re)|Unit|Foundation|Academy)\\b");
    private static final Pattern TEXT_BEGINS = Pattern.compile("^(?:\\d\\.? )?(?:abstract|summary|introduction|background|objectives?|case (?:report|presentation))\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE = Pattern.compile("\\b(?:was|were|is|are|had|has|who|where|we|this|that|reported|presented)\\b");
    private static final int LONGEST_CHARS = 300;
    private static final int MOST_LINES = 12;

    private final List<Quote> lines;

    /// @param firstPage its lines in order
    AuthorAddress(List<Quote> firstPage) {
        this.lines = firstPage;
    }

    /// @param authors the line of the names, or its beginning
    Optional<Quote> of(Quote authors) {
        int at = 0;
        while (at < lines.size() && !(lines.get(at).page() == authors.page() && lines.get(at).document() == authors.document() && authors.start() >= lines.get(at).start() && authors.start() < lines.get(at).end())) at++;
        if (at == lines.size()) return Optional.empty();
        List<Quote> behind = new ArrayList<>();
        for (Quote line : lines.subList(at + 1, Math.min(lines.size(), at + 1 + MOST_LINES))) {
            if (TEXT_BEGINS.matcher(line.text()).matches()) break;
            behind.add(line);
        }
        Map<String, Quote> numbered = numbered(behind);
        if (numbered.isEmpty()) return behind.stream().limit(2).map(line -> address(line, 0, line.text().length())).flatMap(Optional::stream).filter(line -> INSTITUTION.matcher(line.text()).find()).findFirst();
        return wanted(lines.get(at).text(), behind).map(numbered::get).or(() -> numbered.values().stream().findFirst());
    }

    /// The number of the address of the author to write to, else of the first that has one.
    private static Optional<String> wanted(String authors, List<Quote> behind) {
        Map<String, String> marks = new LinkedHashMap<>();
        Matcher author = AUTHOR.matcher(authors);
        while (author.find()) marks.put(author.group("n"), author.group("m"));
        String named = null;
        for (Quote line : behind) {
            Matcher matcher = CORRESPONDING.matcher(line.text());
            if (matcher.find() && matcher.group("n") != null) named = matcher.group("n");
            if (STARRED.matcher(line.text()).find()) named = marks.entrySet().stream().filter(one -> one.getValue().matches("(?s).*[*\u2217].*")).map(Map.Entry::getKey).findFirst().orElse(named);
        }
        String writeTo = named;
        return marks.entrySet().stream().filter(one -> writeTo != null && isSame(one.getKey(), writeTo)).map(one -> number(one.getValue())).flatMap(Optional::stream).findFirst()
                .or(() -> marks.values().stream().map(AuthorAddress::number).flatMap(Optional::stream).findFirst());
    }

    private static boolean isSame(String author, String named) {
        return named.startsWith(author) || author.charAt(0) == named.charAt(0) && (" " + named + " ").contains(" " + author.substring(author.lastIndexOf(' ') + 1) + " ");
    }

    private static Optional<String> number(String marks) {
        Matcher number = Pattern.compile("\\d{1,2}|[" + RAISED + "]").matcher(marks);
        return number.find() ? Optional.of(plain(number.group())) : Optional.empty();
    }

    private static String plain(String number) {
        int raised = RAISED.indexOf(number);
        return raised < 0 || number.length() > 1 ? number : String.valueOf(raised + 1);
    }

    /// Addresses by their number; the first line of them begins with 1, and each number is the next one: a postcode is none.
    private static Map<String, Quote> numbered(List<Quote> behind) {
        Map<String, Quote> found = new LinkedHashMap<>();
        for (Quote line : behind) {
            Matcher mark = NUMBERED.matcher(line.text());
            int from = -1;
            while (mark.find()) {
                if (!plain(mark.group("n")).equals(String.valueOf(found.size() + (from < 0 ? 1 : 2))) || from < 0 && mark.start() > 0) continue;
                if (from >= 0) put(found, line, from, mark.start());
                from = mark.end();
            }
            if (from >= 0) put(found, line, from, line.text().length());
        }
        return found;
    }

    private static void put(Map<String, Quote> found, Quote line, int from, int to) {
        address(line, from, to).ifPresent(quote -> found.put(String.valueOf(found.size() + 1), quote));
    }

    /// As written, without what follows it; empty where it is no address but a sentence.
    private static Optional<Quote> address(Quote line, int from, int to) {
        Matcher end = END.matcher(line.text()).region(from, to);
        String written = line.text().substring(from, end.find() ? end.start() : to).replaceFirst("[\\s.;,]+$", "");
        if (written.length() < 8 || written.length() > LONGEST_CHARS || SENTENCE.matcher(written).find() || !written.contains(",") && !INSTITUTION.matcher(written).find()) return Optional.empty();
        return Optional.of(new Quote(line.document(), line.page(), line.start() + from, line.start() + from + written.length(), written));
    }
}
