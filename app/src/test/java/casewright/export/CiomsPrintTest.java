package casewright.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/// The form of a case that is too long for nearly every box, as it is printed.
class CiomsPrintTest {

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double LEFT_MM = 10;
    private static final double TOP_MM = 8.5;
    /// What the size of the boxes' text is told from: captions and choices are smaller, the form's name is larger.
    private static final double TEXT_PT = 7.5;

    /// A letter at its place.
    ///
    /// @param baseline in points from the top of the page
    private record Letter(String text, double left, double right, double baseline, double size) {
    }

    /// A death with its cause and autopsy, past reactions, times of the history, several doses, and values that are too long for every box.
    private static ExampleCase full() {
        ExampleCase example = new ExampleCase().with("patient.initials", "A.B.C.-D.", null).with("patient.age", "73 years", "73 a").with("patient.weightKg", "112.5", "112.5 kg").with("patient.deathDate", "14 March 2025", "2025-03-14")
                .with("patient.deathCause", "cardiac arrest in severe hyperkalaemia", null).with("patient.autopsy", "not done", "false").with("patient.medicalHistory[0].start", "since March 2015", "2015-03").with("patient.medicalHistory[0].continuing", "yes", "true")
                .with("patient.medicalHistory[1].start", "at the age of 12", null).with("patient.pastReactions[0].name", "penicillin", null).with("patient.pastReactions[0].reaction", "rash", null).with("patient.pastReactions[0].start", "in 2012", "2012")
                .with("suspectDrugs[0].otherDoses", "50 mg once daily from 3 January 2025, 75 mg once daily from 1 February 2025, 100 mg twice daily for two days in error", null).with("suspectDrugs[0].form", "film-coated tablet", null)
                .with("suspectDrugs[0].start", "six weeks before admission", "2025-01-28").with("suspectDrugs[0].stop", "on the third day of the stay in hospital", "2025-03-13").with("suspectDrugs[0].duration", "about six weeks, with a break of four days", null)
                .with("suspectDrugs[0].indication", "arterial hypertension that was resistant to treatment with three other medicines, with proteinuria in diabetic nephropathy", null)
                .with("reactions[0].outcome", "fatal", "5").with("reactions[0].seriousness", "death; life-threatening; hospitalisation", "a; b; c").with("reporter.organisation", "Department of Internal Medicine and Intensive Care, St. Brannock's University Hospital, 4 Quay Road, Westhaven WH2 4QG", null)
                .with("reporter.country", "United Kingdom of Great Britain and Northern Ireland", "GB").with("reporter.reference", "Okafor S, Brannock T, Orla A. Fatal hyperkalaemia under losartan in a patient with diabetic nephropathy. Annals of Invented Medicine. 2025;12(3):45-47. doi:10.9999/aim.2025.45.", null);
        for (int drug = 1; drug < 5; drug++) {
            example.with("suspectDrugs[" + drug + "].name", "Orlavimidin-hydrochloride " + drug, null).with("suspectDrugs[" + drug + "].dose", drug + "00 mg twice daily", null).with("suspectDrugs[" + drug + "].batch", "BX" + drug + "0077", null)
                    .with("suspectDrugs[" + drug + "].route", "intravenous infusion through a central line", null).with("suspectDrugs[" + drug + "].indication", "infection number " + drug, null).with("suspectDrugs[" + drug + "].start", "March 2025", "2025-03").with("suspectDrugs[" + drug + "].duration", drug + " days", null);
        }
        for (int drug = 0; drug < 14; drug++) example.with("concomitantDrugs[" + drug + "].name", "Veldhavenin " + drug, null).with("concomitantDrugs[" + drug + "].dose", drug + " mg once daily in the evening", null).with("concomitantDrugs[" + drug + "].start", "May 2020", "2020-05");
        for (int condition = 2; condition < 12; condition++) example.with("patient.medicalHistory[" + condition + "].name", "invented condition number " + condition, null).with("patient.medicalHistory[" + condition + "].start", "in 2010", "2010");
        for (int test = 1; test < 10; test++) example.with("keyTests[" + test + "].name", "creatinine", null).with("keyTests[" + test + "].value", test + ".5 mg/dL", test + ".5 mg/dL").with("keyTests[" + test + "].when", test + " March 2025", "2025-03-0" + test);
        for (int drug = 0; drug < 5; drug++) example.with("suspectDrugs[" + drug + "].actionTaken", "withdrawn", "1");
        for (int i = 0; i < 40; i++) example.telling("course", "Observation number " + i + " was made and told at some length.");
        return example;
    }

