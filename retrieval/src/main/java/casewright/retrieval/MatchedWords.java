package casewright.retrieval;

import casewright.retrieval.MedicalTerms.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/// The words by which a text matches a question.
public final class MatchedWords {

    private final Set<Term> wanted;

    private MatchedWords(Set<Term> wanted) {
        this.wanted = wanted;
    }

    public static MatchedWords of(PassageQuery query) {
        return new MatchedWords(LuceneQueries.terms(query));
    }

    /// Where they stand in `text`, in reading order, none overlapping.
    public List<TextSpan> spans(String text) {
        List<TextSpan> spans = new ArrayList<>();
        for (Found found : MedicalTerms.ranked(text)) {
            boolean isBehind = spans.isEmpty() || found.span().start() >= spans.getLast().end();
            if (isBehind && wanted.contains(found.term())) {
                spans.add(found.span());
            }
        }
        return List.copyOf(spans);
    }

    /// The words themselves, as written, each once, in reading order.
    List<String> in(String text) {
        Map<Term, String> matched = new LinkedHashMap<>();
        for (Found found : MedicalTerms.ranked(text)) {
            if (wanted.contains(found.term())) {
                matched.putIfAbsent(found.term(), found.span().in(text));
            }
        }
        Set<String> seen = new HashSet<>();
        return matched.values().stream().filter(word -> seen.add(word.toLowerCase(Locale.ROOT))).toList();
    }

    /// Those of two questions with the same words are the same.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MatchedWords words && wanted.equals(words.wanted);
    }

    @Override
    public int hashCode() {
        return wanted.hashCode();
    }
}
