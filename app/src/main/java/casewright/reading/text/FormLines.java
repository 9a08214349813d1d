package casewright.reading.text;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.reading.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines of the form "key: value", told by their shape: a short key without a verb, a colon, something behind it.
final class FormLines {

    private static final Pattern LINE = Pattern.compile("^\\s*(?:\\d{1,2}[a-z]?[.)]\\s*)?([\\p{Lu}][\\p{L}\\p{N} _/()&.'#-]{0,48}?)\\s*[:：]\\s*(\\S.*)$");
    private static final Pattern SENTENCE_KEY = Pattern.compile("\\b(?:was|were|is|are|had|has|showed|revealed|follows|following|included|include|includes|because|that|which|we|he|she|they)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_FORM_LINES = 5;

    private FormLines() {
    }

    /// More than half of the lines look like fields, and there are some.
    static boolean isForm(DocumentText text) {
        int lines = 0;
        int fields = 0;
        for (Page page : text.pages()) {
            for (String line : page.body().split("\n")) {
                if (line.isBlank()) continue;
                lines++;
                if (matches(line)) fields++;
            }
        }
        return fields >= FEWEST_FORM_LINES && fields * 2 > lines;
    }

    private static boolean matches(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() && matcher.group(1).split("[ _]+").length <= 6 && !SENTENCE_KEY.matcher(matcher.group(1)).find();
    }

    /// @param inForm of a whole form every such line is a field; elsewhere only one whose value is short
    static Optional<FormField> field(int document, int page, int lineStart, String line, boolean inForm) {
        Matcher matcher = LINE.matcher(line);
        if (!matches(line) || !matcher.matches()) return Optional.empty();
        String value = matcher.group(2).stripTrailing();
        if (!inForm && (value.length() > 160 || matcher.group(1).split("[ _]+").length > 4)) return Optional.empty();
        int start = lineStart + matcher.start(2);
        Quote quote = new Quote(document, page, start, start + value.length(), value);
        int keyStart = lineStart + matcher.start(1);
        Quote keyQuote = new Quote(document, page, keyStart, start + value.length(), line.substring(matcher.start(1), matcher.start(2) + value.length()));
        return Optional.of(new FormField(matcher.group(1), words(matcher.group(1)), value, quote, keyQuote));
    }

    private static List<String> words(String key) {
        String parted = key.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replaceAll("(?<=[A-Za-z])(?=\\d)|(?<=\\d)(?=[A-Za-z])", " ");
        List<String> words = new ArrayList<>();
        Arrays.stream(parted.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).map(word -> word.toLowerCase(Locale.ROOT)).forEach(words::add);
        return words;
    }
}
