package casewright.extraction.pdf;

import casewright.extraction.pdf.PageLayout.Turned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the lines at the upper and lower edge of pages that only repeat what stood there before, page numbers, and the masthead of a journal. What stands
/// at an edge for the first time is no running head: a letter's head is read. Behind the first page it is one, too, when it comes again at the same height: authors and title often take
/// turns.
final class RunningHeads {

    private static final float MARGIN = 0.12f;
    private static final int MOST_LINES = 5;
    private static final int MOST_BESIDE = 3;
    /// So many pages may begin with a number that only looks like theirs.
    private static final int MOST_BY_CHANCE = 3;
    /// Sizes of letters between the baselines of a head and of the text.
    private static final float APART = 1.6f;
    private static final Pattern PAGE_NUMBER = Pattern.compile("(?i)(?:page |p\\. ?|seite |- )?(\\d{1,4})(?: ?(?:of|/|von) ?\\d{1,4}| -)?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}#]+");
    private static final Pattern MASTHEAD = Pattern.compile("(?i)\\bdoi\\b|\\bissn\\b|\\bvol(?:ume|\\.) ?\\d+.*(?:article|pages?|pp\\.|issue|no\\.)");

    private static final float SAME_HEIGHT_POINTS = 3;

    private final Set<String> seen = new HashSet<>();
    /// The last page with each text at an edge, and how high it stands there.
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, Float> baselines = new HashMap<>();
    /// Differences between printed numbers and the pages' own, of all pages.
    private final List<Integer> offsets = new ArrayList<>();
    private final Set<Strip> heads = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean journal;

    /// @param lines   by identity
    /// @param journal whether a journal's masthead is among them
    record Found(Set<Strip> lines, boolean journal) {
    }

    /// @param bodySize the size of most letters; a masthead is smaller
    static Found in(List<PageLayout> pages, float bodySize) {
        RunningHeads found = new RunningHeads();
        for (PageLayout page : pages) edges(page).forEach(edge -> edge.forEach(line -> line.forEach(strip -> {
            found.offset(strip, page);
            found.last.put(folded(strip), page.content().number());
            found.baselines.put(folded(strip), strip.baseline());
        })));
        for (PageLayout page : pages) {
            for (List<List<Strip>> edge : edges(page)) {
                if (page.content().number() == 1) found.masthead(edge, bodySize);
                found.repeated(edge, page);
            }
            // a page that repeats another wholly is a copy, not a head
            List<Strip> all = page.directions().stream().flatMap(turned -> turned.lines().stream()).toList();
            if (found.heads.containsAll(all) && page.directions().stream().allMatch(turned -> turned.tables().isEmpty())) all.stream().filter(strip -> !found.isPageNumber(strip, page)).forEach(found.heads::remove);
            edges(page).forEach(edge -> edge.forEach(line -> line.forEach(strip -> found.seen.add(folded(strip)))));
        }
        return new Found(found.heads, found.journal);
    }

    private void repeated(List<List<Strip>> edge, PageLayout page) {
        for (int i = 0; i < edge.size(); i++) {
            List<Strip> line = edge.get(i);
            boolean numbered = i == 0 && page.content().number() > 1 && isBesideThePageNumber(line, page) && (edge.size() == 1 || stands(line.getFirst(), edge.get(1).getFirst()));
            if (!numbered && !isKnown(line, page)) return;
            heads.addAll(line);
        }
    }

    /// Further in than a margin a bare number may be the text's last line, as "2012." of the references.
    private boolean isKnown(List<Strip> line, PageLayout page) {
        if (!line.stream().allMatch(strip -> isPageNumber(strip, page) || seen.contains(folded(strip)) || comesAgain(strip, page))) return false;
        float height = page.content().shown().shownHeight();
        float baseline = line.getFirst().baseline();
        return baseline < MARGIN * height || baseline > (1 - MARGIN) * height
                || line.stream().anyMatch(strip -> isOfSeveral(strip, page) || strip.text().codePoints().anyMatch(Character::isLetter));
    }

