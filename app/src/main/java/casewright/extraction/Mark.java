package casewright.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a page's text that a reviewer must not take for what it seems.
///
/// @param start [start, end) in UTF-16 units of the page's text
public record Mark(int start, int end, Kind kind) {

    public enum Kind {
        DOUBTFUL, UNIT, HIDDEN
    }

    /// Text recognition takes the micro sign for p, u, y or j: a thousandfold of the dose.
    private static final Pattern UNIT = Pattern.compile("(?<![\\p{L}])[puyj\u00B5\u03BC]g(?![\\p{L}])|(?<![\\p{L}])[uy\u00B5\u03BC][lL](?![\\p{L}])");

    /// In order of the text.
    public static List<Mark> in(Page page) {
        List<Mark> marks = new ArrayList<>();
        for (Page.WordBox word : page.words()) {
            if (word.confidence() == null) continue;
            Matcher unit = UNIT.matcher(page.text()).region(word.start(), word.end());
            unit.useTransparentBounds(true);
            if (unit.find()) marks.add(new Mark(word.start(), word.end(), Kind.UNIT));
            else if (word.isDoubtful()) marks.add(new Mark(word.start(), word.end(), Kind.DOUBTFUL));
        }
        int visible = page.text().length() - page.hiddenChars();
        if (page.hiddenChars() > 0) marks.add(new Mark(visible, page.text().length(), Kind.HIDDEN));
        return marks;
    }
}
