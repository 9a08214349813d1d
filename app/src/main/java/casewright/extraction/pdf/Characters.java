package casewright.extraction.pdf;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// What a drawn character is in a text: ligatures resolved, letters of formulas plain, blanks of all widths a blank, nothing that cannot be seen.
final class Characters {

    /// For a sign that the font does not name.
    static final char UNKNOWN = '\uFFFD';

    private static final Pattern DOTLESS_I = Pattern.compile("\u0131(?=\\p{M})");

    private Characters() {
    }

    /// Two neighbours between which no blank is needed to part words: one of them is Chinese.
    static boolean partsNoWords(String before, String after) {
        return !before.isEmpty() && !after.isEmpty() && (isChinese(before.codePointBefore(before.length())) || isChinese(after.codePointAt(0)));
    }

    /// Han characters and the full-width signs among them.
    private static boolean isChinese(int c) {
        return c >= 0x2E80 && (Character.isIdeographic(c) || c >= 0x3000 && c <= 0x303F || c >= 0xFF00 && c <= 0xFFEF);
    }

    static String clean(String drawn) {
        if (drawn.length() == 1 && drawn.charAt(0) > 32 && drawn.charAt(0) < 127) return drawn;
        StringBuilder clean = new StringBuilder(drawn.length());
        drawn.codePoints().forEach(c -> {
            boolean ligature = c >= 0xFB00 && c <= 0xFB06;
            boolean mathematicalLetter = c >= 0x1D400 && c <= 0x1D7FF;
            if (ligature || mathematicalLetter) clean.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            else if (Character.getType(c) == Character.PRIVATE_USE || Character.getType(c) == Character.UNASSIGNED) clean.append(UNKNOWN);
            else if (c == 0xAD) clean.append('-');
            else if (Character.isSpaceChar(c) || c == '\t') clean.append(' ');
            else if (!Character.isISOControl(c) && c != 0x200B && c != 0xFEFF) clean.appendCodePoint(c);
        });
        // TeX sets accents over an i without its dot
        return Normalizer.normalize(DOTLESS_I.matcher(clean).replaceAll("i"), Normalizer.Form.NFC);
    }
}
