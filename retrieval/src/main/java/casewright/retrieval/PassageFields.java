package casewright.retrieval;

import casewright.retrieval.ranking.MedicalEnglishAnalyzer;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

/// How a passage lies in Lucene.
///
/// All words of a passage (title, product, heading, text) are one searched field: on SciFact one flat field ranks better than one per part
/// (Anserini's published BM25: flat .6789, multifield .6647 nDCG@10).
final class PassageFields {

    static final String KEY = "key";
    static final String WORDS = "words";
    static final String VECTOR = "vector";
    static final String PRODUCT = "product";
    static final String SECTION = "section";

    private static final String DOCUMENT = "document";
    private static final String NUMBER = "number";
    private static final String TITLE = "title";
    private static final String SECTION_NUMBER = "sectionNumber";
    private static final String TEXT = "text";
    private static final String START = "start";

    private PassageFields() {}

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(MedicalEnglishAnalyzer.forFilters(), Map.of(WORDS, MedicalEnglishAnalyzer.forRanking()));
    }

    static String key(String document, int number) {
        return document + "#" + number;
    }

    /// Everything of a passage that a question may match, in reading order.
    static String searchedText(Passage passage) {
        String product = passage.product() == null ? "" : passage.product() + "\n";
        return passage.title() + "\n" + product + passage.section() + "\n" + passage.text();
    }

    static Document toLucene(Passage passage, float @Nullable [] vector) {
        Document document = new Document();
        PassageId id = passage.id();
        document.add(new StringField(KEY, key(id.document(), id.number()), Field.Store.NO));
        document.add(new TextField(WORDS, searchedText(passage), Field.Store.NO));
        document.add(new TextField(SECTION, passage.section(), Field.Store.YES));
        if (passage.product() != null) {
            document.add(new TextField(PRODUCT, passage.product(), Field.Store.YES));
        }
        document.add(new StoredField(DOCUMENT, id.document()));
        document.add(new StoredField(NUMBER, id.number()));
        document.add(new StoredField(TITLE, passage.title()));
        document.add(new StoredField(SECTION_NUMBER, passage.sectionNumber()));
        document.add(new StoredField(TEXT, passage.text()));
        document.add(new StoredField(START, passage.span().start()));
        if (vector != null) {
            document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    static Passage fromLucene(Document document, IndexDescription index) {
        String text = string(document, TEXT);
        int start = number(document, START);
        return new Passage(
                new PassageId(index.corpus(), index.version(), string(document, DOCUMENT), number(document, NUMBER)),
                string(document, TITLE),
                document.get(PRODUCT),
                string(document, SECTION),
                number(document, SECTION_NUMBER),
                text,
                new TextSpan(start, start + text.length()));
    }

    private static String string(Document document, String field) {
        return Objects.requireNonNull(document.get(field), field);
    }

    private static int number(Document document, String field) {
        return Objects.requireNonNull(document.getField(field), field).numericValue().intValue();
    }
}
