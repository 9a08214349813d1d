package casewright.evidence;

import casewright.access.Role;
import casewright.knowledge.CorpusIndexes;
import casewright.knowledge.CorpusRights;
import casewright.retrieval.Passage;
import casewright.retrieval.PassageFilter;
import casewright.retrieval.PassageId;
import casewright.retrieval.PassageIndex;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Passages by their ids, for a person who may see it.
@Component
public class VisiblePassages {

    private final CorpusRights rights;
    private final CorpusIndexes indexes;

    VisiblePassages(CorpusRights rights, CorpusIndexes indexes) {
        this.rights = rights;
        this.indexes = indexes;
    }

    /// That many passages of one section in reading order, all or none. Empty where one is not there, where its version cannot be searched any more, and where the role may not see it: the three look alike.
    public List<Passage> find(Role role, PassageId first, int adjoining) {
        List<Passage> found = rights.find(role, first.corpus(), first.version())
                .flatMap(corpus -> indexes.findReady(corpus.version()).map(index -> find(index, first, adjoining, PassageFilter.ALL.onlyOn(corpus.products())))).orElse(List.of());
        boolean isWhole = found.size() == adjoining && found.stream().map(Passage::sectionNumber).distinct().count() == 1;
        return isWhole ? found : List.of();
    }

    private static List<Passage> find(PassageIndex index, PassageId first, int adjoining, PassageFilter filter) {
        return IntStream.range(first.number(), first.number() + adjoining)
                .mapToObj(number -> index.findPassage(new PassageId(first.corpus(), first.version(), first.document(), number), filter)).flatMap(Optional::stream).toList();
    }
}
