package casewright.extraction.pdf;

import casewright.extraction.Page;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a reviewer has to know about the pages, the same thing said once for all pages it is true of.
final class PageWarnings {

    private static final double MOST_UNKNOWN = 0.1;

    private PageWarnings() {
    }

    static List<String> of(List<PageLayout> layouts, List<Page> pages) {
        Map<PageNote, List<Integer>> found = new EnumMap<>(PageNote.class);
        for (int i = 0; i < pages.size(); i++) {
            int number = pages.get(i).number();
            for (PageNote note : of(layouts.get(i), pages.get(i))) found.computeIfAbsent(note, _ -> new ArrayList<>()).add(number);
        }
        // of a document that is refused because it says nothing, only what explains it matters
        if (found.getOrDefault(PageNote.NO_TEXT, List.of()).size() == pages.size()) found.remove(PageNote.NO_TEXT);
        return found.entrySet().stream().map(entry -> entry.getKey().said(entry.getValue())).toList();
    }

    private static Set<PageNote> of(PageLayout layout, Page page) {
        Set<PageNote> notes = EnumSet.noneOf(PageNote.class);
        notes.addAll(layout.content().notes());
        int chars = page.body().strip().length();
        if (chars == 0 && !notes.contains(PageNote.NOT_RECOGNIZED) && !notes.contains(PageNote.NOT_DRAWN)) notes.add(PageNote.NO_TEXT);
        if (!layout.hidden().isEmpty()) notes.add(PageNote.HIDDEN);
        if (page.body().chars().filter(c -> c == Characters.UNKNOWN).count() > MOST_UNKNOWN * chars) notes.add(PageNote.UNKNOWN_LETTERS);
        return notes;
    }
}
