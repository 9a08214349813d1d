package casewright.extraction.pdf;

import casewright.extraction.pdf.Glyph.Look;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// Collects what the pages draw. PDFBox's stripper is used for its operators only; its own grouping into lines is passed by.
final class PageContentReader extends PDFTextStripper {

    /// A page full of curves has some hundred thousand; a form that draws itself twice has 2^50.
    private static final int MOST_STEPS = 5_000_000;
    private static final int MOST_FORMS = 20_000;
    private static final int MOST_FIELDS_ABOVE = 20;
    private static final int MOST_ANNOTATIONS = 5_000;
    private static final int FEWEST_NOTES_OF_A_FORM = 4;
    /// A page of a newspaper has some ten thousand.
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Map<PDFont, Look> looks = new HashMap<>();
    private final Consumer<PageContent> pages;
    private Map<Integer, List<TextPosition>> seen = new LinkedHashMap<>();
    private Map<Integer, List<TextPosition>> hidden = new LinkedHashMap<>();
    private RulingCollector rulings = new RulingCollector(new PDRectangle());
    private Visibility visibility = new Visibility();
    private PDRectangle crop = new PDRectangle();
    private int steps;
    private int forms;
    private int characters;
    private int unnamed;
    private List<PDAnnotationWidget> buttons = new ArrayList<>();
    private List<PDRectangle> fields = new ArrayList<>();

    private PageContentReader(Consumer<PageContent> pages) {
        this.pages = pages;
        setShouldSeparateByBeads(false);
    }

    /// @param pages is told of each page that draws something, in order
    static void read(PDDocument document, Consumer<PageContent> pages) throws IOException {
        new PageContentReader(pages).writeText(document, Writer.nullWriter());
    }

    @Override
    public void processPage(PDPage page) {
        crop = page.getCropBox();
        steps = 0;
        forms = 0;
        characters = 0;
        unnamed = 0;
        buttons = new ArrayList<>();
        fields = new ArrayList<>();
        seen = new LinkedHashMap<>();
        hidden = new LinkedHashMap<>();
        rulings = new RulingCollector(crop);
        visibility = new Visibility();
        boolean whole = true;
        boolean form = false;
        try {
            if (Thread.currentThread().isInterrupted()) throw tooManySteps();
            UnpackedSize.check(getCurrentPageNo(), page);
            super.processPage(page);
            form = drawAnnotations(page);
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // one damaged page is no reason to lose the others; whoever reads is told
            whole = false;
        }
        int turn = Math.floorMod(page.getRotation(), 360);
        Frame shown = new Frame(turn, crop.getWidth(), crop.getHeight());
        List<Box> images = visibility.images().stream().map(box -> shown.fromFile(box.left() - crop.getLowerLeftX(), box.top() - crop.getLowerLeftY(),
                box.right() - crop.getLowerLeftX(), box.bottom() - crop.getLowerLeftY())).toList();
        pages.accept(new PageContent(getCurrentPageNo(), shown, glyphs(seen), glyphs(hidden), unnamed, rulings.found(), rulings.slants(), tickBoxes(shown), fields.stream().map(field -> place(field, shown)).toList(), images, visibility.hasDrawings(), form, Tilt.NONE, whole ? Set.of() : Set.of(PageNote.DAMAGED)));
    }

    /// The values of form fields and notes written on the page. @return whether it is a form, of fields or filled with notes; a stamp on an article makes none
    private boolean drawAnnotations(PDPage page) throws IOException {
        int notes = 0;
        List<PDAnnotation> annotations = page.getAnnotations();
        for (PDAnnotation annotation : annotations.subList(0, Math.min(MOST_ANNOTATIONS, annotations.size()))) {
            boolean shows = !annotation.isHidden() && !annotation.isNoView() && annotation.getNormalAppearanceStream() != null && !"Popup".equals(annotation.getSubtype());
            if (shows && annotation instanceof PDAnnotationWidget widget && isTickBox(widget.getCOSObject())) buttons.add(widget);
            else if (shows) {
                int before = count();
                showAnnotation(annotation);
                if (count() > before && annotation instanceof PDAnnotationWidget && annotation.getRectangle() != null) fields.add(annotation.getRectangle());
                else if (count() > before) notes++;
            }
        }
        return !fields.isEmpty() || !buttons.isEmpty() || notes >= FEWEST_NOTES_OF_A_FORM;
    }

    /// A check box or radio button; the kind may be said by the field that it belongs to (ISO 32000-1, 12.7.4.2: bit 17 is a button to press).
    private static boolean isTickBox(COSDictionary widget) {
        COSBase kind = inherited(widget, COSName.FT);
        COSBase flags = inherited(widget, COSName.FF);
        return COSName.BTN.equals(kind) && !(flags instanceof COSNumber number && (number.intValue() & 1 << 16) != 0);
    }

