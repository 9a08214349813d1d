package casewright.knowledge.forms;

import casewright.refusal.RefusedException;
import java.util.List;

/// Reads PDF and Word files into pages of text. What does it is a step of the flow, which this package does not know.
@FunctionalInterface
public interface PageReader {

    /// @throws RefusedException (unreadable, too large) with the reason
    PagedText read(byte[] content);

    /// @param pages    what is told on each page, without running heads and page numbers
    /// @param headings in the order of the text
    record PagedText(List<String> pages, List<Heading> headings) {

        public PagedText {
            pages = List.copyOf(pages);
            headings = List.copyOf(headings);
        }
    }

    /// @param page  1-based; the heading begins there at start
    record Heading(String text, int page, int start) {
    }
}
