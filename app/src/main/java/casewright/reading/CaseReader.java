package casewright.reading;

import casewright.extraction.DocumentText;
import casewright.llm.ModelCall;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Reads the documents of a case: what they are and what they say.
@Component
public class CaseReader {

    /// @param calls    every question put to the model is added
    /// @param progress told in plain words how far it is
    public Reading read(List<DocumentText> documents, List<ModelCall> calls, Consumer<String> progress) {
        return new Reading(new Triage(Triage.Verdict.NEITHER, "not read", List.of()), List.of(), List.of());
    }
}
