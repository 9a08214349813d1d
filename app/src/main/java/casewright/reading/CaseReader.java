package casewright.reading;

import casewright.extraction.DocumentText;
import casewright.llm.ModelCall;
import casewright.reading.terms.Vocabulary;
import casewright.reading.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Reads the documents of a case: what they are and what they say.
@Component
public class CaseReader {

    private final Vocabulary vocabulary;
    private final ModelReader model;

    public CaseReader(Vocabulary vocabulary, ModelReader model) {
        this.vocabulary = vocabulary;
        this.model = model;
    }

    /// @param calls    every question put to the model is added
    /// @param progress told in plain words how far it is
    public Reading read(List<DocumentText> documents, List<ModelCall> calls, Consumer<String> progress) {
        progress.accept("reading: finding drugs and reactions");
        SourceText text = SourceText.of(documents);
        Mentions mentions = new Mentions(text, vocabulary);
        Suspicions suspicions = new Suspicions(mentions, model, calls);
        suspicions.find(progress);
        progress.accept("reading: putting the facts together");
        PatientFacts facts = new FactAssembly(mentions, suspicions).facts();
        return new Reading(TriageRule.of(mentions, suspicions, facts), List.of(facts), new ArrayList<>());
    }
}
