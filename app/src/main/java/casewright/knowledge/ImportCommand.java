package casewright.knowledge;

import casewright.audit.Action;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.KnowledgeImport.Wanted;
import casewright.knowledge.forms.KnowledgeForm;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.IndexingProgress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// `./casewright import-knowledge`, from the words and options that were given to a line that says what is there now.
@Component
public class ImportCommand {

    private static final String USAGE = """
            ./casewright import-knowledge spl|openfda|pubmed|jats|medquad|ctcae|jsonl PATH      a new version of the corpus of that name, public
                                          [--corpus NAME] [--kind private|public]           (or of another name or kind)
                                          [--add]   put to the newest version, as weekly updates are, instead of taking its place
            ./casewright import-knowledge corpus NAME --kind private|public [--product P] PATH   a new version of a corpus
                                          [--valid-from DAY] [--valid-to DAY] [--country DE]  when and where it is the reference
                                          [--document "company core data sheet"]  what PDF and Word files are
            ./casewright import-knowledge vocabulary PATH                                       own tables of drug names and reaction terms""";
    private static final int PASSAGES_BETWEEN_REPORTS = 500;

    private static final int MOST_NAMED = 20;

    private final KnowledgeImport knowledge;
    private final VocabularyImport vocabulary;
    private final KnowledgeSettings settings;

    public ImportCommand(KnowledgeImport knowledge, VocabularyImport vocabulary, KnowledgeSettings settings) {
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
        this.settings = settings;
    }

    /// @return the exit code
    public int run(List<String> words, Map<String, String> options, PrintStream out) {
        if (words.size() == 3 && words.getFirst().equals("corpus")) return corpus(words.get(1), options, Path.of(words.get(2)), out);
        if (words.size() == 2 && words.getFirst().equals("vocabulary")) return vocabulary(Path.of(words.get(1)), out);
        if (words.size() == 2) {
            KnowledgeForm form = KnowledgeForm.named(words.getFirst(), options.get("product"), settings.largestDocumentChars()).orElseThrow(ImportCommand::usage);
            String name = options.getOrDefault("corpus", words.getFirst());
            Wanted wanted = wanted(name, options.getOrDefault("kind", "public"), options, Path.of(words.getLast()));
            return report(knowledge.run(wanted, form, KnowledgeFile.below(Path.of(words.getLast())), action(), progress(out)), wanted, out);
        }
        throw usage();
    }

    private static RefusedException usage() {
        return new RefusedException(Reason.INVALID, "Please say what to import:\n" + USAGE);
    }

    private int corpus(String name, Map<String, String> options, Path path, PrintStream out) {
        Wanted wanted = wanted(name, options.getOrDefault("kind", ""), options, path);
        return report(knowledge.run(wanted, KnowledgeFile.below(path), action(), progress(out)), wanted, out);
    }

    private static Wanted wanted(String name, String kind, Map<String, String> options, Path path) {
        Validity validity = new Validity(day(options, "valid-from"), day(options, "valid-to"), options.getOrDefault("country", "").toUpperCase(Locale.ROOT));
        return new Wanted(name, kind(kind), options.get("product"), String.valueOf(path.toAbsolutePath().normalize().getFileName()), validity, documentKind(options.getOrDefault("document", "")), options.containsKey("add"));
    }

    private static String documentKind(String told) {
        if (!told.isEmpty() && !KnowledgeImport.DOCUMENT_KINDS.contains(told)) {
            throw new RefusedException(Reason.INVALID, "--document takes one of: " + String.join(", ", KnowledgeImport.DOCUMENT_KINDS) + ". Nothing was imported.");
        }
        return told;
    }

    private static @Nullable LocalDate day(Map<String, String> options, String name) {
        String told = options.get(name);
        try {
            return told == null ? null : LocalDate.parse(told);
        } catch (DateTimeParseException e) {
            throw new RefusedException(Reason.INVALID, "--" + name + " takes a day like 2025-03-04, not " + told + ". Nothing was imported.");
        }
    }

    private static Kind kind(String told) {
        return switch (told.toLowerCase(Locale.ROOT)) {
            case "private" -> Kind.PRIVATE;
            case "public" -> Kind.PUBLIC;
            default -> throw new RefusedException(Reason.INVALID, "Please say with --kind whether the corpus is private (the company's own) or public.\n" + USAGE);
        };
    }

    private static Action action() {
        return Action.byService("knowledge imported").because("asked for on the command line");
    }

    private static IndexingProgress progress(PrintStream out) {
        return new ImportProgress(PASSAGES_BETWEEN_REPORTS, reached -> out.println("  " + reached.inWords()));
    }

    private static int report(KnowledgeImport.Imported imported, Wanted wanted, PrintStream out) {
        ImportedVersion version = imported.version();
        imported.leftOut().stream().limit(MOST_NAMED).forEach(reason -> out.println("  left out: " + reason));
        if (!imported.leftOut().isEmpty()) out.println("  " + imported.leftOut().size() + (imported.leftOut().size() == 1 ? " file or entry was" : " files or entries were") + " left out; the others were read.");
        if (imported.isNew()) {
            out.println("The corpus " + wanted.corpus() + " (" + wanted.kind().label() + ") has the version " + version.version() + " now: " + version.documents() + " documents, "
                    + version.passages() + " passages. Cases drafted from now on are looked up in it.");
        } else {
            out.println("The same content is in the corpus " + wanted.corpus() + " already, as version " + version.version() + "; nothing was imported.");
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
