package casewright.extraction.pdf;

import casewright.extraction.pdf.Glyph.Look;
import casewright.extraction.recognition.FormBox;
import casewright.extraction.recognition.RecognizedPage;
import casewright.extraction.recognition.RecognizedWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Recognized words as characters of a page, each word one of them, so that columns, paragraphs and tables are told as in any other page. What an image
/// does not say is estimated: a line's baseline from the words without descenders, a paragraph's size of letters from the heights of its words.
final class RecognizedLines {

    private static final Look LOOK = new Look("image", false, false);
    private static final String DESCENDING = "gjpqy,;()[]{}|/$Q@_\u3002\uFF0C";
    /// Parts of a font's size, as in Times and Helvetica.
    private static final float TALL = 0.69f;
    private static final float LOW = 0.46f;
    private static final float DESCENT = 0.21f;
    private static final float CHINESE = 0.88f;
    /// Always among the doubtful: a reviewer compares every box of a scan.
    private static final int BOX_CONFIDENCE = 50;
    /// Sizes that differ by less are one size, measured twice.
    private static final float SAME_SIZE = 0.13f;

    private RecognizedLines() {
    }

    /// @return lines of words with a blank before each, in points from the upper left corner of the upright, straight page
    static List<List<Glyph>> of(RecognizedPage page, float dpi) {
        float points = 72 / dpi;
        Map<Integer, List<RecognizedWord>> lines = new LinkedHashMap<>();
        Map<Integer, List<RecognizedWord>> paragraphs = new HashMap<>();
        for (RecognizedWord word : page.words()) {
            lines.computeIfAbsent(word.line(), _ -> new ArrayList<>()).add(word);
            paragraphs.computeIfAbsent(word.paragraph(), _ -> new ArrayList<>()).add(word);
        }
        float usual = size(page.words());
        Map<Integer, Float> sizes = new HashMap<>();
        paragraphs.forEach((number, words) -> {
            float size = size(words);
            sizes.put(number, Math.abs(size - usual) < SAME_SIZE * usual ? usual : size);
        });
        List<List<Glyph>> all = new ArrayList<>();
        for (List<RecognizedWord> line : lines.values()) {
            float size = sizes.getOrDefault(line.getFirst().paragraph(), usual);
            float baseline = baseline(line, size);
            List<Glyph> glyphs = new ArrayList<>();
            for (RecognizedWord word : line) {
                boolean glued = !glyphs.isEmpty() && Characters.partsNoWords(glyphs.getLast().text(), word.text());
                int left = word.left();
                if (!glyphs.isEmpty()) left = Math.max(left, Math.round(endBefore(glyphs, left * points) / points));
                if (!glued) glyphs.add(glyph(" ", left, left, baseline, size, word, points));
                glyphs.add(glyph(word.text(), left, Math.max(left + 1, word.right()), baseline, size, word, points));
            }
            all.add(glyphs);
        }
        for (FormBox box : page.boxes()) all.add(box(box, points));
        return all;
    }

    /// A box to tick by itself: ink tells less than letters do.
    private static List<Glyph> box(FormBox box, float points) {
        Box place = new Box(box.left() * points, box.top() * points, box.right() * points, box.bottom() * points);
        String sign = box.isUnclear() ? TickBox.UNCLEAR : box.isTicked() ? TickBox.TICKED : TickBox.EMPTY;
        Glyph glyph = TickBox.glyph(place, sign, BOX_CONFIDENCE);
        Glyph blank = new Glyph(" ", place.left(), place.left(), glyph.baseline(), glyph.size(), glyph.look(), BOX_CONFIDENCE);
        return List.of(blank, glyph, new Glyph(" ", place.right(), place.right(), glyph.baseline(), glyph.size(), glyph.look(), BOX_CONFIDENCE));
    }

    /// Boxes of Chinese words overlap: the last word ends where the next begins. @return where it ends
    private static float endBefore(List<Glyph> glyphs, float next) {
        Glyph last = glyphs.removeLast();
        float right = Math.max(last.left(), Math.min(last.right(), next));
        glyphs.add(new Glyph(last.text(), last.left(), right, last.baseline(), last.size(), last.look(), last.confidence()));
        return right;
    }

    private static Glyph glyph(String text, int left, int right, float baseline, float size, RecognizedWord word, float points) {
        return new Glyph(Characters.clean(text), left * points, right * points, baseline * points, size * points, LOOK, word.confidence());
    }

    private static float baseline(List<RecognizedWord> line, float size) {
        List<Integer> bottoms = new ArrayList<>(line.stream().filter(word -> !descends(word.text()) && isTelling(word.text())).map(RecognizedWord::bottom).toList());
        if (bottoms.isEmpty()) return median(new ArrayList<>(line.stream().map(RecognizedWord::bottom).toList())) - (line.stream().anyMatch(word -> descends(word.text())) ? DESCENT * size : 0);
        return median(bottoms);
    }

    /// In pixels; the median over the words.
    private static float size(List<RecognizedWord> words) {
        List<Integer> sizes = new ArrayList<>();
        for (RecognizedWord word : words) {
            if (isTelling(word.text())) sizes.add(Math.round((word.bottom() - word.top()) / height(word.text())));
        }
        return sizes.isEmpty() ? words.stream().mapToInt(word -> word.bottom() - word.top()).max().orElse(1) : Math.max(1, median(sizes));
    }

    /// As a part of the size.
    private static float height(String text) {
        if (text.codePoints().anyMatch(Character::isIdeographic)) return CHINESE;
        boolean tall = text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c) || "bdfhklt".indexOf(c) >= 0);
        return (tall ? TALL : LOW) + (text.codePoints().anyMatch(c -> "gjpqy".indexOf(c) >= 0) ? DESCENT : 0);
    }

    private static boolean descends(String text) {
        return text.codePoints().anyMatch(c -> DESCENDING.indexOf(c) >= 0);
    }

    private static boolean isTelling(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static int median(List<Integer> values) {
        values.sort(null);
        return values.get(values.size() / 2);
    }
}
