package casewright.extraction.pdf;

import casewright.extraction.Page;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a reviewer has to know about the pages, the same thing said once for all pages it is true of.
final class PageWarnings {

    private static final int LITTLE_TEXT_CHARS = 20;
    private static final double MOST_UNKNOWN = 0.1;

    private enum Kind {
        DAMAGED("is damaged: only a part of it could be read.", "are damaged: only a part of them could be read."),
        NO_TEXT("has no text that can be read: it may be an image.", "have no text that can be read: they may be images."),
        IMAGE("is an image with little text beside it; what the image says is not read.", "are images with little text beside them; what the images say is not read."),
        HIDDEN("holds text that is not visible on the page. It stands behind the page's text and is not read.",
                "hold text that is not visible on the page. It stands behind the pages' text and is not read."),
        UNKNOWN_LETTERS("is set in letters that the file does not name; its text cannot be relied on.", "are set in letters that the file does not name; their text cannot be relied on.");

        private final String one;
        private final String many;

        Kind(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    private PageWarnings() {
    }

    static List<String> of(List<PageLayout> layouts, List<Page> pages) {
        Map<Kind, List<Integer>> found = new EnumMap<>(Kind.class);
        for (int i = 0; i < pages.size(); i++) {
            int number = pages.get(i).number();
            for (Kind kind : of(layouts.get(i), pages.get(i))) found.computeIfAbsent(kind, _ -> new ArrayList<>()).add(number);
        }
        return found.entrySet().stream().map(entry -> said(entry.getKey(), entry.getValue())).toList();
    }

    private static List<Kind> of(PageLayout layout, Page page) {
        List<Kind> kinds = new ArrayList<>();
        int chars = page.body().strip().length();
        if (!layout.content().isWhole()) kinds.add(Kind.DAMAGED);
        if (chars == 0) kinds.add(Kind.NO_TEXT);
        else if (chars < LITTLE_TEXT_CHARS && layout.content().hasImages()) kinds.add(Kind.IMAGE);
        if (!layout.hidden().isEmpty()) kinds.add(Kind.HIDDEN);
        if (page.body().chars().filter(c -> c == Characters.UNKNOWN).count() > MOST_UNKNOWN * chars) kinds.add(Kind.UNKNOWN_LETTERS);
        return kinds;
    }

    /// "Page 3 ...", "Pages 1, 4 ...", "Pages 1-67 ..."
    private static String said(Kind kind, List<Integer> pages) {
        if (pages.size() == 1) return "Page " + pages.getFirst() + " " + kind.one;
        boolean run = pages.getLast() - pages.getFirst() == pages.size() - 1;
        String numbers = run ? pages.getFirst() + "-" + pages.getLast() : pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "Pages " + numbers + " " + kind.many;
    }
}
