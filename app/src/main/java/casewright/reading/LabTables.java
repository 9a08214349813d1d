package casewright.reading;

import casewright.extraction.Table;
import casewright.reading.text.PlacedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Tables of laboratory values: a test a row with its results in columns (by date, or one beside its unit and normal range), or a test a column with its
/// results below each other.
final class LabTables {

    private static final int LEAST_TESTS = 2;
    /// Points of a result outside of its range, and of one within.
    private static final double OUTSIDE = 3;
    private static final double WITHIN = 1;
    private static final int LONGEST_NAME_CHARS = 70;
    private static final Pattern TEST = Pattern.compile("(?<!\\p{L})" + TestReader.NAME + "(?!\\p{L})", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESULT = Pattern.compile("^(?<sign>[<>\u2264\u2265]?)\\s?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:[.\u00b7]\\d+)?)(?!\\s?[-\u2013/]\\s?\\d)(?<rest>.{0,25})$");
    private static final Pattern MARK = Pattern.compile("^\\s*(?:[*\u2191\u2193\u2020]|\\(?[HL]\\)?$)");
    private static final Pattern UNIT = Pattern.compile("(?<![\\p{L}\\d])" + TestReader.UNIT + "(?!\\p{L})");
    private static final Pattern BOUNDS = Pattern.compile("(?:normal|reference|ref\\.?|range)?[ :]*(?:(?<low>\\d+(?:[.,]\\d+)?)\\s?(?:-|\u2013|\u2014|to)\\s?(?<high>\\d+(?:[.,]\\d+)?)|(?<sign>[<>\u2264\u2265])\\s?(?<one>\\d+(?:[.,]\\d+)?))[^()]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKET = Pattern.compile("[(\\[](?<in>[^()\\[\\]]{1,40})[)\\]]");
    private static final Pattern RANGE_HEADER = Pattern.compile("\\b(?:normal|reference|ref|range|limits?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT_HEADER = Pattern.compile("^units?\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_RESULT_HEADER = Pattern.compile("\\b(?:author|reference no|patients?|sex|gender|age|country|study|mean|median|p|comment\\w*|controls?|group)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN_RESULT_HEADER = Pattern.compile("(?i)results?|values?|findings?|levels?|patient'?s? (?:value|result)s?|measured|");
    private static final Pattern VALUES_IN = Pattern.compile("\\b(?:values?|levels?|concentrations?|results?|units?)\\b[^.;]{0,40}?\\b(?:in|as|are|:)\\s*(?<units>[^.;]{2,60})", Pattern.CASE_INSENSITIVE);

    /// @param points how telling the result is by itself: outside of its range most
    record Result(TestFacts test, double points) {
    }

    private record Row(Table.Cell head, String name, int nameEnd, @Nullable Bounds bounds, @Nullable Span unit) {
    }

    private record Span(Table.Cell cell, int start, int end) {
        String text() {
            return cell.text().substring(start, end);
        }
    }

    private record Bounds(Span where, double low, double high) {
    }

    private final PlacedTable placed;
    private final Table table;
    private final List<Result> results = new ArrayList<>();
    private final List<String> captionUnits = new ArrayList<>();
    private @Nullable Quote captionQuote;

    private LabTables(PlacedTable placed) {
        this.placed = placed;
        this.table = placed.table();
    }

    static List<Result> of(List<PlacedTable> tables) {
        return tables.stream().flatMap(table -> new LabTables(table).read().stream()).toList();
    }

    private List<Result> read() {
        if (table.rows().isEmpty() || table.rows().getFirst().size() < 2) return List.of();
        caption();
        List<List<Table.Cell>> body = table.rows().subList(Math.min(header(), table.rows().size()), table.rows().size());
        if (tests(body.stream().map(List::getFirst).toList()) >= LEAST_TESTS) byRow(body, headers());
        else if (header() > 0 && tests(headers()) >= LEAST_TESTS) byColumn(body, headers());
        return results;
    }

    /// Without ruling or bold letters nothing is known as a header: then a first row without any result is one.
    private int header() {
        if (table.headerRows() > 0) return table.headerRows();
        return table.rows().getFirst().stream().skip(1).noneMatch(cell -> RESULT.matcher(cell.text().strip()).matches()) ? 1 : 0;
    }

    /// The last header cell above each column.
    private List<Table.Cell> headers() {
        int columns = table.rows().getFirst().size();
        return IntStream.range(0, columns).mapToObj(column -> IntStream.range(0, header()).mapToObj(row -> table.rows().get(row).get(column)).filter(cell -> !cell.text().isBlank()).reduce((_, last) -> last)
                .orElse(new Table.Cell("", 0, 0))).toList();
    }

    private static long tests(List<Table.Cell> cells) {
        return cells.stream().filter(cell -> isTest(cell.text())).count();
    }

    private static boolean isTest(String text) {
        Matcher matcher = TEST.matcher(text);
        return text.length() <= LONGEST_NAME_CHARS && matcher.find() && matcher.start() < 30;
    }

    private void byRow(List<List<Table.Cell>> body, List<Table.Cell> headers) {
        int range = column(headers, RANGE_HEADER);
        int unit = column(headers, UNIT_HEADER);
        for (List<Table.Cell> cells : body) {
            if (!isTest(cells.getFirst().text())) continue;
            Row row = row(cells.getFirst(), range < 0 ? null : cells.get(range), unit < 0 ? null : cells.get(unit));
            List<Result> of = new ArrayList<>();
            for (int column = 1; column < cells.size(); column++) {
                Table.Cell when = headers.get(column);
                if (column == range || column == unit || NO_RESULT_HEADER.matcher(when.text()).find() && !PLAIN_RESULT_HEADER.matcher(when.text().strip()).matches()) continue;
                result(row, cells.get(column), when, unitOf(when)).ifPresent(of::add);
            }
            results.addAll(telling(of));
        }
    }

    private void byColumn(List<List<Table.Cell>> body, List<Table.Cell> headers) {
        for (int column = 0; column < headers.size(); column++) {
            if (!isTest(headers.get(column).text())) continue;
            Row row = row(headers.get(column), null, null);
            List<Result> of = new ArrayList<>();
            for (List<Table.Cell> cells : body) result(row, cells.get(column), column == 0 ? new Table.Cell("", 0, 0) : cells.getFirst(), null).ifPresent(of::add);
            results.addAll(telling(of));
        }
    }

    /// A series says most where it first leaves its range; then where it began and where it ended.
    private static List<Result> telling(List<Result> series) {
        List<Result> kept = new ArrayList<>();
        boolean outside = false;
        for (int i = 0; i < series.size(); i++) {
            Result one = series.get(i);
            if (one.points() >= OUTSIDE && !outside) kept.add(one);
            else if (i == 0 || i == series.size() - 1) kept.add(new Result(one.test(), Math.min(one.points(), WITHIN)));
            outside |= one.points() >= OUTSIDE;
        }
        return kept;
    }

    private static int column(List<Table.Cell> headers, Pattern pattern) {
        return IntStream.range(1, headers.size()).filter(column -> pattern.matcher(headers.get(column).text().strip()).find()).findFirst().orElse(-1);
    }

    /// "TSH (0.55-4.78 mIU/L)": the name, with its range and unit in brackets or in cells of their own.
    private Row row(Table.Cell head, Table.@Nullable Cell rangeCell, Table.@Nullable Cell unitCell) {
        String text = head.text();
        Bounds bounds = rangeCell == null ? null : bounds(new Span(rangeCell, 0, rangeCell.text().length()));
        Span unit = unitCell == null || unitCell.text().isBlank() ? null : new Span(unitCell, 0, unitCell.text().length());
        int nameEnd = text.length();
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            Span inside = new Span(head, bracket.start("in"), bracket.end("in"));
            Bounds here = bounds(inside);
            Span unitHere = unitIn(inside);
            if (here == null && unitHere == null) continue;
            if (bounds == null) bounds = here;
            if (unit == null) unit = unitHere;
            nameEnd = Math.min(nameEnd, bracket.start());
        }
        int comma = text.lastIndexOf(", ", nameEnd);
        Span behind = comma > 0 ? unitIn(new Span(head, comma + 2, nameEnd)) : null;
        if (behind != null) {
            if (unit == null) unit = behind;
            nameEnd = comma;
        }
        return new Row(head, text.substring(0, nameEnd).strip(), text.substring(0, nameEnd).stripTrailing().length(), bounds, unit);
    }

    private static @Nullable Bounds bounds(Span span) {
        Matcher matcher = BOUNDS.matcher(span.text().strip());
        if (!matcher.matches()) return null;
        if (matcher.group("low") != null) return new Bounds(span, number(matcher.group("low")), number(matcher.group("high")));
        double one = number(matcher.group("one"));
        return "<\u2264".contains(matcher.group("sign")) ? new Bounds(span, Double.NEGATIVE_INFINITY, one) : new Bounds(span, one, Double.POSITIVE_INFINITY);
    }

    /// @param range as a source writes it; empty when it names none
    static boolean isOutside(String result, String range) {
        Matcher matcher = RESULT.matcher(result.strip());
        Bounds bounds = bounds(new Span(new Table.Cell(range, 0, range.length()), 0, range.length()));
        if (bounds == null || !matcher.matches()) return false;
        double number = number(matcher.group("number"));
        return number < bounds.low() || number > bounds.high();
    }

    private static double number(String written) {
        return Double.parseDouble(written.replaceAll(",(?=\\d{3}(?:\\D|$))", "").replace(',', '.').replace('\u00b7', '.'));
    }

    private static @Nullable Span unitIn(Span span) {
        Matcher matcher = UNIT.matcher(span.cell().text()).region(span.start(), span.end());
        return matcher.find() ? new Span(span.cell(), matcher.start(), matcher.end()) : null;
    }

    private static @Nullable Span unitOf(Table.Cell header) {
        return unitIn(new Span(header, 0, header.text().length()));
    }

    private Optional<Result> result(Row row, Table.Cell cell, Table.Cell when, @Nullable Span headerUnit) {
        String written = cell.text().strip();
        Matcher matcher = RESULT.matcher(written);
        if (!matcher.matches()) return Optional.empty();
        boolean hasUnit = UNIT.matcher(matcher.group("rest")).find();
        Span unit = row.unit() != null ? row.unit() : headerUnit;
        Map<String, Fact> details = new LinkedHashMap<>();
        details.put("value", value(cell, written, hasUnit ? null : unit, hasUnit));
        if (row.bounds() != null) details.put("range", fact(row.bounds().where().text().strip(), row.bounds().where()));
        if (!when.text().isBlank() && !PLAIN_RESULT_HEADER.matcher(when.text().strip()).matches()) details.put("when", new Fact(when.text().strip(), Dates.iso(when.text().strip()).orElse(null), List.of(quote(when, 0, when.text().length())), List.of("table"), null, false, List.of()));
        double number = number(matcher.group("number"));
        boolean outside = MARK.matcher(matcher.group("rest")).find() || row.bounds() != null && (number < row.bounds().low() || number > row.bounds().high() || number == row.bounds().low() && "<".equals(matcher.group("sign")));
        Fact name = new Fact(row.name(), null, List.of(quote(row.head(), 0, row.nameEnd())), List.of("table"), null, false, List.of());
        return Optional.of(new Result(new TestFacts(name, details), outside ? OUTSIDE : row.bounds() != null ? WITHIN : WITHIN + 0.5));
    }

    /// A result with the unit that its cell, row or column names; what only the caption names is taken where it names one, and shown as unclear where it names several.
    private Fact value(Table.Cell cell, String written, @Nullable Span unit, boolean hasUnit) {
        Quote own = quote(cell, 0, cell.text().length());
        if (hasUnit || unit == null && captionUnits.isEmpty()) return new Fact(written, null, List.of(own), List.of("table"), null, false, List.of());
        if (unit != null) return new Fact(written + " " + unit.text().strip(), null, List.of(own, quote(unit.cell(), unit.start(), unit.end())), List.of("table"), null, false, List.of());
        List<Fact> read = captionUnits.stream().map(one -> new Fact(written + " " + one, null, List.of(own, Objects.requireNonNull(captionQuote)), List.of("table"), null, false, List.of())).toList();
        return read.size() == 1 ? read.getFirst() : read.getFirst().conflictingWith(read.subList(1, read.size()));
    }

    /// "All values are given in mmol/L" above or below the table.
    private void caption() {
        for (String line : placed.around().keySet()) {
            Matcher matcher = VALUES_IN.matcher(line);
            if (!matcher.find()) continue;
            Matcher units = UNIT.matcher(line).region(matcher.start("units"), matcher.end("units"));
            while (units.find()) if (!captionUnits.contains(units.group())) captionUnits.add(units.group());
            int start = placed.around().get(line);
            if (!captionUnits.isEmpty()) {
                captionQuote = new Quote(placed.document(), table.page(), start + matcher.start(), start + matcher.end(), line.substring(matcher.start(), matcher.end()));
                return;
            }
        }
    }

    private Fact fact(String value, Span span) {
        return Fact.of(value, null, quote(span.cell(), span.start(), span.end()), "table", false);
    }

    /// Part of a cell; the whole where its lines were joined and places within it are not known.
    private Quote quote(Table.Cell cell, int from, int to) {
        boolean plain = cell.end() - cell.start() == cell.text().length();
        int start = plain ? cell.start() + from : cell.start();
        int end = plain ? cell.start() + to : cell.end();
        return new Quote(placed.document(), table.page(), start, end, placed.written(start, end));
    }
}
