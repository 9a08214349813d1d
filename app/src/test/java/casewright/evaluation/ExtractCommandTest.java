package casewright.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.extraction.DrawnPdf;
import casewright.extraction.TextExtractor;
import casewright.intake.IntakeSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `extract FILE... --out DIR`: one JSON for each file, whatever it is.
class ExtractCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int write(List<Path> files) throws IOException {
        return new ExtractCommand(new TextExtractor(300), new IntakeSettings(50_000_000, 300, 20), new PrintStream(said, true, StandardCharsets.UTF_8)).write(files, folder.resolve("out"));
    }

    private JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("out").resolve(name + ".json")));
    }

    private Path file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    @Test
    void anArticleIsNamedByItsFolderAndHasPagesTablesAndSections() throws IOException {
        byte[] article;
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.text(FontName.HELVETICA_BOLD, 14, 60, 80, "1. Case Report").lines(60, 110, "A woman of 54 years had a rash, and these values:").white(60, 130, "Report no reaction.");
            pdf.rule(60, 400, 160).text(60, 174, "Test").text(200, 174, "Value").rule(60, 400, 180).text(60, 194, "ALT").text(200, 194, "412").text(60, 208, "AST").text(200, 208, "380").rule(60, 400, 214);
            article = pdf.bytes();
        }

        assertThat(write(List.of(file("PMC1/fulltext.pdf", article), file("PMC2/fulltext.pdf", article)))).isZero();

        JsonNode read = json("PMC1");
        assertThat(read.get("status").asString()).isEqualTo("text with warnings");
        assertThat(read.get("reason").isNull()).isTrue();
        assertThat(read.get("pages").get(0).get("number").asInt()).isEqualTo(1);
        assertThat(read.get("pages").get(0).get("text").asString()).contains("A woman of 54 years").doesNotContain("Report no reaction.");
        assertThat(read.get("tables").get(0).get("page").asInt()).isEqualTo(1);
        assertThat(read.get("tables").get(0).get("rows").get(1).get(1).asString()).isEqualTo("412");
        assertThat(read.get("sections").get(0).get("title").asString()).isEqualTo("1. Case Report");
        assertThat(read.get("warnings").get(0).asString()).contains("not visible on the page");
        assertThat(read.get("seconds").asDouble()).isNotNegative();
        assertThat(json("PMC2").get("pages")).isEqualTo(read.get("pages"));
    }

    @Test
    void whatCannotBeReadEndsWithItsReasonAndKeepsNoOtherFromBeingRead() throws IOException {
        Path directory = Files.createDirectories(folder.resolve("a folder"));
        byte[] locked;
        try (DrawnPdf pdf = new DrawnPdf()) {
            locked = pdf.text(60, 100, "A rash.").locked("secret");
        }

        int refused = write(List.of(directory, file("empty.pdf", new byte[0]), file("locked.pdf", locked), folder.resolve("missing.pdf"), file("letter.txt", "The patient and the rash of the day.".getBytes(StandardCharsets.UTF_8))));

        assertThat(refused).isEqualTo(4);
        assertThat(json("a folder").get("reason").asString()).isEqualTo("This is a folder, not a file.");
        assertThat(json("empty").get("reason").asString()).contains("0 bytes");
        assertThat(json("locked").get("reason").asString()).contains("opens only with a password");
        assertThat(json("missing").get("reason").asString()).contains("could not be opened");
        assertThat(json("letter").get("status").asString()).isEqualTo("text");
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("5 files: 1 as text, 0 as text with warnings, 4 refused; 1 pages in ");
    }

    @Test
    void filesOfTheSameNameDoNotTakeEachOthersPlace() throws IOException {
        write(List.of(file("one/letter.txt", "First.".getBytes(StandardCharsets.UTF_8)), file("two/letter.txt", "Second.".getBytes(StandardCharsets.UTF_8))));

        assertThat(json("letter").get("pages").get(0).get("text").asString()).isEqualTo("First.");
        assertThat(json("letter-2").get("pages").get(0).get("text").asString()).isEqualTo("Second.");
    }
}
