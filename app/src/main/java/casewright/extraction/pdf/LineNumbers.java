package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The numbers beside the lines of a manuscript or preprint, each line or each fifth one: they are no part of what is told.
final class LineNumbers {

    private static final int FEWEST = 5;
    private static final int FEWEST_WORDS_OF_PROSE = 6;
    private static final double LEAST_PROSE = 0.5;
    private static final int LARGEST_STEP = 5;

    private LineNumbers() {
    }

    /// Those at the left edge, alone in their width: the first column of a table has its header or title above it.
    static List<Strip> in(List<Strip> strips) {
        List<Strip> numbers = new ArrayList<>(strips.stream().filter(strip -> strip.text().matches("\\d{1,4}")).toList());
        List<Strip> others = strips.stream().filter(strip -> !numbers.contains(strip)).toList();
        double edge = others.stream().mapToDouble(strip -> strip.box().left()).min().orElse(0);
        numbers.removeIf(number -> number.box().right() > edge);
        numbers.sort(Comparator.comparingDouble(Strip::baseline));
        if (numbers.size() < FEWEST || !countsOn(numbers)) return List.of();
        long besideProse = numbers.stream().filter(number -> others.stream().anyMatch(line -> line.isOnLineOf(number) && line.words().size() >= FEWEST_WORDS_OF_PROSE)).count();
        return besideProse < LEAST_PROSE * numbers.size() ? List.of() : numbers;
    }

    private static boolean countsOn(List<Strip> numbers) {
        int step = value(numbers.get(1)) - value(numbers.get(0));
        for (int i = 1; i < numbers.size(); i++) {
            if (value(numbers.get(i)) - value(numbers.get(i - 1)) != step) return false;
        }
        return step == 1 || step == LARGEST_STEP;
    }

    private static int value(Strip number) {
        return Integer.parseInt(number.text());
    }
}