    private static byte[] pdf(ExampleCase example) {
        return new CiomsForm().pdf(ReportContent.of(example.approved(), List.of(), ExampleCase.TRAIL_HASH));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static List<Letter> letters(byte[] pdf, int page) throws IOException {
        List<Letter> letters = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition at) {
                if (!at.getUnicode().isBlank()) letters.add(new Letter(at.getUnicode(), at.getXDirAdj(), at.getXDirAdj() + at.getWidthDirAdj(), at.getYDirAdj(), at.getYScale()));
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            stripper.writeText(document, new StringWriter());
        }
        return letters;
    }

    private static boolean isWithin(Letter letter, Collection<CiomsLayout.Box> boxes) {
        return boxes.stream().anyMatch(box -> letter.left() >= (LEFT_MM + box.x()) * POINTS_PER_MM && letter.right() <= (LEFT_MM + box.x() + box.width()) * POINTS_PER_MM
                && letter.baseline() >= (TOP_MM + box.y() + box.captionMm()) * POINTS_PER_MM && letter.baseline() <= (TOP_MM + box.y() + box.height()) * POINTS_PER_MM);
    }

    @Test
    void everyLetterStandsInABoxBelowItsCaption() throws IOException {
        byte[] pdf = pdf(full());

        Files.write(Path.of("target/cioms-full.pdf"), pdf);
        List<Letter> texts = letters(pdf, 1).stream().filter(letter -> Math.abs(letter.size() - TEXT_PT) < 0.1).toList();
        assertThat(texts).hasSizeGreaterThan(2_000).allMatch(letter -> isWithin(letter, CiomsLayout.of("icsr/v1").boxes().values()));
    }

    @Test
    void noLetterIsPrintedOverAnother() throws IOException {
        byte[] pdf = pdf(full());

        for (int page = 1; page <= 3; page++) {
            List<Letter> letters = letters(pdf, page);
            for (Letter one : letters) {
                assertThat(letters).as("over " + one).noneMatch(other -> other != one && Math.min(one.right(), other.right()) - Math.max(one.left(), other.left()) > 0.5
                        && Math.abs(one.baseline() - other.baseline()) < 0.7 * Math.min(one.size(), other.size()));
            }
        }
    }

    @Test
    void whatABoxDoesNotHoldGoesOnBehindTheForm() throws IOException {
        String text = text(pdf(full()));

        assertThat(text).contains("Died: 14-MAR-2025; Cause of death: cardiac arrest in severe hyperkalaemia; Autopsy: not done", "Past reactions to drugs: penicillin (rash, 2012)", "(start MAR-2015, continuing)",
                "100 mg twice daily for two days in error", "#5 400 mg twice daily", "#14 Veldhavenin 13 13 mg once daily in the evening, MAY-2020 / not stated", "#12 invented condition number 11 (start 2010)",
                "#10 creatinine 9.5 mg/dL, 09-MAR-2025", "doi:10.9999/aim.2025.45.", "Great Britain and Northern Ireland", "Observation number 39 was made", "#5 MAR-2025 / not stated");
        assertThat(text).contains("Action taken: #1 withdrawn; #2 withdrawn", "Dechallenge / rechallenge: #1 positive / not stated");
    }

    /// A heading at the foot of a page says of nothing that it goes on.
    @Test
    void noHeadingStandsAloneAtTheFootOfAPage() throws IOException {
        for (int more = 0; more < 12; more++) {
            ExampleCase example = full();
            for (int i = 0; i < more; i++) example.with("concomitantDrugs[" + (14 + i) + "].name", "Orlavimidin", null);
            byte[] pdf = pdf(example);

            List<Letter> second = letters(pdf, 2).stream().filter(letter -> letter.size() > 6.5).toList();
            double last = second.stream().mapToDouble(Letter::baseline).max().orElseThrow();
            assertThat(second.stream().filter(letter -> Math.abs(letter.baseline() - last) < 1)).as("with " + more + " more drugs").allMatch(letter -> letter.size() > 7.2);
        }
    }
}
