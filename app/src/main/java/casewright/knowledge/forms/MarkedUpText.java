package casewright.knowledge.forms;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.util.Set;

/// Plain text of marked-up text, as SPL and JATS have it: paragraphs parted by an empty line, each item of a list and each row of a table on a line of its own.
final class MarkedUpText {

    private static final Set<String> BLOCKS = Set.of("paragraph", "p", "list", "table", "caption", "disp-quote", "title", "label", "footnote");
    private static final Set<String> ITEMS = Set.of("item", "list-item", "li");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final StringBuilder text = new StringBuilder();
    private final String fileName;
    private final int mostChars;
    private boolean wantsBlank;

    MarkedUpText(String fileName, int mostChars) {
        this.fileName = fileName;
        this.mostChars = mostChars;
    }

    void start(String element) {
        if (ITEMS.contains(element)) line("\n  * ");
        else if (element.equals("tr")) line("\n  ");
        else if (element.equals("br") || element.equals("break")) line("\n");
        else if (BLOCKS.contains(element) && !endsWithMark()) line("\n\n");
    }

    void end(String element) {
        if (CELLS.contains(element)) line("    ");
        else if (BLOCKS.contains(element)) line("\n\n");
    }

    /// White space of the source counts as one blank.
    void add(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                wantsBlank = true;
                continue;
            }
            if (wantsBlank && !text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) text.append(' ');
            wantsBlank = false;
            text.append(c);
        }
        if (text.length() > mostChars) throw tooLong(fileName, mostChars);
    }

    static RefusedException tooLong(String fileName, int mostChars) {
        return new RefusedException(Reason.TOO_LARGE, "A document in " + fileName + " has more than " + mostChars + " characters (setting casewright.knowledge.largest-document-chars).");
    }

    private boolean endsWithMark() {
        String end = text.substring(Math.max(0, text.length() - 4));
        return end.endsWith("* ") || end.equals("    ");
    }

    private void line(String mark) {
        wantsBlank = false;
        if (!text.isEmpty()) text.append(mark);
    }

    String asText() {
        return text.toString().replaceAll("(?m)[ \\t]+$", "").replaceAll("\\n{3,}", "\n\n").strip();
    }
}
