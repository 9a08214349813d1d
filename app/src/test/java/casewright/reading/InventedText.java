package casewright.reading;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.llm.ScriptedModel;
import casewright.reading.terms.Vocabulary;
import casewright.reading.text.SourceText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Invented sentences as the reading sees a document.
final class InventedText {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));

    private InventedText() {
    }

    /// What a whole text says of its patient; the model is scripted to add nothing.
    static PatientFacts facts(String text) {
        CaseReader reader = CaseReader.asking(new ScriptedModel("{\"adverse\":false,\"drugs\":[],\"effects\":[]}"), VOCABULARY, Clock.systemUTC());
        return reader.read(List.of(new DocumentText("test", List.of(Page.ofPlainText(1, text)), List.of())), new ArrayList<>(), _ -> {
        }).patients().getFirst();
    }

    static Mentions mentions(String... sentences) {
        DocumentText text = new DocumentText("test", List.of(Page.ofPlainText(1, String.join("\n", sentences))), List.of());
        return new Mentions(SourceText.of(List.of(text)), VOCABULARY);
    }
}
