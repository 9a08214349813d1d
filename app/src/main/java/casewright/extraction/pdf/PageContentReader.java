package casewright.extraction.pdf;

import casewright.extraction.pdf.Glyph.Look;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Collects what a page draws. PDFBox's stripper is used for its operators only; its own grouping into lines is passed by.
final class PageContentReader extends PDFTextStripper {

    /// A page full of curves has some hundred thousand; a form that draws itself twice has 2^50.
    private static final int MOST_STEPS = 5_000_000;
    private static final int MOST_FORMS = 20_000;

    private final Map<PDFont, Look> looks = new HashMap<>();
    private Map<Integer, List<TextPosition>> positions = new LinkedHashMap<>();
    private RulingCollector rulings = new RulingCollector(new PDRectangle());
    private int number;
    private int steps;
    private int forms;

    PageContentReader() {
        setShouldSeparateByBeads(false);
        // processPage works without a document when the first page is 0
        setStartPage(0);
    }

    PageContent read(PDPage page, int pageNumber) throws IOException {
        PDRectangle crop = page.getCropBox();
        number = pageNumber;
        steps = 0;
        forms = 0;
        positions = new LinkedHashMap<>();
        rulings = new RulingCollector(crop);
        if (page.hasContents()) processPage(page);
        Map<Integer, List<Glyph>> glyphs = new LinkedHashMap<>();
        positions.forEach((direction, list) -> glyphs.put(direction, list.stream().map(this::glyph).toList()));
        int turn = Math.floorMod(page.getRotation(), 360);
        return new PageContent(pageNumber, new Frame(turn, crop.getWidth(), crop.getHeight()), glyphs, rulings.found());
    }

    /// The library swallows an IOException in a form, so what ends a page is unchecked.
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        boolean tooMany = ++steps > MOST_STEPS || operator.getName().equals("Do") && ++forms > MOST_FORMS;
        if (tooMany || Thread.currentThread().isInterrupted()) {
            throw new RefusedException(Reason.UNREADABLE, "Page " + number + " of the PDF is drawn in too many steps. Please print it into a new PDF.");
        }
        super.processOperator(operator, operands);
        rulings.see(operator.getName(), operands, getGraphicsState().getCurrentTransformationMatrix());
    }

    /// Accents that are drawn over a letter become one character with it: with the one before if the accent's middle stands over it, else with the next,
    /// which is where TeX puts it.
    @Override
    protected void processTextPosition(TextPosition text) {
        List<TextPosition> list = positions.computeIfAbsent((int) text.getDir(), _ -> new ArrayList<>());
        if (!list.isEmpty()) {
            TextPosition before = list.getLast();
            if (text.isDiacritic() && before.contains(text) && middle(text) > before.getXDirAdj() && middle(text) < before.getXDirAdj() + before.getWidthDirAdj()) {
                before.mergeDiacritic(text);
                return;
            }
            if (before.isDiacritic() && text.contains(before)) {
                text.mergeDiacritic(before);
                list.removeLast();
            }
        }
        list.add(text);
    }

    private static float middle(TextPosition position) {
        return position.getXDirAdj() + position.getWidthDirAdj() / 2;
    }

    @Override
    protected void writePage() {
        // nothing is written: the positions are taken as they are
    }

    private Glyph glyph(TextPosition position) {
        float size = position.getFontSizeInPt();
        // fonts made of drawings have a size of their own making
        if (size < 2) size = Math.max(1, position.getHeightDir() * 1.4f);
        float left = position.getXDirAdj();
        String text = Characters.clean(position.getUnicode());
        return new Glyph(text, left, left + position.getWidthDirAdj(), position.getYDirAdj(), size, looks.computeIfAbsent(position.getFont(), PageContentReader::look));
    }

    private static Look look(PDFont font) {
        String name = String.valueOf(font.getName());
        String folded = name.toLowerCase(Locale.ROOT);
        boolean bold = folded.contains("bold") || folded.contains("black") || folded.contains("heavy") || folded.contains("semi");
        return new Look(name, bold, folded.contains("italic") || folded.contains("oblique"));
    }
}
