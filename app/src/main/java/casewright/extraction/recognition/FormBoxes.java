package casewright.extraction.recognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;

/// Finds the boxes to tick in the image of a page: frames of four straight, dark sides with hardly anything right outside of them, as high as wide within a
/// third, that belong to no larger grid. How much ink they hold decides whether they are ticked. Letters have no four straight sides; Chinese characters may, so
/// pages in Chinese are not searched.
final class FormBoxes {

    private static final float SMALLEST_POINTS = 6;
    private static final float LARGEST_POINTS = 16;
    private static final double LEAST_OF_A_SIDE = 0.9;
    private static final int WAVER_PIXELS = 2;
    /// What a tick may paint of the strip around the frame.
    private static final double MOST_OUTSIDE = 0.25;
    /// Of the side: what is looked at lies so far within the frame.
    private static final double INSET = 0.2;
    /// A square full of ink begins an item of a list.
    private static final double FULL = 0.85;

    private final int width;
    private final int height;
    private final byte[] pixels;
    private final int limit;
    private final int smallest;
    private final int largest;

    private FormBoxes(BufferedImage gray, int dpi) {
        this.width = gray.getWidth();
        this.height = gray.getHeight();
        this.pixels = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        this.limit = ImagePreparation.threshold(pixels);
        this.smallest = Math.round(SMALLEST_POINTS * dpi / 72);
        this.largest = Math.round(LARGEST_POINTS * dpi / 72);
    }

    /// @param gray of type TYPE_BYTE_GRAY, upright and straight
    static List<FormBox> in(BufferedImage gray, int dpi) {
        return new FormBoxes(gray, dpi).found();
    }

    /// The page without them, so that none is read as a letter.
    static BufferedImage erased(BufferedImage gray, List<FormBox> boxes) {
        if (boxes.isEmpty()) return gray;
        BufferedImage out = new BufferedImage(gray.getWidth(), gray.getHeight(), gray.getType());
        Graphics2D canvas = out.createGraphics();
        canvas.drawImage(gray, 0, 0, null);
        canvas.setColor(Color.WHITE);
        for (FormBox box : boxes) {
            int margin = (box.right() - box.left()) / 8;
            canvas.fillRect(box.left() - margin, box.top() - margin, box.right() - box.left() + 2 * margin, box.bottom() - box.top() + 2 * margin);
        }
        canvas.dispose();
        return out;
    }

    private List<FormBox> found() {
        List<FormBox> boxes = new ArrayList<>();
        for (int y = 1; y + smallest < height; y++) {
            int start = -1;
            for (int x = 0; x <= width; x++) {
                boolean dark = x < width && isDark(x, y);
                if (dark && start < 0) start = x;
                if (dark || start < 0) continue;
                int side = x - start;
                if (side >= smallest && side <= largest) add(boxes, start, y, side);
                start = -1;
            }
        }
        return boxes;
    }

    private boolean isDark(int x, int y) {
        return (pixels[y * width + x] & 0xff) < limit;
    }

    /// @param left where a dark row of the length of a side begins
    private void add(List<FormBox> boxes, int left, int top, int side) {
        int right = left + side;
        if (boxes.stream().anyMatch(box -> left < box.right() && right > box.left() && top < box.bottom() && top + side > box.top())) return;
        int down = length(left, top);
        int bottom = top + down;
        boolean square = down > 0.75 * side && down < 1.34 * side && Math.abs(down - length(right - 1, top)) <= 2 * WAVER_PIXELS;
        if (!square || !isClosed(left, right, bottom) || !isAlone(left, top, right, bottom)) return;
        double ink = ink(left, top, right, bottom);
        if (ink < FULL) boxes.add(new FormBox(left, top, right, bottom, ink));
    }

    /// How far a dark line goes down from here, wavering a little.
    private int length(int x, int top) {
        int y = top;
        int last = top - 1;
        while (y < height && y - last <= WAVER_PIXELS && y - top <= 2 * largest) {
            if (isDarkNear(x, y)) last = y;
            y++;
        }
        return last - top + 1;
    }

    private boolean isDarkNear(int x, int y) {
        for (int near = Math.max(0, x - WAVER_PIXELS); near <= Math.min(width - 1, x + WAVER_PIXELS); near++) {
            if (isDark(near, y)) return true;
        }
        return false;
    }

    /// Whether a dark row ends it.
    private boolean isClosed(int left, int right, int bottom) {
        int dark = 0;
        for (int x = left; x < right; x++) {
            boolean here = false;
            for (int y = Math.max(0, bottom - 1 - 2 * WAVER_PIXELS); y <= Math.min(height - 1, bottom); y++) here |= isDark(x, y);
            if (here) dark++;
        }
        return dark >= LEAST_OF_A_SIDE * (right - left);
    }

    /// No round letter bulges beyond it, and no line of a table goes on.
    private boolean isAlone(int left, int top, int right, int bottom) {
        int out = WAVER_PIXELS + 1;
        return share(left, top - out, right, top - out + 1) <= MOST_OUTSIDE && share(left, bottom + out - 1, right, bottom + out) <= MOST_OUTSIDE
                && share(left - out, top, left - out + 1, bottom) <= MOST_OUTSIDE && share(right + out - 1, top, right + out, bottom) <= MOST_OUTSIDE
                && share(left - 2 * out, top, left - out, top + 1) < 1 && share(right + out, top, right + 2 * out, top + 1) < 1
                && share(left - 2 * out, bottom - out, left - out, bottom - out + 1) < 1 && share(right + out, bottom - out, right + 2 * out, bottom - out + 1) < 1;
    }

    private double ink(int left, int top, int right, int bottom) {
        int inset = (int) Math.max(2 * WAVER_PIXELS + 1, INSET * (right - left));
        return share(left + inset, top + inset, right - inset, bottom - inset);
    }

    /// Of the dark in a part of the page; 0 of one that holds nothing.
    private double share(int left, int top, int right, int bottom) {
        int dark = 0;
        int all = 0;
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
                all++;
                if (isDark(x, y)) dark++;
            }
        }
        return all == 0 ? 0 : (double) dark / all;
    }
}
