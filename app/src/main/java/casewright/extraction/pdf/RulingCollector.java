package casewright.extraction.pdf;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/// Follows the path operators of a page and keeps the straight lines along its edges: strokes, sides of rectangles, and filled rectangles so thin that they are lines.
final class RulingCollector {

    private static final float THICKEST_POINTS = 3;
    private static final float SHORTEST_POINTS = 1.5f;
    private static final float LONGEST_SLANT_POINTS = 18;
    /// Charts draw tens of thousands; no table does.
    private static final int MOST = 4000;

    private final PDRectangle crop;
    private final List<Ruling> found = new ArrayList<>();
    private final List<Box> slants = new ArrayList<>();
    private final List<float[]> rectangles = new ArrayList<>();
    private final List<float[]> lines = new ArrayList<>();
    private float startX;
    private float startY;
    private float x;
    private float y;
    private boolean curved;

    RulingCollector(PDRectangle crop) {
        this.crop = crop;
    }

    List<Ruling> found() {
        return found.size() > MOST ? List.of() : List.copyOf(found);
    }

    /// Short strokes that lie along no edge.
    List<Box> slants() {
        return slants.size() > MOST ? List.of() : List.copyOf(slants);
    }

    void see(String operator, List<COSBase> operands, Matrix toPage) {
        switch (operator) {
            case "m" -> {
                if (hasNumbers(operands, 2)) move(operands, toPage);
            }
            case "l" -> {
                if (hasNumbers(operands, 2)) line(operands, toPage);
            }
            case "re" -> {
                if (hasNumbers(operands, 4)) rectangle(operands, toPage);
            }
            case "c", "v", "y" -> curved = true;
            case "h" -> close();
            case "S" -> paint(true);
            case "s" -> {
                close();
                paint(true);
            }
            case "f", "F", "f*" -> paint(false);
            case "B", "B*", "b", "b*" -> paint(true);
            case "n" -> clear();
            default -> {
                // draws no path
            }
        }
    }

    private static boolean hasNumbers(List<COSBase> operands, int count) {
        return operands.size() >= count && operands.stream().limit(count).allMatch(COSNumber.class::isInstance);
    }

    private static float number(List<COSBase> operands, int index) {
        return ((COSNumber) operands.get(index)).floatValue();
    }

    private void move(List<COSBase> operands, Matrix toPage) {
        Point2D.Float point = toPage.transformPoint(number(operands, 0), number(operands, 1));
        startX = x = point.x;
        startY = y = point.y;
    }

    private void line(List<COSBase> operands, Matrix toPage) {
        Point2D.Float point = toPage.transformPoint(number(operands, 0), number(operands, 1));
        lines.add(new float[] {x, y, point.x, point.y});
        x = point.x;
        y = point.y;
    }

    private void close() {
        if (x != startX || y != startY) lines.add(new float[] {x, y, startX, startY});
        x = startX;
        y = startY;
    }

    private void rectangle(List<COSBase> operands, Matrix toPage) {
        float left = number(operands, 0);
        float bottom = number(operands, 1);
        Point2D.Float one = toPage.transformPoint(left, bottom);
        Point2D.Float other = toPage.transformPoint(left + number(operands, 2), bottom + number(operands, 3));
        rectangles.add(new float[] {Math.min(one.x, other.x), Math.min(one.y, other.y), Math.max(one.x, other.x), Math.max(one.y, other.y)});
    }

    private void paint(boolean stroked) {
        if (!curved && found.size() <= MOST) {
            for (float[] r : rectangles) {
                boolean thin = r[3] - r[1] <= THICKEST_POINTS || r[2] - r[0] <= THICKEST_POINTS;
                if (thin) keep(r[0], r[1], r[2], r[3]);
                else if (stroked) outline(r);
            }
            if (stroked) lines.forEach(line -> keep(line[0], line[1], line[2], line[3]));
            else if (lines.size() == 4 || lines.size() == 3) keepThinShape();
        }
        clear();
    }

    private void outline(float[] r) {
        keep(r[0], r[1], r[2], r[1]);
        keep(r[0], r[3], r[2], r[3]);
        keep(r[0], r[1], r[0], r[3]);
        keep(r[2], r[1], r[2], r[3]);
    }

    /// A thin rectangle drawn by its sides and filled.
    private void keepThinShape() {
        float left = Float.MAX_VALUE;
        float bottom = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = -Float.MAX_VALUE;
        for (float[] line : lines) {
            left = Math.min(left, Math.min(line[0], line[2]));
            right = Math.max(right, Math.max(line[0], line[2]));
            bottom = Math.min(bottom, Math.min(line[1], line[3]));
            top = Math.max(top, Math.max(line[1], line[3]));
        }
        keep(left, bottom, right, top);
    }

    private void keep(float x0, float y0, float x1, float y1) {
        float width = Math.abs(x1 - x0);
        float height = Math.abs(y1 - y0);
        boolean level = width > height && height <= THICKEST_POINTS && width >= SHORTEST_POINTS;
        boolean upright = height > width && width <= THICKEST_POINTS && height >= SHORTEST_POINTS;
        float dx = crop.getLowerLeftX();
        float dy = crop.getLowerLeftY();
        if (level == upright) {
            boolean slant = width > THICKEST_POINTS && height > THICKEST_POINTS && Math.max(width, height) <= LONGEST_SLANT_POINTS;
            if (slant && slants.size() <= MOST) slants.add(new Box(Math.min(x0, x1) - dx, Math.min(y0, y1) - dy, Math.max(x0, x1) - dx, Math.max(y0, y1) - dy));
            return;
        }
        float left = Math.min(x0, x1) - dx;
        float right = Math.max(x0, x1) - dx;
        float low = Math.min(y0, y1) - dy;
        float high = Math.max(y0, y1) - dy;
        found.add(level ? new Ruling(left, (low + high) / 2, right, (low + high) / 2) : new Ruling((left + right) / 2, low, (left + right) / 2, high));
    }

    private void clear() {
        rectangles.clear();
        lines.clear();
        curved = false;
    }
}
