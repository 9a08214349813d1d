package casewright.retrieval.ranking;

import java.io.Reader;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Medical English as comparable words: lower case, accents and Greek letters spelt out in ASCII, British and American spelling made one,
/// plurals made singular, "beta-blocker" found by "beta blocker" and "betablocker" alike.
///
/// For filters by product or heading only plurals are stemmed (the S-stemmer: Harman 1991, "How effective is suffixing?"), because there different drugs must
/// not become one word; for ranking, words are stemmed (Porter 1980), which finds more. "No", "not" and "without" are kept: in this field they carry the meaning.
public final class MedicalEnglishAnalyzer extends Analyzer {

    /// Lucene's English list (33 words) without the negations.
    private static final CharArraySet STOP_WORDS = CharArraySet.unmodifiableSet(StopFilter.makeStopSet(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "of", "on", "or", "such", "that", "the",
            "their", "then", "there", "these", "they", "this", "to", "was", "were", "will", "with"));

    private static final Pattern HYPHEN_AT_LINE_END = Pattern.compile("(?<=\\p{L})[-\u2010\u00ad][ \\t]*\\r?\\n[ \\t]*(?=\\p{Ll})");
    private static final Pattern HYPHEN_IN_WORD = Pattern.compile("(?<=\\p{L})[-\u2010\u2011](?=[\\p{L}\\p{N}])|(?<=\\p{N})[-\u2010\u2011](?=\\p{L})");

    /// Not split by the tokenizer (Unicode Annex 29: ExtendNumLet), so it can stand for a hyphen until the parts are made.
    private static final String JOINT = "_";

    private static final NormalizeCharMap GREEK = greek();
    private static final byte[] ONLY_JOINT_DIVIDES = onlyJointDivides();

    private final boolean stems;

    private MedicalEnglishAnalyzer(boolean stems) {
        this.stems = stems;
    }

    public static MedicalEnglishAnalyzer forFilters() {
        return new MedicalEnglishAnalyzer(false);
    }

    public static MedicalEnglishAnalyzer forRanking() {
        return new MedicalEnglishAnalyzer(true);
    }

    @Override
    protected Reader initReader(String field, Reader text) {
        Reader whole = new PatternReplaceCharFilter(HYPHEN_AT_LINE_END, "", text);
        return new MappingCharFilter(GREEK, new PatternReplaceCharFilter(HYPHEN_IN_WORD, JOINT, whole));
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stream = new EnglishPossessiveFilter(words);
        stream = new WordDelimiterGraphFilter(
                stream,
                false,
                ONLY_JOINT_DIVIDES,
                WordDelimiterGraphFilter.GENERATE_WORD_PARTS | WordDelimiterGraphFilter.CATENATE_WORDS,
                null);
        stream = new FlattenGraphFilter(stream);
        stream = new LowerCaseFilter(stream);
        stream = new ASCIIFoldingFilter(stream);
        stream = new StopFilter(stream, STOP_WORDS);
        stream = new SpellingFilter(stream);
        stream = new EnglishMinimalStemFilter(stream);
        if (stems) {
            stream = new PorterStemFilter(stream);
        }
        return new TokenStreamComponents(words, new RemoveDuplicatesTokenFilter(stream));
    }

    private static NormalizeCharMap greek() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        String[] lettersAndNames = ("α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ phi χ chi "
                + "ψ psi ω omega").split(" ");
        for (int i = 0; i < lettersAndNames.length; i += 2) {
            map.add(lettersAndNames[i], lettersAndNames[i + 1]);
            map.add(lettersAndNames[i].toUpperCase(Locale.ROOT), lettersAndNames[i + 1]);
        }
        map.add("µ", "u"); // micro sign
        map.add("μ", "u"); // Greek mu, used for it
        return map.build();
    }

    private static byte[] onlyJointDivides() {
        // The filter's own table would also take 4.8 apart.
        byte divider = 8; // WordDelimiterIterator.SUBWORD_DELIM, which Lucene does not make public
        byte[] types = new byte[256];
        Arrays.fill(types, (byte) WordDelimiterIterator.ALPHA);
        types[JOINT.charAt(0)] = divider;
        return types;
    }
}
