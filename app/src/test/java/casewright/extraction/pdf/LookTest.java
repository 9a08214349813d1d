package casewright.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {

    private static Glyph.Look look(String name, float weight, float slant) throws IOException {
        COSDictionary described = new COSDictionary();
        described.setItem(COSName.TYPE, COSName.FONT_DESC);
        described.setFloat(COSName.FONT_WEIGHT, weight);
        described.setFloat(COSName.ITALIC_ANGLE, slant);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE1);
        font.setName(COSName.BASE_FONT, name);
        font.setItem(COSName.FONT_DESC, described);
        return Glyph.Look.of(new PDType1Font(font));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDEF+CMBX12", "SFBX1095", "NimbusRomNo9L-Medi", "NimbusRomNo9L-MediItal", "AdvOT863180fb.B", "Minion-Black", "MyriadPro-Semibold", "Frutiger-Demi", "Arial,Bold"})
    void fontsAreBoldByTheirNames(String name) throws IOException {
        assertThat(look(name, 0, 0).bold()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDEF+CMR10", "CMTI10", "NimbusRomNo9L-Regu", "AdvOT863180fb", "Roboto-Medium", "MinionPro-It", "CMBright"})
    void othersAreNot(String name) throws IOException {
        assertThat(look(name, 400, 0).bold()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CMTI10", "NimbusRomNo9L-ReguItal", "MinionPro-It", "AdvOT863180fb.I", "Helvetica-Oblique"})
    void fontsSlantByTheirNames(String name) throws IOException {
        assertThat(look(name, 0, 0).italic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"F1", "Unnamed"})
    void fontsSayThemselvesWhatTheyAre(String name) throws IOException {
        assertThat(look(name, 700, -12)).isEqualTo(new Glyph.Look(name, true, true));
        assertThat(look(name, 400, 0)).isEqualTo(new Glyph.Look(name, false, false));
    }
}
