package casewright.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;

/// The comparable words of texts, Chinese ones in a field of their own.
final class MedicalTerms {

    private static final Analyzer ANALYZER = PassageFields.analyzer();

    private MedicalTerms() {}

    /// @param span where it stands in the text
    record Found(Term term, TextSpan span) {}

    /// What a text is ranked by, in its order, repeated words repeated.
    static List<Found> ranked(String text) {
        List<Found> words = of(PassageFields.WORDS, text);
        if (TextLanguage.countHan(text) == 0) {
            return words;
        }
        List<Found> all = new ArrayList<>(words.stream().filter(word -> TextLanguage.countHan(word.term().text()) == 0).toList());
        of(PassageFields.CHINESE_WORDS, text).stream().filter(word -> TextLanguage.countHan(word.term().text()) > 0).forEach(all::add);
        return all;
    }

    static List<Found> of(String field, String text) {
        List<Found> found = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (place.endOffset() > place.startOffset()) {
                    found.add(new Found(new Term(field, term.toString()), new TextSpan(place.startOffset(), place.endOffset())));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new IllegalStateException("Reading words from memory failed.", e);
        }
        return found;
    }
}
