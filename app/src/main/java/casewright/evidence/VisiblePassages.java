package casewright.evidence;

import casewright.access.Role;
import casewright.knowledge.CorpusIndexes;
import casewright.knowledge.CorpusRights;
import casewright.retrieval.Passage;
import casewright.retrieval.PassageFilter;
import casewright.retrieval.PassageId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A passage by its id, for a person who may see it.
@Component
public class VisiblePassages {

    private final CorpusRights rights;
    private final CorpusIndexes indexes;

    VisiblePassages(CorpusRights rights, CorpusIndexes indexes) {
        this.rights = rights;
        this.indexes = indexes;
    }

    /// Empty where there is none, where its version cannot be searched any more, and where the role may not see it: the three look alike.
    public Optional<Passage> find(Role role, PassageId id) {
        return rights.find(role, id.corpus(), id.version())
                .flatMap(corpus -> indexes.findReady(corpus.version()).flatMap(index -> index.findPassage(id, PassageFilter.ALL.onlyOn(corpus.products()))));
    }
}
