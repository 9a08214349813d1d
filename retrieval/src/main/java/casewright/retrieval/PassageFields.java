package casewright.retrieval;

import casewright.retrieval.ranking.MedicalEnglishAnalyzer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// How a passage lies in Lucene.
///
/// All words of a passage (title, product, heading, text) are one searched field: on SciFact one flat field ranks better than one per part
/// (Anserini's published BM25: flat .6789, multifield .6647 nDCG@10).
final class PassageFields {

    static final String KEY = "key";
    static final String WORDS = "words";
    static final String CHINESE_WORDS = "chineseWords";
    static final String VECTOR = "vector";
    static final String CHINESE_VECTOR = "chineseVector";
    static final String PRODUCT = "product";
    static final String SECTION = "section";
    static final String DATE = "date";
    static final String LANGUAGE = "language";

    private static final String DOCUMENT = "document";
    private static final String NUMBER = "number";
    private static final String TITLE = "title";
    private static final String SECTION_NUMBER = "sectionNumber";
    private static final String TEXT = "text";
    private static final String START = "start";

    private PassageFields() {}

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(MedicalEnglishAnalyzer.forFilters(), Map.of(WORDS, MedicalEnglishAnalyzer.forRanking(), CHINESE_WORDS, new SmartChineseAnalyzer()));
    }

    /// Vectors of the two embedders cannot be compared, so they are searched apart.
    static String vectorField(String language) {
        return language.equals(TextLanguage.CHINESE) ? CHINESE_VECTOR : VECTOR;
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
        String searched = searchedText(passage);
        document.add(new TextField(WORDS, searched, Field.Store.NO));
        if (TextLanguage.countHan(searched) > 0) {
            document.add(new TextField(CHINESE_WORDS, searched, Field.Store.NO));
        }
        document.add(new StringField(LANGUAGE, passage.language(), Field.Store.YES));
        if (passage.date() != null) {
            document.add(new LongField(DATE, passage.date().toEpochDay(), Field.Store.YES));
        }
        document.add(new TextField(SECTION, passage.section(), Field.Store.YES));
        if (passage.product() != null) {
            document.add(new TextField(PRODUCT, passage.product(), Field.Store.YES));
        }
        document.add(new StoredField(DOCUMENT, id.document()));
        document.add(new BinaryDocValuesField(DOCUMENT, new BytesRef(id.document())));
        document.add(new StoredField(NUMBER, id.number()));
        document.add(new NumericDocValuesField(NUMBER, id.number()));
        document.add(new StoredField(TITLE, passage.title()));
        document.add(new StoredField(SECTION_NUMBER, passage.sectionNumber()));
        document.add(new StoredField(TEXT, passage.text()));
        document.add(new StoredField(START, passage.span().start()));
        if (vector != null) {
            document.add(new KnnFloatVectorField(vectorField(passage.language()), vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    static Passage fromLucene(Document document, IndexDescription index) {
        String text = string(document, TEXT);
        int start = number(document, START);
        IndexableField date = document.getField(DATE);
        return new Passage(
                new PassageId(index.corpus(), index.version(), string(document, DOCUMENT), number(document, NUMBER)),
                string(document, TITLE),
                document.get(PRODUCT),
                string(document, SECTION),
                number(document, SECTION_NUMBER),
                text,
                new TextSpan(start, start + text.length()),
                date == null ? null : LocalDate.ofEpochDay(date.numericValue().longValue()),
                string(document, LANGUAGE));
    }

    private static String string(Document document, String field) {
        return Objects.requireNonNull(document.get(field), field);
    }

    private static int number(Document document, String field) {
        return Objects.requireNonNull(document.getField(field), field).numericValue().intValue();
    }

    /// Which passages Lucene's numbers stand for, for ordering equal ones the same way in every index of a corpus.
    record Keys(Map<Integer, Key> byNumber) {

        static Keys of(IndexReader reader, Collection<Integer> numbers) throws IOException {
            Map<Integer, Key> keys = new HashMap<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                BinaryDocValues documents = DocValues.getBinary(leaf.reader(), DOCUMENT);
                NumericDocValues passages = DocValues.getNumeric(leaf.reader(), NUMBER);
                for (int number : numbers.stream().distinct().sorted().toList()) {
                    int here = number - leaf.docBase;
                    if (here >= 0 && here < leaf.reader().maxDoc() && documents.advanceExact(here) && passages.advanceExact(here)) {
                        keys.put(number, new Key(documents.binaryValue().utf8ToString(), passages.longValue()));
                    }
                }
            }
            return new Keys(keys);
        }

        Key get(int number) {
            return Objects.requireNonNull(byNumber.get(number), "a passage that was ranked has no key");
        }
    }

    record Key(String document, long number) implements Comparable<Key> {

        private static final Comparator<Key> READING_ORDER = Comparator.comparing(Key::document).thenComparingLong(Key::number);

        @Override
        public int compareTo(Key other) {
            return READING_ORDER.compare(this, other);
        }
    }
}
