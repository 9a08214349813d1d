package casewright.drafting;

import casewright.drafting.NarrativeSentence.Kind;
import casewright.drafting.NarrativeSentence.Origin;
import casewright.llm.ModelCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Tells the case in the order of the template, each sentence with its citations: the template's wording first, the model's prose where it passes.
@Component
public class Narrator {

    private final Wording wording = Wording.load();
    private final NarrativeCheck check;
    private final ModelProse prose;

    public Narrator(NarrativeCheck check, ModelProse prose) {
        this.check = check;
        this.prose = prose;
    }

    /// @param course the source's sentences that have to be told, in order
    List<NarrativeSentence> tell(Draft draft, CaseRecord record, List<Citation.Source> course, List<ModelCall> calls) {
        List<NarrativeSentence> plain = new SlotNarrative(draft, record, wording, course, check).sentences();
        Set<NarrativeSentence> asked = new HashSet<>(plain.stream().filter(Narrator::isRetold).sorted(Comparator.comparingInt((NarrativeSentence sentence) -> -sentence.sentence().length()))
                .filter(sentence -> sentence.sentence().length() <= 320).limit(prose.mostSentences()).toList());
        List<NarrativeSentence> told = new ArrayList<>();
        for (NarrativeSentence sentence : plain) told.add(asked.contains(sentence) ? inProse(sentence, calls) : sentence);
        return told;
    }

    private static boolean isRetold(NarrativeSentence sentence) {
        return sentence.section().equals("course") && sentence.kind() == Kind.SOURCE && sentence.citations().size() == 1;
    }

    /// The model's sentence, or the template's with a sign that the model's did not pass.
    private NarrativeSentence inProse(NarrativeSentence plain, List<ModelCall> calls) {
        Optional<String> told = prose.retell(plain.citations().getFirst().quote(), calls);
        boolean holds = told.isPresent() && check.fault(told.get(), plain.citations()).isEmpty() && check.isRetelling(told.get(), plain.citations());
        return new NarrativeSentence(plain.section(), holds ? told.get() : plain.sentence(), plain.kind(), holds ? Origin.MODEL : Origin.TEMPLATE_AFTER_FAILED_CHECK, plain.citations(), null);
    }
}
