package casewright.reading;

import casewright.extraction.DocumentText;
import casewright.llm.LanguageModel;
import casewright.llm.ModelCall;
import casewright.reading.terms.Vocabulary;
import casewright.reading.text.SourceText;
import java.time.Clock;
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

    /// A reader that asks another model than the service's: for measurements.
    public static CaseReader asking(LanguageModel model, Vocabulary vocabulary, Clock clock) {
        return new CaseReader(vocabulary, new ModelReader(model, clock));
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
