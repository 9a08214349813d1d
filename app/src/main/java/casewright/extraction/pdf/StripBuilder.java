package casewright.extraction.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Characters in the order of the file into words and strips.
///
/// A gap parts words from a tenth of the letters' size on: thin blanks before units ("58 mg") are not drawn as characters. Text set with wide spacing
/// has its own measure.
final class StripBuilder {

    private static final float GAP_OF_WORDS = 0.1f;
    /// Chinese is set without blanks between words; a wider gap was meant.
    private static final float GAP_IN_CHINESE = 0.35f;
    /// A recognized sign is as wide as its ink; a comma fills a quarter of its square.
    private static final float GAP_IN_RECOGNIZED_CHINESE = 1;
    private static final float GAP_OF_STRIPS = 1.15f;
    /// Words of a narrow column that is set to both edges may stand as far apart, all of a line equally.
    private static final float WIDEST_JUSTIFIED = 3;
    private static final float MOST_UNEVEN = 0.15f;
    private static final float SAME_EDGE = 0.5f;
    private static final float ASCENT = 0.75f;
    private static final float DESCENT = 0.22f;

    private final List<Strip> strips = new ArrayList<>();
    private final Map<String, List<Strip>> byText = new HashMap<>();
    private List<Glyph> line = new ArrayList<>();
    private float baseline;
    private float size;
    private boolean blankBefore;
    private final List<Boolean> blanks = new ArrayList<>();

    static List<Strip> strips(List<Glyph> glyphs) {
        StripBuilder builder = new StripBuilder();
        for (Glyph glyph : glyphs) builder.add(glyph);
        builder.endLine();
        return builder.justified();
    }

