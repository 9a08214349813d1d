package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds where tables are: between level lines of the same length, as printers of journals and forms draw them; then where short texts stand under each
/// other.
final class TableFinder {

    private static final Pattern CAPTION = Pattern.compile("^(?:table|fig(?:ure)?\\.?|box|scheme)\\s*(?:\\d|[IVX]).*", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_WORDS_OF_PROSE = 6;
    private static final int FEW_STRIPS = 8;
    private static final double MOST_PROSE = 0.7;
    private static final double MOST_PROSE_IN_A_LONE_BAND = 0.6;
    /// A page of maps or drawings; the fullest table has a tenth of it.
    private static final int MOST_STRIPS = 5000;
    private static final int FEWEST_OPEN_COLUMNS = 2;
    private static final int FEWEST_OPEN_CELLS = 6;
    private static final double LEAST_BESIDE = 0.5;
    /// In sizes of letters, between the rows of a table.
    private static final float WIDEST_GAP = 2.5f;
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
        if (open.size() == 1) openBelow(open.getFirst(), group.getLast()).ifPresent(open::add);
        build(open);
    }

    /// A table that goes on on the next page may have no line at the foot of this one: below its header stands what fits its columns.
    private Optional<List<Strip>> openBelow(List<Strip> header, Box rule) {
        TableColumns columns = TableColumns.of(List.of(header.stream().flatMap(strip -> TableColumns.split(strip).stream()).toList()));
        if (columns.count() < FEWEST_OPEN_COLUMNS) return Optional.empty();
        List<Strip> below = strips.stream().filter(strip -> strip.box().centre() > rule.bottom() && strip.box().sharedWidth(rule) > 0.8 * strip.box().width()).sorted(Comparator.comparingDouble(Strip::baseline)).toList();
        List<Strip> rows = new ArrayList<>();
        float bottom = rule.bottom();
        for (Strip strip : below) {
            boolean goesOn = strip.box().top() - bottom < WIDEST_GAP * strip.size() && strip.words().size() < FEWEST_WORDS_OF_PROSE;
            boolean behindALine = rules.stream().anyMatch(other -> other.top() > rule.bottom() && other.top() < strip.baseline() && other.sharedWidth(strip.box()) > 0);
            if (!goesOn || behindALine) break;
            rows.add(strip);
            bottom = Math.max(bottom, strip.box().bottom());
        }
        long beside = rows.stream().filter(strip -> rows.stream().anyMatch(other -> other != strip && other.isOnLineOf(strip))).count();
        if (beside < FEWEST_OPEN_CELLS || beside < LEAST_BESIDE * rows.size()) return Optional.empty();
        // cells are told by the order of the file
        return Optional.of(strips.stream().filter(rows::contains).toList());
    }

    private void build(List<List<Strip>> bands) {
        if (bands.isEmpty() || bands.size() == 1 && isMostlyProse(bands.getFirst())) return;
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

    /// The abstract beside the article's dates and keywords, between two lines, as some publishers set it; a table has a header.
    private static boolean isMostlyProse(List<Strip> band) {
        int prose = band.stream().filter(strip -> strip.words().size() >= FEWEST_WORDS_OF_PROSE).mapToInt(strip -> strip.text().length()).sum();
        return band.size() > FEW_STRIPS && prose > MOST_PROSE_IN_A_LONE_BAND * band.stream().mapToInt(strip -> strip.text().length()).sum();
    }

    private static boolean isTabular(List<Strip> band) {
        if (band.stream().anyMatch(strip -> CAPTION.matcher(strip.text()).matches())) return false;
        long prose = band.stream().filter(strip -> strip.words().size() >= FEWEST_WORDS_OF_PROSE).count();
        return band.size() <= FEW_STRIPS || prose < MOST_PROSE * band.size();
    }
}
