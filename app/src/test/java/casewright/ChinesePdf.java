package casewright;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A page with one line in a Chinese font that every reader of PDFs has to bring itself (ISO 32000-1, 9.7.5.2), so that no font is needed to write it.
final class ChinesePdf {

    private ChinesePdf() {
    }

    /// In 20 points, from 50 points right of the left and 100 below the upper edge of an A4 page; digits are half as wide.
    static byte[] of(String line) {
        String text = "BT /F1 20 Tf 50 742 Td <" + HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE)) + "> Tj ET";
        String pdf = """
                %%PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595.3 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
                4 0 obj << /Length %d >> stream
                %s
                endstream endobj
                5 0 obj << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >> endobj
                6 0 obj << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500]
                  /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >> endobj
                trailer << /Root 1 0 R /Size 7 >>
                %%%%EOF
                """.formatted(text.length(), text);
        return pdf.getBytes(StandardCharsets.ISO_8859_1);
    }
}