    /// Pieces of a line whose words all stand equally far apart and that ends where the line before or behind it ends are one.
    private List<Strip> justified() {
        List<Strip> lines = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= strips.size(); i++) {
            if (i < strips.size() && isNear(strips.get(i - 1), strips.get(i))) continue;
            List<Strip> pieces = strips.subList(from, i);
            Optional<Strip> line = pieces.size() < 2 ? Optional.empty() : evenly(pieces);
            boolean fills = line.isPresent() && (from > 0 && endsAt(strips.get(from - 1), line.get()) || i < strips.size() && endsAt(endOfLine(i), line.get()));
            if (fills) lines.add(line.orElseThrow());
            else lines.addAll(pieces);
            from = i;
        }
        return lines;
    }

    private static boolean isNear(Strip left, Strip right) {
        float gap = right.box().left() - left.box().right();
        return left.isOnLineOf(right) && gap > 0 && gap < WIDEST_JUSTIFIED * right.size();
    }

    private static Optional<Strip> evenly(List<Strip> pieces) {
        Strip line = pieces.stream().reduce(Strip::with).orElseThrow();
        List<Float> gaps = new ArrayList<>();
        for (int i = 1; i < line.words().size(); i++) {
            if (!line.words().get(i).glued()) gaps.add(line.words().get(i).box().left() - line.words().get(i - 1).box().right());
        }
        float widest = Collections.max(gaps);
        return Collections.min(gaps) > (1 - MOST_UNEVEN) * widest ? Optional.of(line) : Optional.empty();
    }

    private Strip endOfLine(int from) {
        int last = from;
        while (last + 1 < strips.size() && isNear(strips.get(last), strips.get(last + 1))) last++;
        return strips.get(last);
    }

    private static boolean endsAt(Strip other, Strip line) {
        return !other.isOnLineOf(line) && Math.abs(other.box().right() - line.box().right()) < SAME_EDGE * line.size();
    }

    private void add(Glyph glyph) {
        if (glyph.text().isEmpty()) return;
        if (glyph.isBlank()) {
            blankBefore = true;
            return;
        }
        if (!line.isEmpty()) {
            Glyph last = line.getLast();
            float larger = Math.max(size, glyph.size());
            float gap = glyph.left() - last.right();
            boolean drawnTwice = glyph.text().equals(last.text()) && Math.abs(glyph.left() - last.left()) < 0.15 * larger && Math.abs(glyph.baseline() - last.baseline()) < 0.15 * larger;
            if (drawnTwice) return;
            boolean sameLine = Math.abs(glyph.baseline() - baseline) < 0.5 * larger && gap > -0.6 * larger && gap < GAP_OF_STRIPS * larger;
            if (!sameLine) endLine();
        }
        if (line.isEmpty() || glyph.size() > size + 0.1f) {
            baseline = glyph.baseline();
            size = glyph.size();
        }
        line.add(glyph);
        blanks.add(blankBefore && line.size() > 1);
        blankBefore = false;
    }

    private void endLine() {
        if (line.isEmpty()) return;
        float widest = wordGap();
        List<Word> words = new ArrayList<>();
        int from = 0;
        boolean glued = false;
        for (int i = 1; i <= line.size(); i++) {
            boolean chinese = i < line.size() && Characters.partsNoWords(line.get(i - 1).text(), line.get(i).text());
            boolean close = i < line.size() && !blanks.get(i) && gap(i) <= widest * line.get(i).size();
            if (close && !chinese && !isMarkBefore(i)) continue;
            words.add(word(line.subList(from, i), glued));
            from = i;
            glued = chinese && gap(i) <= (line.get(i).confidence() == null ? GAP_IN_CHINESE : GAP_IN_RECOGNIZED_CHINESE) * line.get(i).size();
        }
        keep(Strip.of(words));
        line = new ArrayList<>();
        blanks.clear();
        blankBefore = false;
    }

    private float gap(int index) {
        return line.get(index).left() - line.get(index - 1).right();
    }

    /// The raised number or sign in front of a note or an address, at the beginning of a line: "2" "Department of ..."
    private boolean isMarkBefore(int index) {
        Glyph first = line.getFirst();
        Glyph next = line.get(index);
        boolean raised = first.size() < 0.85f * next.size() && first.baseline() < next.baseline() - 0.15f * next.size();
        return raised && index <= 2 && Character.isUpperCase(next.text().codePointAt(0)) && index + 2 < line.size() && line.get(index - 1).size() < 0.85f * next.size()
                && Character.isLetter(line.get(index + 1).text().codePointAt(0)) && Character.isLetter(line.get(index + 2).text().codePointAt(0));
    }

    /// In letter-spaced text all letters stand apart; only what is clearly wider parts words.
    private float wordGap() {
        if (line.size() < 6) return GAP_OF_WORDS;
        List<Float> gaps = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            if (!blanks.get(i)) gaps.add((line.get(i).left() - line.get(i - 1).right()) / line.get(i).size());
        }
        if (gaps.size() < 5) return GAP_OF_WORDS;
        gaps.sort(null);
        float usual = gaps.get(gaps.size() / 2);
        return usual > 0.06f ? usual + GAP_OF_WORDS : GAP_OF_WORDS;
    }

    private static Word word(List<Glyph> glyphs, boolean glued) {
        StringBuilder text = new StringBuilder();
        Glyph largest = glyphs.getFirst();
        float left = Float.MAX_VALUE;
        float right = 0;
        float top = Float.MAX_VALUE;
        float bottom = 0;
        boolean bold = true;
        boolean italic = true;
        Integer confidence = null;
        for (Glyph glyph : glyphs) {
            text.append(glyph.text());
            if (glyph.size() > largest.size() + 0.1f) largest = glyph;
            left = Math.min(left, glyph.left());
            right = Math.max(right, glyph.right());
            top = Math.min(top, glyph.baseline() - ASCENT * glyph.size());
            bottom = Math.max(bottom, glyph.baseline() + DESCENT * glyph.size());
            bold &= glyph.look().bold();
            italic &= glyph.look().italic();
            if (glyph.confidence() != null) confidence = confidence == null ? glyph.confidence() : Math.min(confidence, glyph.confidence());
        }
        String joined = Normalizer.normalize(text.toString().strip(), Normalizer.Form.NFC);
        return new Word(joined, new Box(left, top, right, bottom), largest.baseline(), largest.size(), bold, italic, glued, confidence);
    }

    /// A line that is drawn twice at the same place, as some programs do for bold letters, is one line.
    private void keep(Strip strip) {
        List<Strip> same = byText.computeIfAbsent(strip.text(), _ -> new ArrayList<>(1));
        boolean again = same.stream().anyMatch(one -> Math.abs(one.box().left() - strip.box().left()) < 1.5 && Math.abs(one.baseline() - strip.baseline()) < 1.5);
        if (again) return;
        same.add(strip);
        strips.add(strip);
    }
}
