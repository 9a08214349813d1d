package casewright.retrieval;

import casewright.retrieval.MedicalTerms.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// A [PassageQuery] as Lucene wants it.
///
/// @param words  any of the query's words, scored by BM25, within the filter; matches nothing when the query has no words that count
/// @param filter null when the whole corpus is asked
record LuceneQueries(Query words, @Nullable Query filter) {

    static LuceneQueries of(PassageQuery query) {
        Query words = anyOf(query);
        Query filter = filterOf(query.filter());
        if (filter == null) {
            return new LuceneQueries(words, null);
        }
        return new LuceneQueries(new BooleanQuery.Builder().add(words, Occur.MUST).add(filter, Occur.FILTER).build(), filter);
    }

    /// Null when the whole corpus is asked.
    static @Nullable Query filterOf(PassageFilter wanted) {
        BooleanQuery filter = filter(wanted);
        return filter.clauses().isEmpty() ? null : filter;
    }

    /// All words by which a passage can match, those of other names, too.
    static Set<Term> terms(PassageQuery query) {
        Set<Term> terms = new HashSet<>(counted(query.text()).keySet());
        for (PassageQuery.OtherNames one : query.otherNames()) {
            one.names().forEach(name -> terms.addAll(counted(name).keySet()));
        }
        return terms;
    }

    private static Map<Term, Integer> counted(String text) {
        Map<Term, Integer> counts = new LinkedHashMap<>();
        for (Found found : MedicalTerms.ranked(text)) {
            if (counts.size() < PassageQuery.MOST_WORDS || counts.containsKey(found.term())) {
                counts.merge(found.term(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Query anyOf(PassageQuery query) {
        Map<Term, Integer> counts = counted(query.text());
        if (counts.isEmpty()) {
            return new MatchNoDocsQuery("the query has no words that count");
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (PassageQuery.OtherNames one : query.otherNames()) {
            Set<Term> written = counted(one.written()).keySet();
            if (!written.isEmpty() && counts.keySet().containsAll(written)) {
                any.add(byAnyName(written, one.names()), Occur.SHOULD);
                counts.keySet().removeAll(written);
            }
        }
        counts.forEach((term, count) -> any.add(count == 1 ? new TermQuery(term) : new BoostQuery(new TermQuery(term), count), Occur.SHOULD));
        return any.build();
    }

    /// The best of the names counts: a passage that has several is not about several drugs. Of another name all words must be there.
    private static Query byAnyName(Set<Term> written, List<String> names) {
        Set<Query> byName = new LinkedHashSet<>();
        BooleanQuery.Builder asWritten = new BooleanQuery.Builder();
        written.forEach(term -> asWritten.add(new TermQuery(term), Occur.SHOULD));
        byName.add(asWritten.build());
        for (String name : names) {
            BooleanQuery.Builder whole = new BooleanQuery.Builder();
            counted(name).keySet().forEach(term -> whole.add(new TermQuery(term), Occur.MUST));
            byName.add(whole.build());
        }
        return new DisjunctionMaxQuery(byName, 0);
    }

    private static BooleanQuery filter(PassageFilter wanted) {
        BooleanQuery.Builder filter = new BooleanQuery.Builder();
        requireWords(filter, PassageFields.PRODUCT, wanted.product());
        requireWords(filter, PassageFields.SECTION, wanted.section());
        LocalDate from = wanted.from();
        LocalDate to = wanted.to();
        if (from != null || to != null) {
            long first = from == null ? Long.MIN_VALUE : from.toEpochDay();
            long last = to == null ? Long.MAX_VALUE : to.toEpochDay();
            filter.add(LongPoint.newRangeQuery(PassageFields.DATE, first, last), Occur.FILTER);
        }
        String language = wanted.language();
        if (language != null) {
            filter.add(new TermQuery(new Term(PassageFields.LANGUAGE, language)), Occur.FILTER);
        }
        if (!wanted.onProducts().isEmpty()) {
            filter.add(onProducts(wanted.onProducts()), Occur.FILTER);
        }
        return filter.build();
    }

    private static Query onProducts(List<String> products) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.MUST).add(new FieldExistsQuery(PassageFields.PRODUCT), Occur.MUST_NOT).build(), Occur.SHOULD);
        for (String product : products) {
            BooleanQuery.Builder one = new BooleanQuery.Builder();
            requireWords(one, PassageFields.PRODUCT, product);
            any.add(one.build(), Occur.SHOULD);
        }
        return any.build();
    }

    private static void requireWords(BooleanQuery.Builder filter, String field, @Nullable String words) {
        if (words == null) {
            return;
        }
        List<Term> terms = new ArrayList<>(MedicalTerms.of(field, words).stream().map(Found::term).toList());
        if (terms.isEmpty()) {
            // "the" as a filter asks for nothing that exists; ignoring it would silently widen the search.
            filter.add(new MatchNoDocsQuery("the filter has no words that count"), Occur.FILTER);
        }
        for (Term term : terms) {
            filter.add(new TermQuery(term), Occur.FILTER);
        }
    }
}