    private static @Nullable COSBase inherited(COSDictionary field, COSName key) {
        COSDictionary at = field;
        for (int up = 0; at != null && up < MOST_FIELDS_ABOVE; up++) {
            COSBase value = at.getDictionaryObject(key);
            if (value != null) return value;
            at = at.getCOSDictionary(COSName.PARENT);
        }
        return null;
    }

    private List<TickBox> tickBoxes(Frame shown) {
        List<TickBox> boxes = new ArrayList<>();
        for (PDAnnotationWidget button : buttons) {
            PDRectangle place = button.getRectangle();
            if (place == null || place.getWidth() < 1 || place.getHeight() < 1) continue;
            Box box = place(place, shown);
            COSName state = button.getAppearanceState();
            boxes.add(new TickBox(box, state != null && !state.getName().equals("Off")));
        }
        return boxes;
    }

    private Box place(PDRectangle place, Frame shown) {
        return shown.fromFile(place.getLowerLeftX() - crop.getLowerLeftX(), place.getLowerLeftY() - crop.getLowerLeftY(), place.getUpperRightX() - crop.getLowerLeftX(),
                place.getUpperRightY() - crop.getLowerLeftY());
    }

    private int count() {
        return seen.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        UnpackedSize.check(getCurrentPageNo(), form.getCOSObject());
        super.showForm(form);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        UnpackedSize.check(getCurrentPageNo(), group.getCOSObject());
        super.showTransparencyGroup(group);
    }

    @Override
    protected void processAnnotation(PDAnnotation annotation, PDAppearanceStream appearance) throws IOException {
        UnpackedSize.check(getCurrentPageNo(), appearance.getCOSObject());
        super.processAnnotation(annotation, appearance);
    }

    /// The library swallows an IOException in a form, so what ends a page is unchecked.
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        String name = operator.getName();
        boolean tooMany = ++steps > MOST_STEPS || characters > MOST_CHARACTERS || name.equals("Do") && ++forms > MOST_FORMS;
        if (tooMany || Thread.currentThread().isInterrupted()) throw tooManySteps();
        Matrix toPage = getGraphicsState().getCurrentTransformationMatrix();
        if (name.equals("BI") || name.equals("Do") && !operands.isEmpty() && operands.getFirst() instanceof COSName object && getResources().isImageXObject(object)) visibility.image(toPage);
        rulings.see(name, operands, toPage);
        visibility.see(name, operands, toPage);
        super.processOperator(operator, operands);
    }

    private RefusedException tooManySteps() {
        return new RefusedException(Reason.UNREADABLE, "Page " + getCurrentPageNo() + " of the PDF is drawn in too many steps. Please print it into a new PDF.");
    }

    /// Where a font does not say what its characters are, the library leaves them out or takes their numbers for letters.
    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
        if (font.toUnicode(code) == null) unnamed++;
        super.showGlyph(place, font, code, displacement);
    }

    /// Accents that are drawn over a letter become one character with it: with the one before if the accent's middle stands over it, else with the next,
    /// which is where TeX puts it.
    @Override
    protected void processTextPosition(TextPosition text) {
        if (++characters > MOST_CHARACTERS) return;
        List<TextPosition> list = (isHidden(text) ? hidden : seen).computeIfAbsent((int) text.getDir(), _ -> new ArrayList<>());
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

    private boolean isHidden(TextPosition text) {
        Matrix place = text.getTextMatrix();
        int mode = getGraphicsState().getTextState().getRenderingMode().intValue();
        Box page = new Box(crop.getLowerLeftX(), crop.getLowerLeftY(), crop.getUpperRightX(), crop.getUpperRightY());
        return visibility.hides(place.getTranslateX() + crop.getLowerLeftX(), place.getTranslateY() + crop.getLowerLeftY(), size(text), mode, page);
    }

    private static float middle(TextPosition position) {
        return position.getXDirAdj() + position.getWidthDirAdj() / 2;
    }

    @Override
    protected void writePage() {
        // nothing is written: the positions are taken as they are
    }

    private Map<Integer, List<Glyph>> glyphs(Map<Integer, List<TextPosition>> positions) {
        Map<Integer, List<Glyph>> glyphs = new LinkedHashMap<>();
        positions.forEach((direction, list) -> glyphs.put(direction, list.stream().map(this::glyph).toList()));
        return glyphs;
    }

    private Glyph glyph(TextPosition position) {
        float left = position.getXDirAdj();
        Look look = looks.computeIfAbsent(position.getFont(), Look::of);
        return new Glyph(Characters.clean(position.getUnicode()), left, left + position.getWidthDirAdj(), position.getYDirAdj(), size(position), look);
    }

    /// Fonts made of drawings have a size of their own making; their letters' height tells it.
    private static float size(TextPosition position) {
        float size = position.getYScale();
        return size < 2 ? position.getHeightDir() * 1.4f : size;
    }
}
