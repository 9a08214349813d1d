package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

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
        return new Mentions(SourceText.of(List.of(document(String.join("\n", sentences)))), VOCABULARY);
    }

    /// Read with a model that sees no adverse event in any sentence and calls every drug blamed that it is asked about.
    static Reading read(String text) {
        return read(document(text));
    }

    private static Reading read(DocumentText document) {
        ScriptedModel model = new ScriptedModel("{\"adverse\":false,\"drugs\":[],\"effects\":[]}");
        return CaseReader.asking(model, VOCABULARY, Clock.systemUTC()).read(List.of(document), new ArrayList<>(), _ -> {
        });
    }

    static PatientFacts caseOf(String text) {
        return caseOf(document(text));
    }

    static PatientFacts caseOf(DocumentText document) {
        Reading reading = read(document);
        assertThat(reading.triage().verdict()).as(document.pages().getFirst().text()).isEqualTo(Triage.Verdict.CASE);
        return reading.patients().getFirst();
    }

    private static DocumentText document(String text) {
        return new DocumentText("test", List.of(Page.ofPlainText(1, text)), List.of());
    }
}
