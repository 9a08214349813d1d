package casewright.extraction.pdf;

import java.util.List;
import java.util.stream.Collectors;

/// Lines that belong together, in one reading direction.
record Paragraph(Frame frame, Kind kind, List<Strip> lines) {

    enum Kind {
        BODY, HEADING, CAPTION, NOTE, LABEL
    }

    String text() {
        return lines.stream().map(Strip::text).collect(Collectors.joining(" "));
    }

    Strip first() {
        return lines.getFirst();
    }

    Strip last() {
        return lines.getLast();
    }
}
