package casewright.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// A [PassageQuery] as Lucene wants it.
///
/// @param words  any of the query's words, scored by BM25, within the filter; matches nothing when the query has no words that count
/// @param filter null when the whole corpus is asked
record LuceneQueries(Query words, @Nullable Query filter) {

    /// Far below Lucene's limit of 1024 clauses; a question with more different words is a text, and its first words say what it is about.
    private static final int MOST_TERMS = 256;

    private static final Analyzer ANALYZER = PassageFields.analyzer();

    static LuceneQueries of(PassageQuery query) {
        BooleanQuery.Builder filter = new BooleanQuery.Builder();
        requireWords(filter, PassageFields.PRODUCT, query.product());
        requireWords(filter, PassageFields.SECTION, query.section());
        BooleanQuery required = filter.build();
        boolean isFiltered = !required.clauses().isEmpty();

        Query words = anyOf(terms(query.text()));
        if (!isFiltered) {
            return new LuceneQueries(words, null);
        }
        Query within = new BooleanQuery.Builder()
                .add(words, BooleanClause.Occur.MUST)
                .add(required, BooleanClause.Occur.FILTER)
                .build();
        return new LuceneQueries(within, required);
    }

    /// The comparable words of a text in its order, repeated ones repeated.
    static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        analyze(PassageFields.WORDS, text, (term, start, end) -> terms.add(term));
        return terms;
    }

    /// The words of `text`, as written, that are among `terms`; each once, in reading order.
    static List<String> matched(List<String> terms, String text) {
        Set<String> wanted = new HashSet<>(terms);
        Map<String, String> matched = new LinkedHashMap<>();
        analyze(PassageFields.WORDS, text, (term, start, end) -> {
            if (wanted.contains(term)) {
                matched.putIfAbsent(term, text.substring(start, end));
            }
        });
        Set<String> seen = new HashSet<>();
        return matched.values().stream().filter(word -> seen.add(word.toLowerCase(Locale.ROOT))).toList();
    }

    private static Query anyOf(List<String> terms) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String term : terms) {
            if (counts.size() < MOST_TERMS || counts.containsKey(term)) {
                counts.merge(term, 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return new MatchNoDocsQuery("the query has no words that count");
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        counts.forEach((term, count) -> {
            Query one = new TermQuery(new Term(PassageFields.WORDS, term));
            any.add(count == 1 ? one : new BoostQuery(one, count), BooleanClause.Occur.SHOULD);
        });
        return any.build();
    }

    private static void requireWords(BooleanQuery.Builder filter, String field, @Nullable String words) {
        if (words == null) {
            return;
        }
        List<String> terms = new ArrayList<>();
        analyze(field, words, (term, start, end) -> terms.add(term));
        if (terms.isEmpty()) {
            // "the" as a filter asks for nothing that exists; ignoring it would silently widen the search.
            filter.add(new MatchNoDocsQuery("the filter has no words that count"), BooleanClause.Occur.FILTER);
        }
        for (String term : terms) {
            filter.add(new TermQuery(new Term(field, term)), BooleanClause.Occur.FILTER);
        }
    }

    private interface WordReceiver {
        void word(String term, int start, int end);
    }

    private static void analyze(String field, String text, WordReceiver receiver) {
        try (TokenStream stream = ANALYZER.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                receiver.word(term.toString(), place.startOffset(), place.endOffset());
            }
            stream.end();
        } catch (IOException e) {
            throw new IllegalStateException("Reading words from memory failed.", e);
        }
    }
}
