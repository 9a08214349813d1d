package casewright.extraction.recognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.util.Arrays;

/// A page straight, upright and without dust. The angle by which it lies askew is the one whose rows of dark and light differ most (W. Postl, US patent 4,723,297, 1988:
/// the squared differences of neighbouring rows of the projection).
final class ImagePreparation {

    private static final double MOST_DEGREES = 10;
    private static final double COARSE_DEGREES = 0.5;
    private static final double FINE_DEGREES = 0.05;
    /// Tesseract reads lines that rise by less as they are.
    private static final double LEAST_DEGREES = 0.2;
    private static final int LOOKED_AT_PIXELS = 900;
    private static final int FEWEST_DARK = 500;

    private ImagePreparation() {
    }

    /// @param gray of type TYPE_BYTE_GRAY
    /// @return degrees by which it has to be turned clockwise to be straight; 0 where it is straight already or nothing tells
    static double tilt(BufferedImage gray) {
        int step = Math.max(1, Math.max(gray.getWidth(), gray.getHeight()) / LOOKED_AT_PIXELS);
        int[][] dark = dark(gray, step);
        if (dark[0].length < FEWEST_DARK) return 0;
        double coarse = best(dark, -MOST_DEGREES, MOST_DEGREES, COARSE_DEGREES);
        double fine = best(dark, coarse - COARSE_DEGREES, coarse + COARSE_DEGREES, FINE_DEGREES);
        boolean atTheEdge = Math.abs(fine) > MOST_DEGREES - COARSE_DEGREES;
        return Math.abs(fine) < LEAST_DEGREES || atTheEdge ? 0 : fine;
    }

    private static double best(int[][] dark, double from, double to, double step) {
        double best = 0;
        double most = -1;
        for (int i = 0; from + i * step <= to + step / 2; i++) {
            double sharp = sharpness(dark, from + i * step);
            if (sharp > most) {
                most = sharp;
                best = from + i * step;
            }
        }
        return best;
    }

    /// Of the rows when the page is turned clockwise by so many degrees.
    private static double sharpness(int[][] dark, double degrees) {
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        int[] rows = new int[4 * LOOKED_AT_PIXELS + 4];
        for (int i = 0; i < dark[0].length; i++) rows[(int) Math.round(dark[0][i] * sin + dark[1][i] * cos) + 2 * LOOKED_AT_PIXELS]++;
        double sum = 0;
        for (int i = 1; i < rows.length; i++) sum += (double) (rows[i] - rows[i - 1]) * (rows[i] - rows[i - 1]);
        return sum;
    }

    /// Places of dark spots, x and y, of every so many pixels.
    private static int[][] dark(BufferedImage gray, int step) {
        byte[] pixels = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        int width = gray.getWidth();
        int limit = threshold(pixels);
        int[] xs = new int[pixels.length / (step * step) + gray.getWidth() + gray.getHeight()];
        int[] ys = new int[xs.length];
        int count = 0;
        for (int y = 0; y + step <= gray.getHeight(); y += step) {
            for (int x = 0; x + step <= width; x += step) {
                int darkest = 255;
                for (int i = 0; i < step; i++) darkest = Math.min(darkest, pixels[(y + i) * width + x + i] & 0xff);
                if (darkest < limit) {
                    xs[count] = x / step;
                    ys[count++] = y / step;
                }
            }
        }
        return new int[][] {Arrays.copyOf(xs, count), Arrays.copyOf(ys, count)};
    }

    /// Between dark and light (N. Otsu 1979, "A threshold selection method from gray-level histograms").
    static int threshold(byte[] pixels) {
        long[] histogram = new long[256];
        for (byte pixel : pixels) histogram[pixel & 0xff]++;
        long total = pixels.length;
        double sum = 0;
        for (int i = 0; i < 256; i++) sum += (double) i * histogram[i];
        double below = 0;
        long count = 0;
        double most = -1;
        int threshold = 128;
        for (int i = 0; i < 255; i++) {
            count += histogram[i];
            below += (double) i * histogram[i];
            if (count == 0 || count == total) continue;
            double apart = below / count - (sum - below) / (total - count);
            double between = (double) count * (total - count) * apart * apart;
            if (between > most) {
                most = between;
                threshold = i + 1;
            }
        }
        return threshold;
    }

    /// Turned clockwise about its middle, as large as before, white where nothing was.
    static BufferedImage turned(BufferedImage gray, double degrees) {
        return drawn(gray, gray.getWidth(), gray.getHeight(), AffineTransform.getRotateInstance(Math.toRadians(degrees), gray.getWidth() / 2.0, gray.getHeight() / 2.0));
    }

    /// Each dot with a share of its neighbours, so that dust goes under and letters stay.
    static BufferedImage smoothed(BufferedImage gray) {
        float[] shares = {1, 2, 1, 2, 4, 2, 1, 2, 1};
        for (int i = 0; i < shares.length; i++) shares[i] /= 16;
        BufferedImage out = new BufferedImage(gray.getWidth(), gray.getHeight(), gray.getType());
        return new ConvolveOp(new Kernel(3, 3, shares), ConvolveOp.EDGE_NO_OP, null).filter(gray, out);
    }

    /// Turned clockwise by a quarter, a half or three quarters.
    static BufferedImage upright(BufferedImage image, int degrees) {
        int width = image.getWidth();
        int height = image.getHeight();
        AffineTransform turn = switch (degrees) {
            case 90 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 180 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 270 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> throw new IllegalArgumentException(degrees + " is no quarter turn");
        };
        return degrees == 180 ? drawn(image, width, height, turn) : drawn(image, height, width, turn);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, AffineTransform turn) {
        BufferedImage out = new BufferedImage(width, height, image.getType());
        Graphics2D canvas = out.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, turn, null);
        canvas.dispose();
        return out;
    }
}
