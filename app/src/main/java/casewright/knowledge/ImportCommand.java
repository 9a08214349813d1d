package casewright.knowledge;

import casewright.audit.Action;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// `./casewright import-knowledge`, from the words and options that were given to a line that says what is there now.
@Component
public class ImportCommand {

    private static final String USAGE = """
            ./casewright import-knowledge corpus NAME --kind private|public [--product P] PATH   a new version of a corpus
            ./casewright import-knowledge vocabulary PATH                                       own tables of drug names and reaction terms""";
    private static final int PASSAGES_BETWEEN_REPORTS = 500;

    private final KnowledgeImport knowledge;
    private final VocabularyImport vocabulary;

    public ImportCommand(KnowledgeImport knowledge, VocabularyImport vocabulary) {
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
    }

    /// @return the exit code
    public int run(List<String> words, Map<String, String> options, PrintStream out) {
        if (words.size() == 3 && words.getFirst().equals("corpus")) return corpus(words.get(1), options, Path.of(words.get(2)), out);
        if (words.size() == 2 && words.getFirst().equals("vocabulary")) return vocabulary(Path.of(words.get(1)), out);
        throw new RefusedException(Reason.INVALID, "Please say what to import:\n" + USAGE);
    }

    private int corpus(String name, Map<String, String> options, Path path, PrintStream out) {
        Kind kind = switch (options.getOrDefault("kind", "").toLowerCase(Locale.ROOT)) {
            case "private" -> Kind.PRIVATE;
            case "public" -> Kind.PUBLIC;
            default -> throw new RefusedException(Reason.INVALID, "Please say with --kind whether the corpus is private (the company's own) or public.\n" + USAGE);
        };
        KnowledgeImport.Wanted wanted = new KnowledgeImport.Wanted(name, kind, options.get("product"), String.valueOf(path.toAbsolutePath().normalize().getFileName()));
        AtomicInteger nextReport = new AtomicInteger(PASSAGES_BETWEEN_REPORTS);
        KnowledgeImport.Imported imported = knowledge.run(wanted, KnowledgeFile.below(path), Action.byService("knowledge imported").because("asked for on the command line"), (documents, passages) -> {
            if (passages < nextReport.get()) return;
            nextReport.set(passages + PASSAGES_BETWEEN_REPORTS);
            out.println("  " + documents + " documents, " + passages + " passages");
        });
        ImportedVersion version = imported.version();
        if (imported.isNew()) {
            out.println("The corpus " + name + " (" + kind.label() + ") has the version " + version.version() + " now: " + version.documents() + " documents, " + version.passages()
                    + " passages. Cases drafted from now on are looked up in it.");
        } else {
            out.println("The same content is in the corpus " + name + " already, as version " + version.version() + "; nothing was imported.");
        }
        return 0;
    }

    private int vocabulary(Path path, PrintStream out) {
        VocabularyImport.Imported imported = vocabulary.run(path, Action.byService("vocabulary imported").because("asked for on the command line"));
        out.println(imported.isNew() ? imported.rows() + " rows were copied to " + imported.folder() + ". The service reads them when it is started the next time."
                : "The same tables are in " + imported.folder() + " already; nothing was imported.");
        return 0;
    }
}
