package casewright.knowledge;

import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.database.DataFolder;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.refusal.UnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Takes a company's own tables of drug names and reaction terms into the data folder, under `vocabulary/<n>/`. The service reads them when it starts.
@Component
public class VocabularyImport {

    private static final String DRUGS = "drugs.tsv";
    private static final String REACTIONS = "reactions.tsv";
    /// The forms of the tables, by file name: their header lines.
    private static final Map<String, String> HEADERS = Map.of(DRUGS, "name\tkind\tingredients\tsource\tambiguous", REACTIONS, "preferred\tsynonyms\tsource\tsource_id\tambiguous");
    private static final Set<String> DRUG_KINDS = Set.of("ingredient", "brand", "class", "vaccine");
    private static final int COLUMNS = 5;
    private static final int LONGEST_FIELD_CHARS = 20_000;
    private static final int MOST_ROWS = 2_000_000;

    private final DataFolder data;
    private final AuditTrail trail;

    public VocabularyImport(DataFolder data, AuditTrail trail) {
        this.data = data;
        this.trail = trail;
    }

    /// @param folder where the tables lie now
    /// @param rows   in all tables, without header lines
    /// @param isNew  false when the same tables were imported before, into `folder`
    public record Imported(Path folder, int rows, boolean isNew) {
    }

    /// @param path one table, or a folder with `drugs.tsv`, `reactions.tsv` or both
    /// @throws RefusedException naming file, line and reason for a malformed table; nothing is imported then
    public Imported run(Path path, Action action) {
        List<Path> tables = tables(path);
        int rows = tables.stream().mapToInt(VocabularyImport::check).sum();
        Path vocabulary = data.folder("vocabulary");
        try {
            List<Path> earlier = folders(vocabulary);
            for (Path folder : earlier) if (holdsSame(folder, tables)) return new Imported(folder, rows, false);
            Path target = vocabulary.resolve(Integer.toString(earlier.stream().mapToInt(VocabularyImport::number).max().orElse(0) + 1));
            // Complete or not there at all: the service may start at any moment.
            Path incoming = Files.createTempDirectory(data.root(), "vocabulary-");
            for (Path table : tables) Files.copy(table, incoming.resolve(name(table)), StandardCopyOption.REPLACE_EXISTING);
            Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
            trail.record(action.with("folder", target.getFileName()).with("tables", String.join(", ", tables.stream().map(VocabularyImport::name).toList())).with("rows", rows));
            return new Imported(target, rows, true);
        } catch (IOException e) {
            throw new UnavailableException("The tables could not be copied into " + vocabulary + ". Is the disk full, or does the folder belong to somebody else?", e);
        }
    }

    private static List<Path> tables(Path path) {
        List<Path> tables = Files.isDirectory(path) ? Stream.of(DRUGS, REACTIONS).map(path::resolve).filter(Files::isRegularFile).toList()
                : Files.isRegularFile(path) && HEADERS.containsKey(name(path)) ? List.of(path) : List.of();
        if (tables.isEmpty()) {
            throw new RefusedException(Reason.NOT_FOUND, "There is no " + DRUGS + " and no " + REACTIONS + " in " + path + "; nothing was imported. " + forms());
        }
        return tables;
    }

    private static int check(Path table) {
        try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.UTF_8)) {
            String header = lines.readLine();
            if (header == null || !header.strip().equals(HEADERS.get(name(table)))) throw refused(table, 1, "is not the header line of this table");
            String line;
            int number = 1;
            while ((line = lines.readLine()) != null) {
                number++;
                if (number > MOST_ROWS) throw new RefusedException(Reason.TOO_LARGE, "The table " + table + " has more than " + MOST_ROWS + " rows; nothing was imported.");
                checkRow(table, number, line.split("\t", -1));
            }
            return number - 1;
        } catch (CharacterCodingException e) {
            throw new RefusedException(Reason.UNREADABLE, "The table " + table + " is not in UTF-8; nothing was imported.");
        } catch (IOException e) {
            throw new RefusedException(Reason.UNREADABLE, "The table " + table + " cannot be read; nothing was imported.");
        }
    }

    private static void checkRow(Path table, int number, String[] fields) {
        if (fields.length != COLUMNS) throw refused(table, number, "has " + fields.length + " columns instead of " + COLUMNS);
        if (fields[0].isBlank()) throw refused(table, number, "has an empty first column");
        for (String field : fields) if (field.length() > LONGEST_FIELD_CHARS) throw refused(table, number, "has a field of more than " + LONGEST_FIELD_CHARS + " characters");
        if (!fields[4].isEmpty() && !fields[4].equals("yes")) throw refused(table, number, "has something other than \"yes\" or nothing in the column \"ambiguous\"");
        if (name(table).equals(DRUGS) && !DRUG_KINDS.contains(fields[1])) {
            throw refused(table, number, "has a kind that is none of " + String.join(", ", DRUG_KINDS.stream().sorted().toList()));
        }
    }

    private static RefusedException refused(Path table, int line, String what) {
        return new RefusedException(Reason.UNREADABLE, "Line " + line + " of " + table + " " + what + "; nothing was imported. " + forms());
    }

    private static String forms() {
        return "Accepted are tables in UTF-8 with tabs between the columns: " + DRUGS + " (" + HEADERS.getOrDefault(DRUGS, "").replace("\t", ", ") + ") and " + REACTIONS + " ("
                + HEADERS.getOrDefault(REACTIONS, "").replace("\t", ", ") + ").";
    }

    private static List<Path> folders(Path vocabulary) throws IOException {
        try (Stream<Path> folders = Files.list(vocabulary)) {
            return folders.filter(folder -> Files.isDirectory(folder) && name(folder).matches("\\d{1,9}")).sorted().toList();
        }
    }

    private static boolean holdsSame(Path folder, List<Path> tables) throws IOException {
        for (String name : HEADERS.keySet()) {
            Path there = folder.resolve(name);
            List<Path> here = tables.stream().filter(table -> name(table).equals(name)).toList();
            if (Files.exists(there) == here.isEmpty()) return false;
            if (!here.isEmpty() && Files.mismatch(there, here.getFirst()) != -1) return false;
        }
        return true;
    }

    private static int number(Path folder) {
        return Integer.parseInt(name(folder));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
