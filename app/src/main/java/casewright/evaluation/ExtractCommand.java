package casewright.evaluation;

import casewright.extraction.DocumentText;
import casewright.extraction.Heading;
import casewright.extraction.Page;
import casewright.extraction.Table;
import casewright.extraction.TextExtractor;
import casewright.intake.IntakeSettings;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// `extract FILE... --out DIR`: what the service would read of each file, one JSON file each. No file keeps the others from being read.
final class ExtractCommand {

    /// How a file ended; what the JSON's `status` says.
    private enum Status {
        TEXT("text"), WARNINGS("text with warnings"), REFUSED("refused");

        private final String said;

        Status(String said) {
            this.said = said;
        }
    }

    private record Outcome(Status status, @Nullable String reason, @Nullable DocumentText text) {
    }

    private final TextExtractor extractor;
    private final IntakeSettings limits;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();

    ExtractCommand(TextExtractor extractor, IntakeSettings limits, PrintStream out) {
        this.extractor = extractor;
        this.limits = limits;
        this.out = out;
    }

    /// The pages' text, parted by form feeds, then what could not be read.
    void print(Path file) throws IOException {
        Outcome outcome = read(file);
        if (outcome.text() == null) throw new RefusedException(Reason.UNREADABLE, String.valueOf(outcome.reason()));
        List<Page> pages = outcome.text().pages();
        for (int i = 0; i < pages.size(); i++) out.print((i > 0 ? "\f" : "") + pages.get(i).body());
        out.println();
        outcome.text().warnings().forEach(out::println);
    }

    /// @return how many ended as refused
    int write(List<Path> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        Set<String> names = new HashSet<>();
        int[] counts = new int[Status.values().length];
        int pages = 0;
        long began = System.nanoTime();
        for (Path file : files) {
            long start = System.nanoTime();
            Outcome outcome = read(file);
            Files.writeString(folder.resolve(free(name(file), names) + ".json"), json.writeValueAsString(described(file, outcome, seconds(start))));
            counts[outcome.status().ordinal()]++;
            if (outcome.text() != null) pages += outcome.text().pages().size();
        }
        out.printf("%d files: %d as text, %d as text with warnings, %d refused; %d pages in %.1f s%n", files.size(), counts[0], counts[1], counts[2], pages, seconds(began));
        return counts[Status.REFUSED.ordinal()];
    }

    private Outcome read(Path file) {
        try {
            if (Files.isDirectory(file)) return new Outcome(Status.REFUSED, "This is a folder, not a file.", null);
            if (Files.size(file) > limits.largestFileBytes()) return new Outcome(Status.REFUSED, "The file is larger than the limit of " + limits.largestFile() + ".", null);
            byte[] content = Files.readAllBytes(file);
            DocumentText text = extractor.extract(content);
            return new Outcome(text.warnings().isEmpty() ? Status.TEXT : Status.WARNINGS, null, text);
        } catch (RefusedException e) {
            return new Outcome(Status.REFUSED, e.text(), null);
        } catch (IOException e) {
            return new Outcome(Status.REFUSED, "The file could not be opened.", null);
        } catch (RuntimeException | OutOfMemoryError e) {
            // our mistake on this one document; its message may hold text of it
            return new Outcome(Status.REFUSED, "The document could not be read because of a mistake in Casewright (" + e.getClass().getSimpleName() + ").", null);
        }
    }

    /// The folder's name for an article kept as `<id>/fulltext.pdf`, else the file's own without its ending.
    private static String name(Path file) {
        String own = String.valueOf(file.getFileName());
        Path folder = file.toAbsolutePath().getParent();
        if (own.startsWith("fulltext.") && folder != null && folder.getFileName() != null) return folder.getFileName().toString();
        return own.indexOf('.') > 0 ? own.substring(0, own.lastIndexOf('.')) : own;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int n = 2; !taken.add(free); n++) free = name + "-" + n;
        return free;
    }

    private static double seconds(long since) {
        return Math.round((System.nanoTime() - since) / 1e6) / 1e3;
    }

    private static Map<String, @Nullable Object> described(Path file, Outcome outcome, double seconds) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("file", file.toString());
        all.put("status", outcome.status().said);
        all.put("reason", outcome.reason());
        DocumentText text = outcome.text();
        all.put("extractor", text == null ? null : text.extractor());
        all.put("language", text == null ? null : text.language());
        all.put("pages", text == null ? List.of() : text.pages().stream().map(ExtractCommand::described).toList());
        all.put("tables", text == null ? List.of() : text.tables().stream().map(ExtractCommand::described).toList());
        all.put("sections", text == null ? List.of() : text.headings().stream().map(ExtractCommand::described).toList());
        all.put("warnings", text == null ? List.of() : text.warnings());
        all.put("seconds", seconds);
        return all;
    }

    private static Map<String, Object> described(Page page) {
        return Map.of("number", page.number(), "text", page.body(), "aside", page.aside(), "recognized", page.hasRecognizedWords());
    }

    private static Map<String, Object> described(Table table) {
        return Map.of("page", table.page(), "headerRows", table.headerRows(), "rows", table.rows().stream().map(row -> row.stream().map(Table.Cell::text).toList()).toList());
    }

    private static Map<String, Object> described(Heading heading) {
        return Map.of("title", heading.text(), "level", heading.level(), "page", heading.page(), "start", heading.start());
    }
}
