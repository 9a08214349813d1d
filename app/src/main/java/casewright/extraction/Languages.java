package casewright.extraction;

import casewright.retrieval.TextLanguage;
import java.util.List;

/// Tells the language of a document by its first pages.
final class Languages {

    private static final int LOOKED_AT_CHARS = 20_000;

    private Languages() {
    }

    /// @return as [TextLanguage#of]
    static String of(List<Page> pages) {
        StringBuilder text = new StringBuilder();
        for (Page page : pages) {
            if (text.length() < LOOKED_AT_CHARS) text.append(page.body()).append('\n');
        }
        return TextLanguage.of(text.toString());
    }
}
