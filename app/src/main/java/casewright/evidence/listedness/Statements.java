package casewright.evidence.listedness;

import casewright.retrieval.TextSpan;
import casewright.retrieval.splitting.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts the text of a label into what is said at once: sentences, items of lists, rows of tables.
final class Statements {

    /// A line that is no wrapped prose: the next one is indented or begins with a bullet, or this one ends in the blanks of a table.
    private static final Pattern NEW_LINE = Pattern.compile("[ \\t\\u00a0]{2,}\\R|[ \\t\\u00a0]{4,}(?=\\p{Lu})|\\R(?=[ \\t\\u00a0]{2,}|\\s*[*\\u2022\\u25cf\\u00b7\\u25aa\\u2013-]\\s)");

    private Statements() {
    }

    /// In reading order; white space at the borders is left out.
    static List<TextSpan> of(String text) {
        List<TextSpan> statements = new ArrayList<>();
        for (TextSpan sentence : Sentences.of(text)) {
            Matcher breaks = NEW_LINE.matcher(text).region(sentence.start(), sentence.end());
            int start = sentence.start();
            while (breaks.find()) {
                add(text, start, breaks.start(), statements);
                start = breaks.end();
            }
            add(text, start, sentence.end(), statements);
        }
        return statements;
    }

    private static void add(String text, int from, int to, List<TextSpan> statements) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) start++;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
        if (start < end) statements.add(new TextSpan(start, end));
    }
}
