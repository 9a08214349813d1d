package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.List;

/// What a reviewer has to know of a page, in words for one page and for several.
enum PageNote {
    DAMAGED("is damaged: only a part of it could be read.", "are damaged: only a part of them could be read."),
    RECOGNIZED("was read by text recognition (OCR): compare names, doses and numbers with the image.", "were read by text recognition (OCR): compare names, doses and numbers with the images."),
    RECOGNIZED_IN_PART("is an image in part; what the image says was read by text recognition (OCR).", "are images in part; what the images say was read by text recognition (OCR)."),
    BOXES_IN_IMAGE("shows boxes to tick; whether they are ticked was told from the ink in them: compare each with the image.",
            "show boxes to tick; whether they are ticked was told from the ink in them: compare each with the images."),
    NOT_RECOGNIZED("is an image, and text recognition (OCR) took too long or failed: it was not read.", "are images, and text recognition (OCR) took too long or failed: they were not read."),
    NOT_DRAWN("shows an image in JPEG 2000 that cannot be opened: it was not read. Please print the document into a new PDF and upload that.",
            "show images in JPEG 2000 that cannot be opened: they were not read. Please print the document into a new PDF and upload that."),
    CHINESE_MISSING("seems to be an image of Chinese text, which text recognition (OCR) cannot read here: the data of Chinese is missing, so it was read as English.",
            "seem to be images of Chinese text, which text recognition (OCR) cannot read here: the data of Chinese is missing, so they were read as English."),
    UNNAMED_LETTERS("is set in letters that the file does not name, so its image was read by text recognition (OCR): compare names, doses and numbers.",
            "are set in letters that the file does not name, so their images were read by text recognition (OCR): compare names, doses and numbers."),
    NO_TEXT("has no text that can be read.", "have no text that can be read."),
    HIDDEN("holds text that is not visible on the page: nothing is drafted from it. \u201cas text\u201d shows it, marked, behind the page's own.",
            "hold text that is not visible on the pages: nothing is drafted from it. \u201cas text\u201d shows it, marked, behind each page's own."),
    UNKNOWN_LETTERS("is set in letters that the file does not name; its text cannot be relied on.", "are set in letters that the file does not name; their text cannot be relied on.");

    private final String one;
    private final String many;

    PageNote(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /// "Page 3 ...", "Pages 1, 4 ...", "Pages 1, 3-67 ..."
    String said(List<Integer> pages) {
        if (pages.size() == 1) return "Page " + pages.getFirst() + " " + one;
        List<String> runs = new ArrayList<>();
        int first = pages.getFirst();
        for (int i = 0; i < pages.size(); i++) {
            int page = pages.get(i);
            if (i + 1 < pages.size() && pages.get(i + 1) == page + 1) continue;
            runs.add(first == page ? "" + page : first + "-" + page);
            if (i + 1 < pages.size()) first = pages.get(i + 1);
        }
        return "Pages " + String.join(", ", runs) + " " + many;
    }
}
