package casewright.evaluation;

import casewright.assets.Assets;
import casewright.audit.AuditTrail;
import casewright.drafting.ReportDrafter;
import casewright.evidence.EvidenceFinder;
import casewright.extraction.ExtractionSettings;
import casewright.extraction.TextExtractor;
import casewright.extraction.recognition.RecognitionSettings;
import casewright.extraction.recognition.TextRecognition;
import casewright.intake.IntakeSettings;
import casewright.knowledge.ImportCommand;
import casewright.knowledge.KnowledgeSettings;
import casewright.llm.LanguageModel;
import casewright.reading.CaseReader;
import casewright.reading.SentenceReader;
import casewright.reading.terms.Vocabulary;
import casewright.refusal.RefusedException;
import casewright.retrieval.IndexingProgress;
import casewright.retrieval.PassageQuery;
import casewright.retrieval.evaluation.TrecRun;
import casewright.retrieval.ranking.BgeEmbedder;
import casewright.retrieval.ranking.BilingualEmbedder;
import casewright.retrieval.ranking.Embedder;
import casewright.retrieval.ranking.NoEmbedder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/// The launcher's commands that are not the service. Each returns the exit code.
public final class Commands {

    private static final int PASSAGES_BETWEEN_REPORTS = 2_000;

    private final ApplicationContext context;
    private final PrintStream out;

    public Commands(ApplicationContext context, PrintStream out) {
        this.context = context;
        this.out = out;
    }

