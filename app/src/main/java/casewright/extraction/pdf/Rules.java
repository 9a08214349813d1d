package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Level lines; what is drawn cell by cell is put together.
final class Rules {

    private static final float SAME_HEIGHT_POINTS = 1.2f;
    private static final float SMALLEST_GAP_POINTS = 3;

    private Rules() {
    }

    static List<Box> joined(List<Box> level) {
        List<Box> sorted = new ArrayList<>(level);
        sorted.sort(Comparator.comparingDouble(Box::top));
        List<Box> joined = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i < sorted.size() && sorted.get(i).top() - sorted.get(i - 1).top() < SAME_HEIGHT_POINTS) continue;
            joinLine(sorted.subList(from, i), joined);
            from = i;
        }
        return joined;
    }

    private static void joinLine(List<Box> pieces, List<Box> joined) {
        List<Box> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(Box::left));
        Box open = sorted.getFirst();
        for (Box piece : sorted.subList(1, sorted.size())) {
            if (piece.left() - open.right() < SMALLEST_GAP_POINTS) open = open.with(piece);
            else {
                joined.add(open);
                open = piece;
            }
        }
        joined.add(open);
    }
}
