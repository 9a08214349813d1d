package casewright.drafting;

import casewright.drafting.NarrativeSentence.Kind;
import casewright.drafting.NarrativeSentence.Origin;
import casewright.drafting.NarrativeSentence.Refused;
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

    private static final String NOT_THE_SAME = "it leaves out or adds too many of the source's words";

    private static final String TOO_LONG = "it is longer than the narrative has room for";

    private final Wording wording = Wording.load();
    private final NarrativeCheck check;
    private final ModelProse prose;

    public Narrator(NarrativeCheck check, ModelProse prose) {
        this.check = check;
        this.prose = prose;
    }

    /// @param course    the source's sentences that have to be told, the weightiest first
    /// @param mostWords of the whole narrative
    List<NarrativeSentence> tell(Draft draft, CaseRecord record, List<Citation.Source> course, ShortFormsSpelledOut shortForms, int mostWords, List<ModelCall> calls) {
        RetoldCourse retold = RetoldCourse.of(course, draft.shown("reporter.causality"), wording, check);
        List<NarrativeSentence> plain = new SlotNarrative(draft, record, wording).sentences(retold, shortForms, mostWords);
        Set<NarrativeSentence> asked = new HashSet<>(plain.stream().filter(Narrator::isRetold).sorted(Comparator.comparingInt((NarrativeSentence sentence) -> -sentence.sentence().length()))
                .filter(sentence -> sentence.sentence().length() <= 320).limit(prose.mostSentences()).toList());
        List<NarrativeSentence> told = new ArrayList<>();
        int room = mostWords - plain.stream().mapToInt(sentence -> SlotNarrative.words(sentence.sentence())).sum();
        for (NarrativeSentence sentence : plain) {
            NarrativeSentence next = asked.contains(sentence) ? inProse(sentence, room, calls) : sentence;
            room -= SlotNarrative.words(next.sentence()) - SlotNarrative.words(sentence.sentence());
            told.add(next);
        }
        return told;
    }

    private static boolean isRetold(NarrativeSentence sentence) {
        return sentence.section().equals("course") && sentence.kind() == Kind.SOURCE && sentence.citations().size() == 1 && !Wording.isFormEntry(sentence.citations().getFirst().quote());
    }

    /// The model's sentence, or the template's with a sign that the model's did not pass.
    private NarrativeSentence inProse(NarrativeSentence plain, int room, List<ModelCall> calls) {
        ModelProse.Told told = prose.retell(plain.citations().getFirst().quote(), calls);
        boolean fits = SlotNarrative.words(told.text()) - SlotNarrative.words(plain.sentence()) <= Math.max(0, room);
        Optional<String> fault = told.fault().or(() -> check.fault(told.text(), plain.citations())).or(() -> check.crossed(told.text(), plain.citations())).or(() -> check.isRetelling(told.text(), plain.citations()) ? Optional.empty() : Optional.of(NOT_THE_SAME)).or(() -> fits ? Optional.empty() : Optional.of(TOO_LONG));
        return fault.map(why -> new NarrativeSentence(plain.section(), plain.sentence(), plain.kind(), Origin.TEMPLATE_AFTER_FAILED_CHECK, plain.citations(), null, new Refused(told.text(), why)))
                .orElseGet(() -> new NarrativeSentence(plain.section(), told.text(), plain.kind(), Origin.MODEL, plain.citations(), null));
    }
}
