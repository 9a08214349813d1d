package casewright;

import casewright.access.Person;
import casewright.audit.Action;
import casewright.cases.Arrival;
import casewright.cases.CaseJobs;
import casewright.database.DataFolder;
import casewright.intake.Intake;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.KnowledgeFile;
import casewright.knowledge.KnowledgeImport;
import casewright.retrieval.IndexingProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Loads what lies in `samples/` (packed into the program) into an empty service: knowledge first, so that the cases find it when they are drafted.
/// Each part can be done twice without harm, so a start that was interrupted is taken up by the next.
@Component
class SampleLoader {

    private static final Logger log = LoggerFactory.getLogger(SampleLoader.class);

    private final KnowledgeImport knowledge;
    private final Intake intake;
    private final CaseJobs jobs;
    private final TransactionTemplate transaction;
    private final Setting setting;

    /// Where and when.
    @Component
    record Setting(DataFolder data, Clock clock) {

        Path marker() {
            return data.root().resolve("samples-pending");
        }
    }

    SampleLoader(KnowledgeImport knowledge, Intake intake, CaseJobs jobs, TransactionTemplate transaction, Setting setting) {
        this.knowledge = knowledge;
        this.intake = intake;
        this.jobs = jobs;
        this.transaction = transaction;
        this.setting = setting;
    }

    /// From now on they are wanted, until [#load] is done.
    void markPending() {
        try {
            Files.writeString(setting.marker(), "The samples are not all loaded yet; the next start goes on.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isPending() {
        return Files.exists(setting.marker());
    }

    /// @param officer who uploads the documents
    void load(Person officer) {
        try {
            importKnowledge("meridian-rsi", Kind.PRIVATE, "private");
            importKnowledge("pharmacology", Kind.PUBLIC, "public");
            for (String line : new String(resource("arrivals.tsv").getContentAsByteArray(), StandardCharsets.UTF_8).lines().skip(1).toList()) upload(line.split("\t", -1), officer);
            Files.deleteIfExists(setting.marker());
            log.info("The samples are loaded");
        } catch (IOException | RuntimeException e) {
            log.warn("The samples could not all be loaded ({}); the next start tries again", e.getClass().getSimpleName());
        }
    }

    private void importKnowledge(String corpus, Kind kind, String folder) throws IOException {
        List<KnowledgeFile> files = Arrays.stream(resources("knowledge/" + folder + "/*.txt")).map(text -> new KnowledgeFile(String.valueOf(text.getFilename()), text::getInputStream))
                .sorted(Comparator.comparing(KnowledgeFile::name)).toList();
        knowledge.run(new KnowledgeImport.Wanted(corpus, kind, null, "samples"), files, Action.byService("knowledge imported").because("samples are loaded"), IndexingProgress.UNWATCHED);
    }

    /// @param arrived folder, days before today, how, type, sender, country
    private void upload(String[] arrived, Person officer) throws IOException {
        LocalDate day0 = LocalDate.ofInstant(setting.clock().instant(), ZoneOffset.UTC).minusDays(Long.parseLong(arrived[1]));
        Arrival arrival = new Arrival(day0, arrived[2], arrived[3], arrived[4], arrived[5]);
        Resource source = resources(arrived[0] + "/source.*")[0];
        String name = String.valueOf(source.getFilename()).replace("source", arrived[0]);
        byte[] content = source.getContentAsByteArray();
        transaction.executeWithoutResult(_ -> jobs.goOnBehindOthers(intake.accept(name, content, arrival, officer).report().id()));
    }

    private static Resource resource(String name) throws IOException {
        return resources(name)[0];
    }

    private static Resource[] resources(String pattern) throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:samples/" + pattern);
        if (found.length == 0) throw new IllegalStateException("The samples " + pattern + " are missing from the program");
        return found;
    }
}
