package casewright.extraction.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.util.Matrix;

/// Follows the fill colour and what has been painted, to tell text that nobody sees: white on white, outside of the page, or tiny. Words hidden so are a
/// known way to smuggle orders to a program that reads.
///
/// Colours are taken by their numbers alone; where these say nothing sure (spot colours, patterns) the text counts as seen.
final class Visibility {

    private static final float WHITE = 0.97f;
    private static final float TINY_POINTS = 1;
    private static final int MOST_BACKGROUNDS = 2000;
    private static final float SLACK_POINTS = 2;

    private final Deque<Boolean> saved = new ArrayDeque<>();
    private final List<Box> backgrounds = new ArrayList<>();
    private final List<Box> path = new ArrayList<>();
    private boolean white;
    private boolean gray = true;
    private boolean paintedAllOver;
    private final List<Box> images = new ArrayList<>();

    void see(String operator, List<COSBase> operands, Matrix toPage) {
        switch (operator) {
            case "q" -> saved.push(white);
            case "Q" -> white = !saved.isEmpty() && saved.pop();
            case "g" -> white = allAtLeastWhite(operands, 1);
            case "rg" -> white = allAtLeastWhite(operands, 3);
            case "k" -> white = isNoInk(operands);
            case "cs" -> {
                white = false;
                gray = !operands.isEmpty() && operands.getFirst() instanceof COSName name && (name.getName().equals("DeviceGray") || name.getName().equals("G"));
            }
            case "sc", "scn" -> white = operands.size() == 4 ? isNoInk(operands) : operands.size() == 3 ? allAtLeastWhite(operands, 3) : gray && allAtLeastWhite(operands, 1);
            case "re", "l", "m", "c" -> extend(operator, operands, toPage);
            case "f", "F", "f*", "B", "B*", "b", "b*" -> {
                if (!white) backgrounds.addAll(path);
                path.clear();
            }
            case "S", "s", "n" -> path.clear();
            case "sh" -> paintedAllOver = true;
            default -> {
                // paints nothing
            }
        }
        if (backgrounds.size() > MOST_BACKGROUNDS) paintedAllOver = true;
    }

    /// An image at the unit square of the coordinates.
    void image(Matrix toPage) {
        Box place = box(toPage, 0, 0, 1, 1);
        if (images.size() < MOST_BACKGROUNDS) images.add(place);
        backgrounds.add(place);
    }

    /// Something is painted besides text.
    boolean hasDrawings() {
        return paintedAllOver || !backgrounds.isEmpty();
    }

    /// Their places in the file's coordinates.
    List<Box> images() {
        return images;
    }

    /// @param x,y  the character's middle in the coordinates of the file
    /// @param mode how the text is drawn; 3 draws nothing, as text recognition does under the image of a page
    boolean hides(float x, float y, float sizePoints, int mode, Box page) {
        if (sizePoints < TINY_POINTS || !page.holds(x, y)) return true;
        if (mode == 3) return images.isEmpty();
        if (!white || paintedAllOver) return false;
        return backgrounds.stream().noneMatch(box -> x > box.left() - SLACK_POINTS && x < box.right() + SLACK_POINTS && y > box.top() - SLACK_POINTS && y < box.bottom() + SLACK_POINTS);
    }

    private void extend(String operator, List<COSBase> operands, Matrix toPage) {
        int count = operator.equals("re") ? 4 : operator.equals("c") ? 6 : 2;
        if (operands.size() < count || !operands.stream().allMatch(COSNumber.class::isInstance)) return;
        float x = number(operands, count == 6 ? 4 : 0);
        float y = number(operands, count == 6 ? 5 : 1);
        Box piece = count == 4 ? box(toPage, x, y, x + number(operands, 2), y + number(operands, 3)) : box(toPage, x, y, x, y);
        if (operator.equals("re") || operator.equals("m") || path.isEmpty()) path.add(piece);
        else path.add(path.removeLast().with(piece));
    }

    /// Left and right, then lower and upper edge in the file's coordinates.
    private static Box box(Matrix toPage, float x0, float y0, float x1, float y1) {
        var one = toPage.transformPoint(x0, y0);
        var other = toPage.transformPoint(x1, y1);
        return new Box(Math.min(one.x, other.x), Math.min(one.y, other.y), Math.max(one.x, other.x), Math.max(one.y, other.y));
    }

    private static boolean allAtLeastWhite(List<COSBase> operands, int count) {
        return operands.size() >= count && operands.stream().limit(count).allMatch(value -> value instanceof COSNumber number && number.floatValue() >= WHITE);
    }

    private static boolean isNoInk(List<COSBase> operands) {
        return operands.size() >= 4 && operands.stream().limit(4).allMatch(value -> value instanceof COSNumber number && number.floatValue() <= 1 - WHITE);
    }

    private static float number(List<COSBase> operands, int index) {
        return ((COSNumber) operands.get(index)).floatValue();
    }
}
