package casewright.drafting;

import casewright.evidence.Evidence;
import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.llm.LanguageModel;
import casewright.llm.ScriptedModel;
import casewright.reading.CaseReader;
import casewright.reading.Reading;
import casewright.reading.terms.Vocabulary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Drafts of invented texts, from the text to the narrative. The scripted model blames nothing: what is found, code found.
final class InventedDraft {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));

    private InventedDraft() {
    }

    static Draft of(String text) {
        return of(text, "{}", List.of());
    }

    /// @param prose what the model answers when it is asked to retell a sentence
    static Draft of(String text, String prose, List<Evidence> evidence) {
        return of(text, new ScriptedModel("{\"adverse\":false,\"drugs\":[],\"effects\":[]}"), new ScriptedModel(prose), evidence);
    }

    /// Read and told by one model.
    static Draft by(LanguageModel model, String text) {
        return of(text, model, model, List.of());
    }

    private static Draft of(String text, LanguageModel model, LanguageModel teller, List<Evidence> evidence) {
        Reading reading = CaseReader.asking(model, VOCABULARY, Clock.systemUTC()).read(List.of(new DocumentText("test", List.of(Page.ofPlainText(1, text)), List.of())), new ArrayList<>(), _ -> {
        });
        CaseRecord record = new CaseRecord(1, "CW-0000-000001", LocalDate.of(2026, 1, 15), "spontaneous", "upload", "", List.of("EU"));
        return ReportDrafter.asking(teller, VOCABULARY, Clock.systemUTC()).draft(record, List.of(1L), reading.patients().getFirst(), evidence, new ArrayList<>());
    }
}
