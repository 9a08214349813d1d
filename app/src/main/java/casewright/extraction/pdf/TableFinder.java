package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds where tables are: between level lines of the same length, as printers of journals and forms draw them; then where short texts stand under each
/// other.
final class TableFinder {

    private static final Pattern CAPTION = Pattern.compile("^(?:table|fig(?:ure)?\\.?|box|scheme)\\s*(?:\\d|[IVX]).*", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_WORDS_OF_PROSE = 6;
    private static final int FEW_STRIPS = 8;
    private static final double MOST_PROSE = 0.7;
    /// A page of maps or drawings; the fullest table has a tenth of it.
    private static final int MOST_STRIPS = 5000;
    private static final float SHORTEST_RULE_POINTS = 30;
    private static final float SAME_EDGE_POINTS = 4;

    /// What was found, and the strips that belong to no table.
    record Found(List<PlacedTable> tables, List<Strip> others) {
    }

    private final Frame frame;
    private final List<Strip> strips;
    private final List<Box> rules;
    private final List<PlacedTable> tables = new ArrayList<>();

    private TableFinder(Frame frame, List<Strip> strips, List<Box> rules) {
        this.frame = frame;
        this.strips = new ArrayList<>(strips);
        this.rules = rules;
    }

    static Found find(Frame frame, List<Strip> strips, List<Ruling> rulings) {
        List<Box> level = rulings.stream().map(ruling -> frame.fromFile(ruling.x0(), ruling.y0(), ruling.x1(), ruling.y1())).filter(box -> box.width() > box.height()).toList();
        if (strips.size() > MOST_STRIPS) return new Found(List.of(), strips);
        TableFinder finder = new TableFinder(frame, strips, Rules.joined(level).stream().filter(box -> box.width() >= SHORTEST_RULE_POINTS).toList());
        finder.betweenRules();
        UnruledTables.in(finder.strips).forEach(table -> finder.build(List.of(table)));
        return new Found(finder.tables, finder.strips);
    }

    private void betweenRules() {
        List<Box> left = new ArrayList<>(rules);
        left.sort(Comparator.comparingDouble(Box::top));
        while (left.size() > 1) {
            Box first = left.removeFirst();
            List<Box> group = new ArrayList<>(List.of(first));
            for (Box rule : left) {
                if (Math.abs(rule.left() - first.left()) < SAME_EDGE_POINTS && Math.abs(rule.right() - first.right()) < SAME_EDGE_POINTS) group.add(rule);
            }
            left.removeAll(group);
            bandsOf(group);
        }
    }

    /// Bands that follow each other and look like parts of a table are one.
    private void bandsOf(List<Box> group) {
        List<List<Strip>> open = new ArrayList<>();
        for (int i = 1; i < group.size(); i++) {
            List<Strip> band = between(group.get(i - 1), group.get(i));
            if (band.isEmpty()) continue;
            if (isTabular(band)) open.add(band);
            else {
                build(open);
                open = new ArrayList<>();
            }
        }
        build(open);
    }

    private void build(List<List<Strip>> bands) {
        if (bands.isEmpty()) return;
        TableGrid.of(frame, bands).ifPresent(table -> {
            tables.add(table);
            Set<Strip> taken = Collections.newSetFromMap(new IdentityHashMap<>());
            bands.forEach(taken::addAll);
            strips.removeIf(taken::contains);
        });
    }

    private List<Strip> between(Box upper, Box lower) {
        Box area = new Box(upper.left(), upper.bottom(), upper.right(), lower.top());
        return strips.stream().filter(strip -> area.holds(strip.box().middle(), strip.box().centre()) && strip.box().sharedWidth(area) > 0.8 * strip.box().width()).toList();
    }

    private static boolean isTabular(List<Strip> band) {
        if (band.stream().anyMatch(strip -> CAPTION.matcher(strip.text()).matches())) return false;
        long prose = band.stream().filter(strip -> strip.words().size() >= FEWEST_WORDS_OF_PROSE).count();
        return band.size() <= FEW_STRIPS || prose < MOST_PROSE * band.size();
    }
}
