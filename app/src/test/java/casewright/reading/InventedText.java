package casewright.reading;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.reading.terms.Vocabulary;
import casewright.reading.text.SourceText;
import java.nio.file.Path;
import java.util.List;

/// Invented sentences as the reading sees a document.
final class InventedText {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));

    private InventedText() {
    }

    static Mentions mentions(String... sentences) {
        DocumentText text = new DocumentText("test", List.of(Page.ofPlainText(1, String.join("\n", sentences))), List.of());
        return new Mentions(SourceText.of(List.of(text)), VOCABULARY);
    }
}
