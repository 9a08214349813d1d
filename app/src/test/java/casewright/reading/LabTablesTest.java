package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.extraction.Table;
import casewright.reading.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LabTablesTest {

    @Test
    void aTestARowWithItsRangeAndWhatFirstLeftIt() {
        assertThat(read("Table 1", 1, """
                Test | Before | Day 8 | Day 15
                ALT (10-40 U/L) | 22 | 512 | 60
                Bilirubin, mg/dL (0.2-1.2 mg/dL) | 0.8 | 0.9 | 1.0""")).contains("ALT=512 U/L @Day 8 [10-40 U/L]", "ALT=22 U/L @Before [10-40 U/L]", "Bilirubin=0.8 mg/dL @Before [0.2-1.2 mg/dL]")
                .doesNotContain("Bilirubin=0.9 mg/dL @Day 8 [0.2-1.2 mg/dL]");
    }

    @Test
    void resultUnitAndRangeInColumnsOfTheirOwn() {
        assertThat(read("", 1, """
                Investigation | Result | Unit | Reference range
                Sodium | 118 | mmol/L | 135-145
                Potassium | 4.1 | mmol/L | 3.5-5.0""")).containsExactly("Sodium=118 mmol/L [135-145]", "Potassium=4.1 mmol/L [3.5-5.0]");
    }

    @Test
    void aTestAColumnWithADateARow() {
        assertThat(read("", 1, """
                Date | Platelets (/\u00b5L) | Creatinine (mg/dL)
                3 March 2021 | 210,000 | 0.9
                9 March 2021 | 12,000 | 1.0""")).contains("Platelets=210,000 /\u00b5L @3 March 2021", "Platelets=12,000 /\u00b5L @9 March 2021");
    }

    @Test
    void aUnitInTheCaptionIsTakenWithTheWordsThatNameIt() {
        assertThat(read("Table 2. Values are given in mmol/L.", 1, """
                Test | On admission
                Sodium | 118
                Potassium | 6.9""")).containsExactly("Sodium=118 mmol/L @On admission", "Potassium=6.9 mmol/L @On admission");
    }

    @Test
    void severalUnitsInTheCaptionAreNotChosenFrom() {
        Fact value = detail(LabTables.of(text("Table 2. Values are given in mmol/L or mg/dL.", 1, """
                Test | On admission
                Glucose | 18
                Creatinine | 6.9""").tables()).getFirst().test(), "value");
        assertThat(value.value()).isEqualTo("18 mmol/L");
        assertThat(value.others()).extracting(Fact::value).containsExactly("18 mg/dL");
    }

    @Test
    void aTableOfOtherPeopleHoldsNoTestOfThisPatient() {
        assertThat(read("", 1, """
                Author | Age | Sex | Platelets
                Smith | 44 | F | 12,000
                Jones | 61 | M | 9,000""")).isEmpty();
    }

    @Test
    void whatATableSaysIsNotReadOnceMoreAsASentence() {
        SourceText text = text("", 1, """
                Test | On admission
                Sodium 118 mmol/L | 118
                Potassium | 6.9""");
        assertThat(text.sentences().stream().filter(text::isInTable)).isNotEmpty();
    }

    private static List<String> read(String caption, int headerRows, String rows) {
        return LabTables.of(text(caption, headerRows, rows).tables()).stream().map(LabTables.Result::test).map(test -> test.name().value() + "=" + detail(test, "value").value()
                + (test.details().containsKey("when") ? " @" + detail(test, "when").value() : "") + (test.details().containsKey("range") ? " [" + detail(test, "range").value() + "]" : "")).toList();
    }

    private static Fact detail(TestFacts test, String id) {
        return Objects.requireNonNull(test.details().get(id));
    }

    /// A page as the extraction writes it: the caption, then the table's rows.
    private static SourceText text(String caption, int headerRows, String rows) {
        StringBuilder page = new StringBuilder(caption + "\n");
        List<List<Table.Cell>> cells = new ArrayList<>();
        for (String row : rows.split("\n")) {
            List<Table.Cell> one = new ArrayList<>();
            for (String cell : row.split(" \\| ")) {
                one.add(new Table.Cell(cell, page.length(), page.length() + cell.length()));
                page.append(cell).append('\t');
            }
            page.append('\n');
            cells.add(one);
        }
        page.append("\nHe recovered.");
        return SourceText.of(List.of(new DocumentText("test", List.of(Page.ofPlainText(1, page.toString())), List.of(), List.of(new Table(1, headerRows, cells)), List.of())));
    }
}
