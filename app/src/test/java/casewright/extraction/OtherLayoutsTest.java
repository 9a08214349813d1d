package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Habits of other publishers and programs than those of the articles that the extraction was measured on, drawn small.
@Timeout(60)
class OtherLayoutsTest {

    private static DocumentText read(DrawnPdf pdf) throws IOException {
        return new TextExtractor(300).extract(pdf.bytes());
    }

    private static List<List<String>> rows(Table table) {
        return table.rows().stream().map(row -> row.stream().map(Table.Cell::text).toList()).toList();
    }

    /// Between two lines, as Elsevier's journals set it.
    @Test
    void theAbstractBesideTheDatesOfAnArticleIsNoTable() throws IOException {
        String[] told = {"A woman of 54 years was given metoprolol for her high blood", "pressure and had a rash on both arms two weeks later, which", "spread slowly to the trunk and was itching all the while that",
                "she took the drug. It faded within a week when the drug had", "been stopped, and it did not come back in the year in which", "she was seen by us. No other drug had been changed, and her",
                "blood counts were normal at all times, as were those of the", "liver. We think that the rash was caused by metoprolol only."};
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.rule(60, 540, 90).lines(60, 110, "Article history:", "Received 12 May 2015", "Accepted 3 July 2015").lines(60, 158, "Keywords:", "Rash", "Metoprolol");
            pdf.lines(230, 110, told).rule(60, 540, 206);

            DocumentText text = read(pdf);

            assertThat(text.tables()).isEmpty();
            assertThat(text.pages().getFirst().text()).contains(String.join(" ", told));
        }
    }

    @Test
    void rowsWhoseCellsAreWrittenOneAfterTheOtherStayWhole() throws IOException {
        String[][] cells = {{"Pentobarbital|sodium powder|for injection", "392 mg/mL when|mixed with|250 mL", "Vortech powder|in bottles|of glass|with a cap", "All animals|of warm|blood and|any age"},
                {"Phenytoin|sodium in|ampoules", "50 mg/mL|in vials of|100 mL", "Schering|solution in|boxes of ten|bottles", "Dogs|of any|weight"}};
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.rule(60, 540, 90).text(60, 104, "Drug").text(180, 104, "Strength").text(300, 104, "Product").text(420, 104, "Approved for").rule(60, 540, 110);
            for (int row = 0; row < 2; row++) {
                for (int cell = 0; cell < 4; cell++) pdf.lines(60 + 120 * cell, 124 + 56 * row, cells[row][cell].split("\\|"));
            }
            pdf.rule(60, 540, 226);

            assertThat(rows(read(pdf).tables().getFirst())).containsExactly(List.of("Drug", "Strength", "Product", "Approved for"),
                    List.of("Pentobarbital sodium powder for injection", "392 mg/mL when mixed with 250 mL", "Vortech powder in bottles of glass with a cap", "All animals of warm blood and any age"),
                    List.of("Phenytoin sodium in ampoules", "50 mg/mL in vials of 100 mL", "Schering solution in boxes of ten bottles", "Dogs of any weight"));
        }
    }

    @Test
    void oneRowOfLongCellsBetweenLinesIsOneRow() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.rule(60, 540, 90).text(60, 104, "Study").text(180, 104, "Design").text(300, 104, "Number").text(420, 104, "Measure").rule(60, 540, 110);
            pdf.lines(60, 124, "Viazis et al.", "2004, Greece").lines(180, 124, "Prospective", "blinded", "controlled", "trial").text(300, 124, "80").lines(420, 124, "Clean if less than", "a quarter of the", "mucosa was", "covered by food", "or debris or by", "bubbles in", "the picture").rule(60, 540, 202);
            pdf.text(60, 216, "Endo et al.").text(180, 216, "Prospective").text(300, 216, "59").text(420, 216, "Share that is seen").rule(60, 540, 222);

            assertThat(rows(read(pdf).tables().getFirst())).contains(List.of("Viazis et al. 2004, Greece", "Prospective blinded controlled trial", "80", "Clean if less than a quarter of the mucosa was covered by food or debris or by bubbles in the picture"),
                    List.of("Endo et al.", "Prospective", "59", "Share that is seen"));
        }
    }

    /// On the next page its header stands again.
    @Test
    void aTableThatGoesOnOverThePageHasNoLineAtItsFoot() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            for (int page = 0; page < 2; page++) {
                if (page > 0) pdf.newPage();
                pdf.rule(60, 500, 90).text(60, 104, "Pathway").text(220, 104, "Code").text(340, 104, "Source").rule(60, 500, 110);
                for (int row = 0; row < 4; row++) pdf.lines(60, 124 + 30 * row, "Cell lineage", "of kind " + "ABCDEFGH".charAt(4 * page + row)).text(220, 124 + 30 * row, "h_" + (4 * page + row)).text(340, 124 + 30 * row, "KEGG");
            }
            pdf.rule(60, 500, 232);

            List<Table> tables = read(pdf).tables();

            assertThat(tables).extracting(Table::page).containsExactly(1, 2);
            assertThat(rows(tables.getFirst())).contains(List.of("Pathway", "Code", "Source"), List.of("Cell lineage of kind A", "h_0", "KEGG"), List.of("Cell lineage of kind D", "h_3", "KEGG"));
            assertThat(rows(tables.getLast())).contains(List.of("Cell lineage of kind H", "h_7", "KEGG"));
        }
    }

    /// Neither lines nor a header; its numbers tell it.
    @Test
    void theRestOfATableOnTheNextPageIsATable() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.rule(60, 500, 90).text(60, 104, "Test").text(220, 104, "Value").text(340, 104, "Unit").rule(60, 500, 110);
            for (int row = 0; row < 6; row++) pdf.text(60, 124 + 14 * row, "Enzyme " + "ABCDEF".charAt(row)).text(220, 124 + 14 * row, "4" + row).text(340, 124 + 14 * row, "U/L");
            pdf.newPage();
            for (int row = 0; row < 4; row++) pdf.text(60, 90 + 14 * row, "Enzyme " + "GHIJ".charAt(row)).text(220, 90 + 14 * row, "5" + row).text(340, 90 + 14 * row, "U/L");
            pdf.lines(60, 180, "The values of the liver were normal again two weeks after the drug had been stopped.");

            List<Table> tables = read(pdf).tables();

            assertThat(tables).extracting(Table::page).containsExactly(1, 2);
            assertThat(rows(tables.getFirst())).contains(List.of("Test", "Value", "Unit"), List.of("Enzyme F", "45", "U/L"));
            assertThat(rows(tables.getLast())).containsExactly(List.of("Enzyme G", "50", "U/L"), List.of("Enzyme H", "51", "U/L"), List.of("Enzyme I", "52", "U/L"), List.of("Enzyme J", "53", "U/L"));
        }
    }

    /// As printer drivers write it: letters four times as large on a page made four times smaller.
    @Test
    void lettersOfAScaledPageHaveTheSizeThatIsSeen() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            try (PDPageContentStream content = new PDPageContentStream(pdf.document, pdf.document.getPage(0), PDPageContentStream.AppendMode.APPEND, false)) {
                content.transform(Matrix.getScaleInstance(0.24f, 0.24f));
                content.setFont(new PDType1Font(FontName.HELVETICA), 42);
                int x = 250;
                for (String word : List.of("Rash", "under", "metoprolol", "in", "a", "woman")) {
                    content.beginText();
                    content.newLineAtOffset(x, 3000);
                    content.showText(word);
                    content.endText();
                    x += Math.round(new PDType1Font(FontName.HELVETICA).getStringWidth(word) / 1000 * 42) + 11;
                }
            }

            Page page = read(pdf).pages().getFirst();

            assertThat(page.text()).isEqualTo("Rash under metoprolol in a woman");
            assertThat(page.words().getFirst().height()).isLessThan(12);
        }
    }

    @Test
    void aLineThatIsSpreadOverItsColumnIsOneLine() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            for (int column = 0; column < 2; column++) {
                float left = 60 + 180 * column;
                pdf.text(left, 100, "the thyroiditis of our patient was");
                spread(pdf, left, 112, "thyroid", "came", "hospital");
                pdf.text(left, 124, "admission and his thyroxine was up");
            }

            String column = "the thyroiditis of our patient was thyroid came hospital admission and his thyroxine was up";
            assertThat(read(pdf).pages().getFirst().text()).isEqualTo(column + " " + column);
        }
    }

    /// To the width of the line above.
    private static void spread(DrawnPdf pdf, float left, float y, String... words) throws IOException {
        PDType1Font font = new PDType1Font(FontName.HELVETICA);
        float full = font.getStringWidth("the thyroiditis of our patient was") / 100;
        float gap = (full - font.getStringWidth(String.join("", words)) / 100) / (words.length - 1);
        float x = left;
        for (String word : words) {
            pdf.text(x, y, word);
            x += font.getStringWidth(word) / 100 + gap;
        }
    }

    @Test
    void threeColumnsAreReadOneAfterTheOther() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            for (int line = 0; line < 12; line++) {
                for (int column = 0; column < 3; column++) pdf.text(FontName.TIMES_ROMAN, 8, 40 + 175 * column, 100 + 10 * line, List.of("first", "second", "third").get(column) + " column, words of line " + (line + 1) + " that goes on");
            }

            String text = read(pdf).pages().getFirst().text();

            assertThat(text.lastIndexOf("first column")).isLessThan(text.indexOf("second column"));
            assertThat(text.lastIndexOf("second column")).isLessThan(text.indexOf("third column"));
        }
    }

    @Test
    void headsThatTakeTurnsAreToldFromTheTextFromTheirFirstPageOn() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            for (int page = 1; page <= 5; page++) {
                if (page > 1) pdf.newPage().text(FontName.HELVETICA, 9, page % 2 == 0 ? 60 : 400, 40, page % 2 == 0 ? "Calloway et al." : "A rash under metoprolol");
                pdf.lines(60, 100, "What is told of patient " + "ABCDE".charAt(page - 1) + " goes on on the next page and");
            }

            List<Page> pages = read(pdf).pages();

            assertThat(pages).allSatisfy(page -> assertThat(page.body()).doesNotContain("Calloway", "metoprolol"));
            assertThat(pages.get(1).aside()).contains("Calloway et al.");
        }
    }

    /// As manuscripts and preprints have them, one number for each line, through all pages.
    @Test
    void numbersOfLinesAreNoText() throws IOException {
        String[] told = {"A woman of 54 years was given metoprolol for her high blood pressure and", "had a rash on both arms two weeks later, which spread slowly to the trunk", "and was itching. It faded within a week after the drug had been stopped,",
                "and it did not come back in the year in which she was seen by us.", "No other drug had been changed. Her blood counts were normal at all", "times, and so were the values of the liver and of the kidneys."};
        try (DrawnPdf pdf = new DrawnPdf()) {
            for (int page = 0; page < 2; page++) {
                if (page > 0) pdf.newPage();
                for (int i = 0; i < told.length; i++) pdf.text(FontName.HELVETICA, 8, 40, 100 + 24 * i, Integer.toString(page * told.length + i + 1)).text(72, 100 + 24 * i, told[(i + 3 * page) % 6]);
            }

            List<Page> pages = read(pdf).pages();

            assertThat(pages).allSatisfy(page -> assertThat(page.body()).contains(told[1] + " " + told[2]).doesNotContain("\n2\n", " 9 ", "\n9\n"));
            assertThat(pages.getLast().aside()).contains("12");
        }
    }
}
