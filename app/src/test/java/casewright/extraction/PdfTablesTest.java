package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Invented tables as rows of cells, each cell at its place in the page's text.
@Timeout(60)
class PdfTablesTest {

    private static List<Table> tables(DrawnPdf pdf) throws IOException {
        DocumentText text = new TextExtractor(300).extract(pdf.bytes());
        for (Table table : text.tables()) {
            String page = text.pages().get(table.page() - 1).text();
            assertThat(table.rows()).allSatisfy(row -> assertThat(row).allSatisfy(cell -> assertThat(page.substring(cell.start(), cell.end())).isEqualTo(cell.text())));
        }
        return text.tables();
    }

    private static List<List<String>> rows(Table table) {
        return table.rows().stream().map(row -> row.stream().map(Table.Cell::text).toList()).toList();
    }

    private static Table only(DrawnPdf pdf) throws IOException {
        List<Table> tables = tables(pdf);
        assertThat(tables).hasSize(1);
        return tables.getFirst();
    }

    @Test
    void readsATableBetweenLevelLinesWithCellsOfSeveralLines() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.rule(60, 500, 90).text(60, 104, "Test").text(220, 104, "Value").text(300, 104, "Unit").text(380, 104, "Reference").rule(60, 500, 110);
            pdf.text(60, 124, "Alanine").text(60, 136, "aminotransferase").text(220, 130, "412").text(300, 130, "U/L").text(380, 130, "7-56");
            pdf.text(60, 154, "Bilirubin").text(220, 154, "3.1").text(300, 154, "mg/dL").text(380, 154, "0.1-1.2").rule(60, 500, 160);

            Table table = only(pdf);

            assertThat(table.headerRows()).isEqualTo(1);
            assertThat(rows(table)).containsExactly(List.of("Test", "Value", "Unit", "Reference"), List.of("Alanine aminotransferase", "412", "U/L", "7-56"),
                    List.of("Bilirubin", "3.1", "mg/dL", "0.1-1.2"));
        }
    }

    @Test
    void readsATableWithoutAnyLines() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.lines(60, 60, "Her laboratory values on the day of admission were as follows.");
            pdf.text(60, 104, "Test").text(220, 104, "Value").text(300, 104, "Unit");
            pdf.text(60, 118, "Platelets").text(220, 118, "12").text(300, 118, "10E9/L").text(60, 132, "Haemoglobin").text(220, 132, "9.8").text(300, 132, "g/dL");
            pdf.text(60, 146, "Leucocytes").text(220, 146, "4.1").text(300, 146, "10E9/L").lines(60, 190, "The drug was stopped on the same day.");

            Table table = only(pdf);

            assertThat(table.headerRows()).isEqualTo(1);
            assertThat(rows(table)).containsExactly(List.of("Test", "Value", "Unit"), List.of("Platelets", "12", "10E9/L"), List.of("Haemoglobin", "9.8", "g/dL"),
                    List.of("Leucocytes", "4.1", "10E9/L"));
        }
    }

    @Test
    void readsATableWithLinesAroundEachCell() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            for (int y = 90; y <= 170; y += 40) pdf.rule(60, 460, y);
            for (int x = 60; x <= 460; x += 200) pdf.upright(x, 90, 170);
            pdf.lines(64, 104, "Drug and the dose", "that was taken").text(264, 104, "Reaction");
            pdf.lines(64, 144, "Metoprolol 50 mg", "twice a day").lines(264, 144, "Rash on both arms,", "itching");

            assertThat(rows(only(pdf))).containsExactly(List.of("Drug and the dose that was taken", "Reaction"), List.of("Metoprolol 50 mg twice a day", "Rash on both arms, itching"));
        }
    }

    @Test
    void putsAHeadingOverSeveralColumnsInARowOfItsOwn() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.rule(60, 500, 90).text(60, 110, "Day").text(230, 104, "Platelets").text(180, 116, "before").text(300, 116, "after").text(420, 110, "p").rule(60, 500, 122);
            pdf.text(60, 136, "1").text(180, 136, "210").text(300, 136, "12").text(420, 136, "0.01").text(60, 150, "4").text(180, 150, "198").text(300, 150, "95").text(420, 150, "0.2").rule(60, 500, 156);

            Table table = only(pdf);

            assertThat(table.headerRows()).isEqualTo(2);
            assertThat(rows(table)).containsExactly(List.of("Day", "Platelets", "", "p"), List.of("", "before", "after", ""), List.of("1", "210", "12", "0.01"), List.of("4", "198", "95", "0.2"));
        }
    }

    @Test
    void givesACellBesideSeveralRowsToTheFirstAndLeavesEmptyCellsEmpty() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.rule(60, 500, 90).text(60, 104, "Drug").text(220, 104, "Day").text(300, 104, "Platelets").text(400, 104, "Note").rule(60, 500, 110);
            pdf.text(60, 131, "Heparin").text(220, 124, "1").text(300, 124, "210").text(220, 138, "4").text(300, 138, "95").text(400, 138, "bleeding");
            pdf.text(60, 159, "Argatroban").text(220, 152, "5").text(300, 152, "90").text(220, 166, "9").text(300, 166, "180").rule(60, 500, 172);

            assertThat(rows(only(pdf))).containsExactly(List.of("Drug", "Day", "Platelets", "Note"), List.of("Heparin", "1", "210", ""), List.of("", "4", "95", "bleeding"),
                    List.of("Argatroban", "5", "90", ""), List.of("", "9", "180", ""));
        }
    }

    @Test
    void readsATableThatRunsUpwards() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.upright(90, 100, 700).upright(110, 100, 700).upright(160, 100, 700);
            pdf.upwards(104, 700, "Day").upwards(104, 500, "Platelets").upwards(126, 700, "1").upwards(126, 500, "210").upwards(146, 700, "4").upwards(146, 500, "12");

            assertThat(rows(only(pdf))).containsExactly(List.of("Day", "Platelets"), List.of("1", "210"), List.of("4", "12"));
        }
    }

    @Test
    void takesNoProseForATable() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.rule(60, 540, 60).rule(60, 540, 300);
            for (int i = 0; i < 12; i++) pdf.text(60, 100 + 12 * i, "The patient of 54 years was given metoprolol").text(310, 100 + 12 * i, "and the rash faded within 7 days of its end");
            pdf.lines(60, 340, "Contents", "1  Summary ......................... 2", "2  Reaction ........................ 3", "3  Discussion ...................... 4");

            assertThat(tables(pdf)).isEmpty();
        }
    }
}
