package casewright.evidence;

import casewright.retrieval.PassageIndex;
import casewright.retrieval.PassageQuery;
import casewright.retrieval.RankedPassage;
import java.util.Comparator;
import java.util.List;

/// Makes a search of the trail, the first time and again: both must go the same way.
final class RecordedSearch {

    private RecordedSearch() {
    }

    /// Best first.
    static List<RankedPassage> hits(PassageIndex index, Evidence.Search search) {
        PassageQuery query = PassageQuery.of(search.words(), search.limit());
        if (search.products().isEmpty()) return index.search(query);
        return search.products().stream().flatMap(product -> index.search(query.withProduct(product)).stream())
                .filter(hit -> search.documents().isEmpty() || search.documents().contains(hit.passage().id().document()))
                .sorted(Comparator.comparingDouble(RankedPassage::score).reversed()).toList();
    }
}
