package casewright.reading;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.llm.LanguageModel;
import casewright.reading.terms.Vocabulary;
import casewright.reading.text.SourceText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The reading of single sentences: the same questions and lists as for documents, without a document's context.
public final class SentenceReader {

    private final ModelReader model;
    private final Vocabulary vocabulary;

    private SentenceReader(ModelReader model, Vocabulary vocabulary) {
        this.model = model;
        this.vocabulary = vocabulary;
    }

    public static SentenceReader asking(LanguageModel model, Vocabulary vocabulary, Clock clock) {
        return new SentenceReader(new ModelReader(model, clock), vocabulary);
    }

    /// @param drugs in the sentence's words
    public record Found(boolean adverse, List<String> drugs, List<String> effects) {
    }

    public Found read(String sentence) {
        SourceText text = SourceText.of(List.of(new DocumentText("sentence", List.of(Page.ofPlainText(1, sentence.replace('\n', ' '))), List.of())));
        Mentions mentions = new Mentions(text, vocabulary);
        ModelReader.Blame blame = model.blame(sentence, new ArrayList<>());
        List<String> drugs = blame.drugs().stream().map(span -> sentence.substring(span[0], span[1])).distinct().toList();
        List<String> effects = blame.effects().stream().map(span -> sentence.substring(span[0], span[1])).distinct().toList();
        boolean adverse = blame.adverse() && (!drugs.isEmpty() || !mentions.drugs().isEmpty());
        return new Found(adverse, drugs, effects);
    }
}
