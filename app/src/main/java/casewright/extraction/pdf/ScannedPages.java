package casewright.extraction.pdf;

import casewright.extraction.pdf.ScannedPages.PageImages.PageImage;
import casewright.extraction.recognition.RecognitionFailedException;
import casewright.extraction.recognition.RecognizedPage;
import casewright.extraction.recognition.TextRecognition;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the pages that are images, in whole or in part, by text recognition: those with no text or hardly any, those whose fonts do not say what their
/// characters are, and those on which an image takes much of the room that a short text leaves. An image beside a long text is a figure.
final class ScannedPages {

    private static final int LITTLE_TEXT_CHARS = 20;
    private static final int SHORT_TEXT_CHARS = 800;
    private static final double MOST_UNNAMED = 0.1;
    private static final double LEAST_OF_THE_PAGE = 0.3;
    /// What an image in a page must say at least to be more than a figure with labels.
    private static final int FEWEST_WORDS = 20;

    private enum Need {
        NONE, WHOLE, UNNAMED, IN_IMAGES
    }

    private final TextRecognition recognition;
    private final PageImages images;
    private TextRecognition.@Nullable OneDocument reader;

    ScannedPages(PageImages images, TextRecognition recognition) {
        this.images = images;
        this.recognition = recognition;
    }

    /// Where the images of pages come from.
    @FunctionalInterface
    interface PageImages {

        /// @param dpi     dots an inch
        /// @param hasGaps whether something that the page shows could not be drawn
        record PageImage(BufferedImage gray, float dpi, boolean hasGaps) {
        }

        /// @param number 1-based
        /// @param shown  the page
        PageImage image(int number, Frame shown) throws IOException;
    }

    static boolean isScanned(PageContent content) {
        return need(content) != Need.NONE;
    }

    /// The page with what its image says; one that fails fails alone.
    PageContent read(PageContent content) {
        Need need = need(content);
        if (need == Need.NONE) return content;
        try {
            PageImage image = images.image(content.number(), content.shown());
            PageContent read = merged(content, need, reader().read(image.gray(), Math.round(image.dpi())), image.dpi());
            return image.hasGaps() ? read.noted(PageNote.NOT_DRAWN) : read;
        } catch (RecognitionFailedException | IOException | RuntimeException | OutOfMemoryError e) {
            // whatever a damaged page makes of the library that draws it
            return content.noted(PageNote.NOT_RECOGNIZED);
        }
    }

    private TextRecognition.OneDocument reader() {
        TextRecognition.OneDocument known = reader;
        if (known == null) {
            known = recognition.document();
            reader = known;
        }
        return known;
    }

    private static Need need(PageContent content) {
        long letters = content.glyphs().values().stream().flatMap(List::stream).filter(glyph -> !glyph.isBlank()).count();
        long unknown = content.glyphs().values().stream().flatMap(List::stream).filter(glyph -> glyph.text().indexOf(Characters.UNKNOWN) >= 0).count();
        long unnamed = Math.max(content.unnamed(), unknown);
        if (unnamed > LITTLE_TEXT_CHARS && unnamed > MOST_UNNAMED * (letters + unnamed)) return Need.UNNAMED;
        if (letters < LITTLE_TEXT_CHARS && (content.draws() || unnamed > 0)) return Need.WHOLE;
        return letters < SHORT_TEXT_CHARS && imagesWithoutText(content) > LEAST_OF_THE_PAGE ? Need.IN_IMAGES : Need.NONE;
    }

    /// The share of the page that images cover where no text stands over them; a scan that another program has read has its text over it.
    private static double imagesWithoutText(PageContent content) {
        List<Box> places = new ArrayList<>();
        content.glyphs().forEach((degrees, glyphs) -> glyphs.forEach(glyph -> places.add(place(glyph, content, degrees))));
        double covered = 0;
        for (Box image : content.images()) {
            boolean bare = places.stream().filter(place -> image.holds(place.middle(), place.centre())).limit(LITTLE_TEXT_CHARS).count() < LITTLE_TEXT_CHARS;
            if (bare) covered += Math.max(0, image.sharedWidth(page(content))) * Math.max(0, image.sharedHeight(page(content)));
        }
        return covered / (content.shown().shownWidth() * content.shown().shownHeight());
    }

