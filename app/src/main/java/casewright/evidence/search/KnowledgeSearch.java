package casewright.evidence.search;

import casewright.access.Role;
import casewright.knowledge.CorpusIndexes;
import casewright.knowledge.ImportedVersion;
import casewright.knowledge.CorpusRights;
import casewright.knowledge.CorpusRights.Visible;
import casewright.reading.terms.Term;
import casewright.reading.terms.Vocabulary;
import casewright.retrieval.MatchedWords;
import casewright.retrieval.NearDuplicates;
import casewright.retrieval.NearDuplicates.Distinct;
import casewright.retrieval.NeighbouringPassages;
import casewright.retrieval.NeighbouringPassages.Run;
import casewright.retrieval.PassageId;
import casewright.retrieval.PassageIndex;
import casewright.retrieval.PassageQuery;
import casewright.retrieval.PassageQuery.OtherNames;
import casewright.retrieval.RankedPassage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Searches the newest version of each corpus that a person may see, or an earlier one of one corpus, each for itself: scores of two corpora do not compare, and private and public
/// knowledge are never mixed.
@Component
class KnowledgeSearch {

    /// Of the ranking for each passage shown, before passages alike become one; and where that is too little, as a label of forty repackagers must not be
    /// all there is.
    private static final int LOOKED_AT_FOR_EACH = 4;
    private static final int MOST_LOOKED_AT = 200;
    private static final int SHOWN = 5;
    private static final int SHOWN_OF_MORE = 25;
    private static final int MOST_ALIKE_NAMED = 10;
    private static final int MOST_NAMES = 5;
    private static final int NAMES_LOOKED_FOR_IN_CHARS = 2_000;
    private static final String COUNTS_ALL = "Lucene's sum counts the passages of the whole corpus, of which you may search those on some products. An auditor may see it.";

    private final CorpusRights corpora;
    private final CorpusIndexes indexes;
    private final Vocabulary vocabulary;

    KnowledgeSearch(CorpusRights corpora, CorpusIndexes indexes, Vocabulary vocabulary) {
        this.corpora = corpora;
        this.indexes = indexes;
        this.vocabulary = vocabulary;
    }

    /// @param isReady false while the index is being made
    record OfCorpus(ImportedVersion version, boolean isReady, List<Found> passages) {

        /// There is always a nearest passage by meaning, also to words that no text knows; then the reader is told.
        public boolean hasNoneOfTheWords() {
            return !passages.isEmpty() && passages.stream().allMatch(one -> one.why().matched().isEmpty());
        }
    }

    /// @param otherNames by which drugs of the question were searched, too
    record Answer(List<OfCorpus> corpora, List<OtherNames> otherNames) {
    }

    List<Visible> visible(Role role) {
        return corpora.to(role).stream().sorted(Comparator.comparing((Visible one) -> !one.version().isPrivate()).thenComparing(one -> one.version().corpus())).toList();
    }

    List<Visible> earlier(Role role) {
        return corpora.earlierTo(role);
    }

    private List<Visible> asked(Role role, Question question) {
        return question.earlier().map(told -> corpora.find(role, told.corpus(), told.version()).stream().toList())
                .orElseGet(() -> visible(role).stream().filter(one -> question.isOf(one.version().corpus())).toList());
    }

    /// @param question with at least a word
    Answer ask(Role role, Question question) {
        List<OtherNames> names = otherNames(question.words());
        List<OfCorpus> answers = new ArrayList<>();
        for (Visible one : asked(role, question)) {
            Optional<PassageIndex> index = indexes.findReady(one.version());
            PassageQuery query = query(question, one, names);
            answers.add(new OfCorpus(one.version(), index.isPresent(), index.map(ready -> passages(ready, query, question.wantsMore() ? SHOWN_OF_MORE : SHOWN)).orElse(List.of())));
        }
        return new Answer(answers, names);
    }

    private static PassageQuery query(Question question, Visible corpus, List<OtherNames> names) {
        return PassageQuery.of(question.words(), MOST_LOOKED_AT).within(question.filter(corpus.products())).alsoNamed(names);
    }

    private static List<Found> passages(PassageIndex index, PassageQuery query, int most) {
        List<Distinct> distinct = distinct(index, query, most);
        MatchedWords matched = MatchedWords.of(query);
        List<Found> found = new ArrayList<>();
        for (Run run : NeighbouringPassages.merge(distinct.stream().map(Distinct::best).toList())) {
            if (found.size() == most) break;
            found.add(Found.of(found.size() + 1, run, matched, alike(run, distinct)));
        }
        return found;
    }

    private static List<String> alike(Run run, List<Distinct> distinct) {
        return distinct.stream().filter(one -> run.inReadingOrder().contains(one.best())).flatMap(one -> one.alike().stream()).map(RankedPassage::passage)
                .map(passage -> passage.title() + (passage.section().isEmpty() ? "" : ", " + passage.section())).distinct().limit(MOST_ALIKE_NAMED).toList();
    }

    /// At least as many as wanted, where there are; more, as neighbours among them become one.
    private static List<Distinct> distinct(PassageIndex index, PassageQuery query, int wanted) {
        int first = wanted * LOOKED_AT_FOR_EACH;
        List<RankedPassage> ranked = index.search(query.limitedTo(first));
        List<Distinct> distinct = NearDuplicates.collapse(ranked, 2 * wanted);
        return distinct.size() >= wanted || ranked.size() < first ? distinct : NearDuplicates.collapse(index.search(query), 2 * wanted);
    }

    /// The names of drugs in a question, with what else they are called.
    private List<OtherNames> otherNames(String words) {
        String beginning = words.substring(0, Math.min(words.length(), NAMES_LOOKED_FOR_IN_CHARS));
        Map<String, OtherNames> names = new LinkedHashMap<>();
        for (Term term : vocabulary.drugs().find(beginning)) {
            List<String> others = vocabulary.drugs().otherNames(term.text());
            if (!others.isEmpty() && names.size() < MOST_NAMES) names.putIfAbsent(term.preferred(), new OtherNames(term.text(), others));
        }
        return List.copyOf(names.values());
    }

    /// Lucene's own account of the score by words; empty where the person may not see the passage or there is none. It counts the passages of the whole corpus, so who is held to
    /// products is told why it is not shown.
    Optional<String> explain(Role role, Question question, PassageId id) {
        if (question.words().isEmpty()) return Optional.empty();
        return corpora.find(role, id.corpus(), id.version())
                .flatMap(one -> indexes.findReady(one.version()).flatMap(index -> index.explainWords(query(question, one, otherNames(question.words())), id)).map(sum -> one.products().isEmpty() ? sum : COUNTS_ALL));
    }
}