    private boolean comesAgain(Strip strip, PageLayout page) {
        int number = page.content().number();
        return number > 1 && last.getOrDefault(folded(strip), 0) > number && Math.abs(baselines.getOrDefault(folded(strip), 0f) - strip.baseline()) < SAME_HEIGHT_POINTS;
    }

    /// "12    1.3 Continuity": what stands at the edge beside the number of the page, parted from the text, is a head, though the next chapter's is another.
    private boolean isBesideThePageNumber(List<Strip> line, PageLayout page) {
        return line.size() > 1 && line.size() <= MOST_BESIDE && line.stream().anyMatch(strip -> isOfSeveral(strip, page));
    }

    /// A number as several pages bear it.
    private boolean isOfSeveral(Strip strip, PageLayout page) {
        int offset = offset(strip.text(), page);
        return offset != Integer.MIN_VALUE && offsets.stream().filter(other -> other == offset).count() > (offset == 0 ? 1 : MOST_BY_CHANCE);
    }

    private static boolean stands(Strip head, Strip text) {
        return Math.abs(text.baseline() - head.baseline()) > APART * Math.max(head.size(), text.size());
    }

    private void masthead(List<List<Strip>> edge, float bodySize) {
        List<Strip> small = new ArrayList<>();
        for (List<Strip> line : edge) {
            if (line.stream().anyMatch(strip -> strip.size() > 0.9f * bodySize)) break;
            small.addAll(line);
        }
        if (small.stream().noneMatch(strip -> MASTHEAD.matcher(strip.text()).find())) return;
        heads.addAll(small);
        journal = true;
    }

    /// The lines of the upper edge from above, and those of the lower edge from below.
    private static List<List<List<Strip>>> edges(PageLayout page) {
        List<List<List<Strip>>> edges = new ArrayList<>();
        for (Turned turned : page.directions()) {
            if (turned.frame().degrees() != page.content().shown().degrees()) continue;
            float height = turned.frame().shownHeight();
            List<Strip> sorted = new ArrayList<>(turned.lines());
            sorted.sort(Comparator.comparingDouble(Strip::baseline));
            if (sorted.isEmpty()) continue;
            // print that is smaller than the sheet begins further in
            float upper = Math.max(MARGIN * height, sorted.getFirst().baseline() + sorted.getFirst().size());
            float lower = Math.min((1 - MARGIN) * height, sorted.getLast().baseline() - sorted.getLast().size());
            edges.add(lines(sorted.stream().filter(strip -> strip.baseline() < upper).toList()));
            edges.add(lines(sorted.reversed().stream().filter(strip -> strip.baseline() > lower).toList()));
        }
        return edges;
    }

    private static List<List<Strip>> lines(List<Strip> strips) {
        List<List<Strip>> lines = new ArrayList<>();
        for (Strip strip : strips) {
            if (!lines.isEmpty() && lines.getLast().getFirst().isOnLineOf(strip)) lines.getLast().add(strip);
            else if (lines.size() == MOST_LINES) break;
            else lines.add(new ArrayList<>(List.of(strip)));
        }
        return lines;
    }

    private void offset(Strip strip, PageLayout page) {
        if (PAGE_NUMBER.matcher(strip.text()).matches()) offsets.add(offset(strip.text(), page));
    }

    private static int offset(String printed, PageLayout page) {
        Matcher number = PAGE_NUMBER.matcher(printed);
        return number.matches() ? Integer.parseInt(number.group(1)) - page.content().number() : Integer.MIN_VALUE;
    }

    private boolean isPageNumber(Strip strip, PageLayout page) {
        int offset = offset(strip.text(), page);
        return offset != Integer.MIN_VALUE && (offset == 0 || offsets.stream().filter(other -> other == offset).count() > 1);
    }

    private static String folded(Strip strip) {
        String numbered = DIGITS.matcher(strip.text().toLowerCase(Locale.ROOT)).replaceAll("#");
        return SIGNS.matcher(numbered).replaceAll(" ").strip();
    }
}
