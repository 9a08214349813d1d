package casewright.extraction.pdf;

import casewright.extraction.pdf.PageLayout.Turned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the lines at the upper and lower edge of pages that only repeat what stood there before, page numbers, and the masthead of a journal. What stands
/// at an edge for the first time is no running head: a letter's head is read.
final class RunningHeads {

    private static final float MARGIN = 0.12f;
    private static final int MOST_LINES = 5;
    private static final Pattern PAGE_NUMBER = Pattern.compile("(?i)(?:page |p\\. ?|seite |- )?(\\d{1,4})(?: ?(?:of|/|von) ?\\d{1,4}| -)?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}#]+");
    private static final Pattern MASTHEAD = Pattern.compile("(?i)\\bdoi\\b|\\bissn\\b|\\bvol(?:ume|\\.) ?\\d+.*(?:article|pages?|pp\\.|issue|no\\.)");

    private final Set<String> seen = new HashSet<>();
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
        for (PageLayout page : pages) edges(page).forEach(edge -> edge.forEach(line -> line.forEach(strip -> found.offset(strip, page))));
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
        for (List<Strip> line : edge) {
            if (!line.stream().allMatch(strip -> isPageNumber(strip, page) || seen.contains(folded(strip)))) return;
            heads.addAll(line);
        }
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
            edges.add(lines(sorted.stream().filter(strip -> strip.baseline() < MARGIN * height).toList()));
            edges.add(lines(sorted.reversed().stream().filter(strip -> strip.baseline() > (1 - MARGIN) * height).toList()));
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
        Matcher number = PAGE_NUMBER.matcher(strip.text());
        if (number.matches()) offsets.add(Integer.parseInt(number.group(1)) - page.content().number());
    }

    private boolean isPageNumber(Strip strip, PageLayout page) {
        Matcher number = PAGE_NUMBER.matcher(strip.text());
        if (!number.matches()) return false;
        int offset = Integer.parseInt(number.group(1)) - page.content().number();
        return offset == 0 || offsets.stream().filter(other -> other == offset).count() > 1;
    }

    private static String folded(Strip strip) {
        String numbered = DIGITS.matcher(strip.text().toLowerCase(Locale.ROOT)).replaceAll("#");
        return SIGNS.matcher(numbered).replaceAll(" ").strip();
    }
}