    /// `extract` needs neither database nor model, so it starts without them.
    public static int extract(List<String> arguments, PrintStream out) throws IOException {
        Arguments given = Arguments.of(arguments);
        LoggingSystem.get(Commands.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        Binder settings = Binder.get(new StandardEnvironment());
        IntakeSettings intake = settings.bindOrCreate("casewright.intake", IntakeSettings.class);
        TextExtractor extractor = new TextExtractor(intake, settings.bindOrCreate("casewright.extraction", ExtractionSettings.class),
                new TextRecognition(settings.bindOrCreate("casewright.recognition", RecognitionSettings.class), Assets.of(new StandardEnvironment())));
        ExtractCommand command = new ExtractCommand(extractor, intake, out);
        Path first = given.path("the document");
        @Nullable Path folder = given.optionalPath("out");
        if (folder == null) command.print(first);
        else command.write(given.words().stream().map(Path::of).toList(), folder);
        return 0;
    }

    /// `prepare-vocabulary`, which the launcher asks before the first start: makes the large lists of words, so that the service need not wait for them.
    public static int prepareVocabulary() throws IOException {
        LoggingSystem.get(Commands.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        StandardEnvironment environment = new StandardEnvironment();
        Path data = Files.createDirectories(Path.of(environment.getProperty("casewright.data", "data")));
        new Vocabulary(environment.getProperty("casewright.assets.drug-names", ""), data);
        return 0;
    }

    public int run(String command, List<String> arguments) throws IOException {
        Arguments given = Arguments.of(arguments);
        return switch (command) {
            case "evaluate" -> evaluate(given);
            case "evaluate-sentences" -> evaluateSentences(given);
            case "listedness" -> listedness(given);
            case "samples-accept" -> acceptSamples(given);
            case "import-knowledge" -> context.getBean(ImportCommand.class).run(given.words(), given.options(), out);
            case "search-run" -> searchRun(given);
            case "verify-trail" -> verifyTrail();
            default -> throw new RefusedException(RefusedException.Reason.INVALID, "There is no command " + command + ". ./casewright help lists them.");
        };
    }

    private int evaluate(Arguments given) throws IOException {
        EvaluateCommand command = new EvaluateCommand(context.getBean(LanguageModel.class), given.options().containsKey("naive") ? model -> new NaiveChain(context.getBean(TextExtractor.class), model) : this::chain, out);
        return command.run(given.path("the folder with the gold files"), given.option("out"), given.number("limit"), given.optionalPath("answers")) == 0 ? 0 : 1;
    }

    private int acceptSamples(Arguments given) throws IOException {
        @Nullable Path named = given.optionalPath("samples");
        Path samples = named != null ? named : Path.of(context.getEnvironment().getProperty("casewright.home", "."), "samples");
        return new SamplesAcceptCommand(context.getBean(LanguageModel.class), this::chain, out).run(samples, given.optionalPath("answers"), given.options().containsKey("write")) == 0 ? 0 : 1;
    }

    private WholeChain chain(LanguageModel model) {
        Clock clock = context.getBean(Clock.class);
        Vocabulary vocabulary = context.getBean(Vocabulary.class);
        return new WholeChain(context.getBean(TextExtractor.class), CaseReader.asking(model, vocabulary, clock), context.getBean(EvidenceFinder.class),
                ReportDrafter.asking(model, vocabulary, clock));
    }

    private int evaluateSentences(Arguments given) throws IOException {
        Clock clock = context.getBean(Clock.class);
        Vocabulary vocabulary = context.getBean(Vocabulary.class);
        new EvaluateSentencesCommand(context.getBean(LanguageModel.class), model -> SentenceReader.asking(model, vocabulary, clock), out)
                .run(given.path("the file of sentences"), given.option("out"), given.number("first"), given.optionalPath("answers"));
        return 0;
    }

    private int searchRun(Arguments given) throws IOException {
        Embedder embedder = context.getBean(KnowledgeSettings.class).embedder().equals("none") ? new NoEmbedder() : new BilingualEmbedder(new BgeEmbedder(), BgeEmbedder.chinese());
        int most = Math.min(given.number("k"), PassageQuery.LARGEST_LIMIT);
        Path corpus = given.existing("corpus");
        Path queries = given.existing("queries");
        try {
            TrecRun.write(corpus, queries, given.option("out"), most, embedder, progress());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusedException.Reason.UNREADABLE, String.valueOf(e.getMessage()));
        }
        return 0;
    }

    /// A collection of 100,000 abstracts takes hours.
    private IndexingProgress progress() {
        AtomicInteger next = new AtomicInteger(PASSAGES_BETWEEN_REPORTS);
        return (documents, passages, _) -> {
            if (passages < next.get()) return;
            next.addAndGet(PASSAGES_BETWEEN_REPORTS);
            out.println("  " + documents + " documents, " + passages + " passages");
        };
    }

    private int listedness(Arguments given) throws IOException {
        new ListednessCommand(out).run(given.existing("labels"), given.existing("pairs"), given.option("out"));
        return 0;
    }

    private int verifyTrail() {
        AuditTrail.Verification verification = context.getBean(AuditTrail.class).verify();
        if (verification.firstFault().isPresent()) {
            out.println("The trail is broken. " + verification.firstFault().get());
            return 1;
        }
        out.println("The trail is unbroken: " + verification.entries() + " entries, newest hash " + verification.newestHash());
        return 0;
    }

    /// Words, `--name value` pairs and the flags, which take no value.
    record Arguments(List<String> words, Map<String, String> options) {

        private static final Set<String> FLAGS = Set.of("write", "naive", "add");

        static Arguments of(List<String> given) {
            List<String> words = new ArrayList<>();
            Map<String, String> options = new HashMap<>();
            for (int i = 0; i < given.size(); i++) {
                String argument = given.get(i);
                if (!argument.startsWith("--")) words.add(argument);
                else if (FLAGS.contains(argument.substring(2))) options.put(argument.substring(2), "");
                else if (argument.contains("=")) options.put(argument.substring(2, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
                else if (i + 1 < given.size()) options.put(argument.substring(2), given.get(++i));
                else throw new RefusedException(RefusedException.Reason.INVALID, "The option " + argument + " needs a value.");
            }
            return new Arguments(words, options);
        }

        Path path(String what) {
            if (words.isEmpty()) throw new RefusedException(RefusedException.Reason.INVALID, "Please name " + what + ".");
            return Path.of(words.getFirst());
        }

        Path option(String name) {
            Path path = optionalPath(name);
            if (path == null) throw new RefusedException(RefusedException.Reason.INVALID, "Please give --" + name + " and a path.");
            return path;
        }

        Path existing(String name) {
            Path path = option(name);
            if (!Files.isRegularFile(path)) throw new RefusedException(RefusedException.Reason.NOT_FOUND, "There is no file " + path + ".");
            return path;
        }

        @Nullable Path optionalPath(String name) {
            String value = options.get(name);
            return value == null ? null : Path.of(value);
        }

        int number(String name) {
            try {
                return Integer.parseInt(options.getOrDefault(name, Integer.toString(Integer.MAX_VALUE)));
            } catch (NumberFormatException e) {
                throw new RefusedException(RefusedException.Reason.INVALID, "--" + name + " takes a whole number.");
            }
        }
    }
}
