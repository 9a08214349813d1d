package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Lines in reading order parted into columns: runs of lines that go down and share a width.
final class Columns {

    private static final float USUAL_LEADING = 1.2f;
    private static final float WIDEST_LEADING = 2.6f;

    private final Map<Strip, Column> columns = new IdentityHashMap<>();

    static Columns of(List<Strip> lines) {
        Columns columns = new Columns();
        int from = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i < lines.size() && follows(lines.get(i - 1), lines.get(i))) continue;
            columns.add(lines.subList(from, i));
            from = i;
        }
        return columns;
    }

    Column of(Strip line) {
        Column column = columns.get(line);
        if (column == null) throw new IllegalStateException("A line without a column");
        return column;
    }

    private static boolean follows(Strip before, Strip line) {
        float down = line.baseline() - before.baseline();
        boolean sameSize = Math.abs(line.size() - before.size()) < 0.15 * before.size();
        return sameSize && down > 0 && down < WIDEST_LEADING * before.size() && line.box().sharedWidth(before.box()) > 0;
    }

    private void add(List<Strip> lines) {
        float left = Float.MAX_VALUE;
        float right = 0;
        List<Float> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            left = Math.min(left, lines.get(i).box().left());
            right = Math.max(right, lines.get(i).box().right());
            if (i > 0) steps.add(lines.get(i).baseline() - lines.get(i - 1).baseline());
        }
        steps.sort(null);
        float usual = USUAL_LEADING * lines.getFirst().size();
        float leading = steps.isEmpty() ? usual : steps.get((steps.size() - 1) / 2);
        // two steps may both be gaps between paragraphs
        if (steps.size() < 3) leading = Math.min(leading, 1.2f * usual);
        Column column = new Column(left, right, leading);
        lines.forEach(line -> columns.put(line, column));
    }
}
