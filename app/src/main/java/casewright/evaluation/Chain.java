package casewright.evaluation;

import casewright.llm.LanguageModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A way from the documents of a case to its report.
interface Chain {

    /// The way with the given model in it.
    interface OfModel {
        Chain chain(LanguageModel model);
    }

    /// All documents of one case, in order.
    ///
    /// @return in the shape that the scorer's head documents, with what was said of the triage and the model's seconds
    Map<String, @Nullable Object> draft(String id, List<byte[]> documents);
}
