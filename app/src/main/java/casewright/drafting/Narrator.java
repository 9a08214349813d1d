package casewright.drafting;

import casewright.llm.ModelCall;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells the case in the order of the template, each sentence with its citations.
@Component
public class Narrator {

    private final Wording wording = Wording.load();
    private final NarrativeCheck check;

    public Narrator(NarrativeCheck check) {
        this.check = check;
    }

    /// @param course the source's sentences that have to be told, in order
    List<NarrativeSentence> tell(Draft draft, CaseRecord record, List<Citation.Source> course, List<ModelCall> calls) {
        return new SlotNarrative(draft, record, wording, course, check).sentences();
    }
}
