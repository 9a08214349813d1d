package casewright.evidence;

import casewright.evidence.listedness.Listedness;
import casewright.evidence.listedness.Listedness.Verdict;
import casewright.retrieval.Passage;
import casewright.retrieval.PassageId;
import casewright.retrieval.PassageIndex;
import casewright.retrieval.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The documents of one type on one product, read whole: a search could miss the one sentence that lists a reaction in other words.
final class ReferenceText {

    /// Besides the undesirable effects, warnings tell what a product does; indications and contraindications do not. Headings: EU SmPC 4.4, 21 CFR 201.57(c)(6).
    private static final Pattern WARNINGS = Pattern.compile("warnings?|precautions?", Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER_SECTION = Pattern.compile("indications?|dosage|posology|description|pharmacolog|overdos|interactions?|pregnancy|storage", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_HEADING = Pattern.compile("(?:page \\d+)?");

    private final List<Passage> passages;
    private final Listedness listedness;

    private ReferenceText(List<Passage> passages) {
        this.passages = passages;
        this.listedness = Listedness.of(passages.stream().map(passage -> new Section(passage.section(), passage.text())).toList());
    }

    /// @param mostPassages of each document
    static ReferenceText of(PassageIndex index, Collection<String> documents, int mostPassages) {
        List<Passage> passages = new ArrayList<>();
        for (String document : documents) {
            List<Passage> whole = new ArrayList<>();
            for (int number = 1; number <= mostPassages; number++) {
                Optional<Passage> passage = index.findPassage(new PassageId(index.description().corpus(), index.description().version(), document, number));
                if (passage.isEmpty()) break;
                whole.add(passage.get());
            }
            // A document without headings, or with its title as the only one, such as a plainly written Word file, is read whole.
            List<String> headings = whole.stream().map(Passage::section).filter(heading -> !NO_HEADING.matcher(heading).matches()).distinct().toList();
            boolean hasHeadings = headings.size() > 1 || headings.stream().anyMatch(heading -> mayList(heading) || OTHER_SECTION.matcher(heading).find());
            whole.stream().filter(passage -> !hasHeadings || mayList(passage.section())).forEach(passages::add);
        }
        return new ReferenceText(List.copyOf(passages));
    }

    private static boolean mayList(String heading) {
        return Listedness.isUndesirableEffects(heading) || WARNINGS.matcher(heading).find();
    }

    /// @param passage where the sentence stands
    /// @param reason  why the sentence does not list the reaction; empty where it does
    record Decision(Passage passage, String sentence, Optional<String> reason) {
    }

    /// Empty: the reaction is not named.
    Optional<Decision> decide(List<String> reaction) {
        Verdict verdict = listedness.find(reaction);
        return verdict.sentence().map(sentence -> new Decision(passages.get(sentence.section()), sentence.text(), verdict.reason()));
    }
}
