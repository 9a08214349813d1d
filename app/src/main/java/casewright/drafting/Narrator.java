package casewright.drafting;

import casewright.llm.ModelCall;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells the case in the order of the template, each sentence with its citations.
@Component
public class Narrator {

    List<NarrativeSentence> tell(Draft draft, CaseRecord record, List<ModelCall> calls) {
        return new SlotNarrative(draft, record).sentences();
    }
}
