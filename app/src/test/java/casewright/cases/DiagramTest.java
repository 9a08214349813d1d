package casewright.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DiagramTest {

    private static final Pattern ARROW = Pattern.compile("^ +([A-Z_]+) --> ([A-Z_]+): (.+)$", Pattern.MULTILINE);

    @Test
    void showsTheSameMovesAsTheCode() throws IOException {
        String page = Files.readString(Path.of("../docs/architecture.md"));

        List<CaseTransitions.Move> drawn = ARROW.matcher(page).results()
                .map(arrow -> new CaseTransitions.Move(CaseStatus.valueOf(arrow.group(1)), CaseStatus.valueOf(arrow.group(2)), arrow.group(3))).toList();

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(CaseTransitions.all());
    }
}
