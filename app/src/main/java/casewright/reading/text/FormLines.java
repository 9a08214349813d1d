package casewright.reading.text;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.reading.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines of the form "key: value", told by their shape: a short key without a verb, a colon, something behind it. In a form they may bear quote marks of
/// an e-mail, bullets, numbers and stars for bold letters, go on in the next line, and hold several pairs.
final class FormLines {

    private static final String MARKS = "[ \\t\\u00a0>|]*(?:(?:[-\u2013\u2014\u2022*\u00b7\u25aa\u25e6\u25cf\u2023]|\\(?\\d{1,2}[a-z]?[.)])[ \\t]+|\\d{1,2}[a-z]?[.)])?";
    private static final String KEY = "(?<key>\\p{L}[\\p{L}\\p{N} _/()&.'#-]{0,48}?)";
    private static final Pattern FIELD = Pattern.compile("^" + MARKS + "[*_]{0,2}" + KEY + "[*_]{0,2}\\s*[:\uff1a][*_]{0,2}\\s*(?<value>[^\\s*_].*)$", Pattern.DOTALL);
    private static final Pattern KEY_ALONE = Pattern.compile("^" + MARKS + "[*_]{0,2}" + KEY + "[*_]{0,2}\\s*[:\uff1a][*_]{0,2}\\s*$");
    /// "Age: 45; Sex: F", "Drug: A | Dose: 5 mg"
    private static final Pattern NEXT_PAIR = Pattern.compile("(?<!\\s)(?:\\s*+[|;,]|\\s++/| *+\\t| {3,}+)\\s*+(?=[*_]{0,2}\\p{Lu}[\\p{L} _/-]{0,30}[*_]{0,2}\\s*[:\uff1a])");
    private static final Pattern SENTENCE_KEY = Pattern.compile("\\b(?:was|were|is|are|had|has|showed|revealed|follows|following|included|include|includes|because|that|which|we|he|she|they)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_BREAK = Pattern.compile("\\r?\\n[ \\t\\u00a0>|]*(?<bullet>[-\u2013\u2022*\u00b7\u25aa\u25e6\u25cf\u2023][ \\t]+)?");
    private static final Pattern MAIL_HEADER = Pattern.compile("^[\\s>|]*\\*?(?:From|To|Cc|Bcc|Sent|Date|Subject|Reply-To|Von|An|Gesendet|Betreff):\\*? ");
    /// Greetings, closings and lines drawn: no part of a form, and no end of its share.
    private static final Pattern COURTESY = Pattern.compile("^[\\s>|]*(?:(?:dear|hello|hi|good (?:morning|day|afternoon|evening)|to whom|(?:with )?(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|sincerely|yours|thanks?|many thanks|please (?:find|see|let|contact|do not|call)|begin forwarded)\\b.{0,80}|[-_=*~]{2,}(?!\\p{L}).*|.{0,20}\\b(?:forwarded|original) message\\b.*)$", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_FORM_LINES = 5;
    private static final int FEWEST_KNOWN_KEYS = 3;
    private static final int LONGEST_KEY_WORDS = 6;
    private static final int LONGEST_VALUE_IN_LETTER = 160;
    private static final int LONGEST_KEY_WORDS_IN_LETTER = 4;
    /// A value that goes on over more than that is no value.
    private static final int LONGEST_JOINED_CHARS = 6_000;
    /// Mail programs break lines behind the last word that fits in 65 to 80 characters.
    private static final int SHORTEST_WRAPPED_LINE = 55;
    private static final int SHORTEST_LINE_GOING_ON = 20;

    private FormLines() {
    }

    /// More than half of the lines look like fields and there are some, or keys that report forms have make up a third of them, or name product and event.
    static boolean isForm(DocumentText text, boolean article) {
        int lines = 0;
        int shaped = 0;
        int known = 0;
        Set<FormKey> keys = EnumSet.noneOf(FormKey.class);
        for (Page page : text.pages()) {
            String body = page.body();
            for (int[] span : joined(body)) {
                String line = body.substring(span[0], span[1]);
                if (isMailHeader(line) || COURTESY.matcher(line).find()) continue;
                lines++;
                List<FormField> fields = fields(0, page.number(), span[0], line, true);
                if (fields.isEmpty()) continue;
                shaped++;
                List<FormKey> here = fields.stream().map(FormKey::of).filter(key -> key != FormKey.OTHER).toList();
                if (!here.isEmpty()) known++;
                keys.addAll(here);
            }
        }
        if (shaped >= FEWEST_FORM_LINES && shaped * 2 > lines) return true;
        boolean report = keys.contains(FormKey.PRODUCT) && (keys.contains(FormKey.EVENT_TEXT) || keys.contains(FormKey.EVENT_TERM));
        return !article && keys.size() >= FEWEST_KNOWN_KEYS && (report || known * 3 >= lines);
    }

    static boolean isMailHeader(String line) {
        return MAIL_HEADER.matcher(line).find();
    }

    /// A greeting, a closing or a line drawn.
    static boolean isCourtesy(String line) {
        return COURTESY.matcher(line).find();
    }

    /// [start, end) of the lines of a form that are not blank, each with those in which it goes on.
    static List<int[]> joined(String body) {
        List<int[]> joined = new ArrayList<>();
        boolean open = false;
        int start = 0;
        for (String line : body.split("\n", -1)) {
            int end = start + line.length();
            if (line.isBlank()) {
                open = false;
            } else {
                boolean onward = open && end - joined.getLast()[0] <= LONGEST_JOINED_CHARS && goesOn(body.substring(joined.getLast()[0], joined.getLast()[1]), line);
                if (onward) joined.getLast()[1] = end;
                else joined.add(new int[] {start, end});
                open = !isMailHeader(line) && !COURTESY.matcher(line).find();
            }
            start = end + 1;
        }
        return joined;
    }

    /// Does what was begun go on in the next line?
    private static boolean goesOn(String begun, String next) {
        if (isMailHeader(next) || COURTESY.matcher(next).find() || keyOf(FIELD, next) != null || keyOf(KEY_ALONE, next) != null) return false;
        String plain = withoutMarks(next);
        boolean bullet = LINE_BREAK.matcher("\n" + next).results().anyMatch(found -> found.group(1) != null);
        FormField key = keyOf(KEY_ALONE, begun);
        if (key != null) return FormKey.of(key) != FormKey.OTHER;
        List<FormField> fields = fields(0, 1, 0, begun, true);
        if (bullet) return !fields.isEmpty() && KEY_ALONE.matcher(begun.lines().findFirst().orElse("")).matches();
        String last = begun.substring(begun.lastIndexOf('\n') + 1);
        if (!fields.isEmpty()) {
            if (indent(next) > indent(begun)) return true;
            if (FormKey.of(fields.getLast()) == FormKey.EVENT_TEXT && fields.getLast().isProse()) return true;
        }
        boolean ended = last.stripTrailing().matches("(?s).*[.!?:;]");
        boolean small = Character.isLowerCase(plain.charAt(0));
        boolean open = small || Character.isDigit(plain.charAt(0)) || plain.charAt(0) == '(';
        return !ended && (small && !fields.isEmpty() || open && last.length() >= SHORTEST_LINE_GOING_ON || last.length() >= SHORTEST_WRAPPED_LINE);
    }

    private static String withoutMarks(String line) {
        String plain = line.replaceFirst("^[\\s>|]+", "");
        return plain.isEmpty() ? line.strip() : plain;
    }

    private static int indent(String line) {
        return line.replace(">", "").replaceFirst("\\S(?s).*", "").length();
    }

    private static @Nullable FormField keyOf(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) return null;
        Quote nowhere = new Quote(0, 1, 0, 0, "");
        FormField field = new FormField(matcher.group("key"), words(matcher.group("key")), "", nowhere, nowhere);
        return isKey(field) ? field : null;
    }

    /// Short and without a verb; in small letters only a word that report forms have.
    private static boolean isKey(FormField field) {
        if (field.words().isEmpty() || field.key().split("[ _]+").length > LONGEST_KEY_WORDS || SENTENCE_KEY.matcher(field.key()).find()) return false;
        return Character.isUpperCase(field.key().charAt(0)) || !Character.isLowerCase(field.key().charAt(0)) || field.words().size() <= 3 && FormKey.of(field) != FormKey.OTHER;
    }

    /// The pairs of a line, in order; none where it is no field.
    ///
    /// @param inForm of a whole form every such line is a field; elsewhere only a plain one whose value is short
    static List<FormField> fields(int document, int page, int lineStart, String line, boolean inForm) {
        Matcher matcher = FIELD.matcher(line);
        if (keyOf(FIELD, line) == null || !matcher.matches()) return List.of();
        boolean plain = line.substring(0, matcher.start("key")).matches("\\s*(?:\\d{1,2}[a-z]?[.)]\\s*)?") && Character.isUpperCase(line.charAt(matcher.start("key")));
        if (!inForm) return !plain || matcher.group("value").stripTrailing().length() > LONGEST_VALUE_IN_LETTER || matcher.group("key").split("[ _]+").length > LONGEST_KEY_WORDS_IN_LETTER ? List.of()
                : List.of(field(document, page, lineStart, line, new int[] {matcher.start("key"), matcher.end("key"), matcher.start("value"), line.length()}));
        List<FormField> fields = new ArrayList<>();
        int[] place = {matcher.start("key"), matcher.end("key"), matcher.start("value"), line.length()};
        Matcher next = NEXT_PAIR.matcher(line);
        int from = place[2];
        while (from < line.length() && next.find(from)) {
            from = next.end();
            Matcher pair = FIELD.matcher(line.substring(next.end()));
            FormField key = keyOf(FIELD, line.substring(next.end()));
            boolean prose = line.substring(next.start()).startsWith(",") && line.substring(place[2], next.start()).split("\\s+").length > LONGEST_KEY_WORDS;
            if (key == null || prose || FormKey.of(key) == FormKey.OTHER || !pair.matches()) continue;
            fields.add(field(document, page, lineStart, line, new int[] {place[0], place[1], place[2], next.start()}));
            place = new int[] {next.end() + pair.start("key"), next.end() + pair.end("key"), next.end() + pair.start("value"), line.length()};
            from = place[2];
        }
        fields.add(field(document, page, lineStart, line, place));
        return fields;
    }

    /// @param place where key and value begin and end in the line
    private static FormField field(int document, int page, int lineStart, String line, int[] place) {
        String key = line.substring(place[0], place[1]);
        String written = line.substring(place[2], place[3]).stripTrailing();
        if (written.length() > 1 && written.matches("(?s).*[^\\s*_][*_]{1,2}")) written = written.replaceFirst("[*_]{1,2}$", "");
        int start = lineStart + place[2];
        Quote quote = new Quote(document, page, start, start + written.length(), written);
        Quote keyQuote = new Quote(document, page, lineStart + place[0], start + written.length(), line.substring(place[0], place[2] + written.length()));
        return new FormField(key, words(key), inOneLine(written), quote, keyQuote);
    }

    /// Unit by unit the same, with blanks for line breaks and the marks before a line; a bullet parts items as a semicolon does.
    static String inOneLine(String written) {
        return LINE_BREAK.matcher(written).replaceAll(found -> found.group(1) == null ? " ".repeat(found.group().length()) : ";" + " ".repeat(found.group().length() - 1));
    }

    private static List<String> words(String key) {
        String parted = key.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replaceAll("(?<=[A-Za-z])(?=\\d)|(?<=\\d)(?=[A-Za-z])", " ");
        List<String> words = new ArrayList<>();
        Arrays.stream(parted.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).map(word -> word.toLowerCase(Locale.ROOT)).forEach(words::add);
        return words;
    }
}