    private static Box page(PageContent content) {
        return new Box(0, 0, content.shown().shownWidth(), content.shown().shownHeight());
    }

    private static Box place(Glyph glyph, PageContent content, int degrees) {
        Box box = new Box(glyph.left(), glyph.baseline() - 0.75f * glyph.size(), glyph.right(), glyph.baseline());
        return content.frame(degrees).in(content.shown(), box);
    }

    private static PageContent merged(PageContent content, Need need, RecognizedPage found, float dpi) {
        if (found.words().isEmpty() && found.boxes().isEmpty()) return content;
        int degrees = Math.floorMod(content.shown().degrees() + found.turnedDegrees(), 360);
        List<List<Glyph>> lines = RecognizedLines.of(found, dpi);
        Map<Integer, List<Glyph>> glyphs = need == Need.UNNAMED ? new HashMap<>() : new HashMap<>(content.glyphs());
        Tilt tilt = new Tilt(found.tiltDegrees());
        boolean alone = glyphs.values().stream().allMatch(List::isEmpty);
        if (!alone) lines = besides(content, lines, degrees, tilt, need);
        if (need == Need.IN_IMAGES && lines.stream().flatMap(List::stream).filter(glyph -> !glyph.isBlank()).count() < FEWEST_WORDS) return content;
        List<Glyph> all = new ArrayList<>(glyphs.getOrDefault(degrees, List.of()));
        lines.forEach(all::addAll);
        glyphs.put(degrees, all);
        PageNote note = need == Need.UNNAMED ? PageNote.UNNAMED_LETTERS : need == Need.IN_IMAGES ? PageNote.RECOGNIZED_IN_PART : PageNote.RECOGNIZED;
        PageContent read = content.with(glyphs, alone ? tilt : Tilt.NONE, note);
        if (!found.boxes().isEmpty()) read = read.noted(PageNote.BOXES_IN_IMAGE);
        return found.missing().isEmpty() ? read : read.noted(PageNote.CHINESE_MISSING);
    }

    /// What stands in an image and not where the file has text of its own. Both stand on one page, so what was read stays where it lies.
    private static List<List<Glyph>> besides(PageContent content, List<List<Glyph>> lines, int degrees, Tilt tilt, Need need) {
        List<Box> own = new ArrayList<>();
        content.glyphs().forEach((direction, glyphs) -> glyphs.stream().filter(glyph -> !glyph.isBlank()).forEach(glyph -> own.add(place(glyph, content, direction))));
        Frame frame = content.frame(degrees);
        List<List<Glyph>> beside = new ArrayList<>();
        for (List<Glyph> line : lines) {
            List<Glyph> kept = new ArrayList<>();
            for (Glyph glyph : line) {
                Box lies = tilt.back(new Box(glyph.left(), glyph.baseline() - 0.7f * glyph.size(), glyph.right(), glyph.baseline()), frame);
                Box box = frame.in(content.shown(), lies);
                boolean inImage = need != Need.IN_IMAGES || content.images().stream().anyMatch(image -> image.holds(box.middle(), box.centre()));
                boolean again = own.stream().anyMatch(other -> box.holds(other.middle(), other.centre()));
                if (inImage && !again) kept.add(new Glyph(glyph.text(), lies.left(), lies.right(), lies.bottom(), glyph.size(), glyph.look(), glyph.confidence()));
            }
            if (kept.stream().anyMatch(glyph -> !glyph.isBlank())) beside.add(kept);
        }
        return beside;
    }
}
