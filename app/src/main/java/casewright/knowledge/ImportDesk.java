package casewright.knowledge;

import casewright.access.Person;
import casewright.audit.Action;
import casewright.database.DataFolder;
import casewright.knowledge.ImportRun.State;
import casewright.knowledge.KnowledgeImport.Imported;
import casewright.knowledge.KnowledgeImport.Wanted;
import casewright.knowledge.forms.KnowledgeForm;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.refusal.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Takes imports on the page and does them one after the other behind it. An import that was taken is done even if the process is killed: its files and
/// its row are on the disk before the answer, and the next start goes on. Doing it twice does no harm, as equal content makes one version.
@Component
class ImportDesk implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ImportDesk.class);
    private static final String UPLOADS = "imports";
    private static final int PASSAGES_BETWEEN_REPORTS = 50;

    private final ImportRuns runs;
    private final KnowledgeImport knowledge;
    private final KnowledgeSettings settings;
    private final DataFolder data;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("import").factory());
    private volatile boolean stopping;

    ImportDesk(ImportRuns runs, KnowledgeImport knowledge, KnowledgeSettings settings, DataFolder data) {
        this.runs = runs;
        this.knowledge = knowledge;
        this.settings = settings;
        this.data = data;
    }

    /// Where an administrator may lay files that are too large to upload.
    Path serverFolder() {
        return data.folder("incoming");
    }

    /// Keeps the files and begins. @return the run's id
    long takeUploads(Wanted wanted, String form, List<KnowledgeFile> files, Person by) {
        check(wanted, form);
        if (files.isEmpty()) throw new RefusedException(Reason.INVALID, "No file was chosen; nothing was imported.");
        Path incoming = keep(files);
        try {
            long id = runs.add(wanted, form, null, by.name(), by.id());
            Files.move(incoming, folder(id), StandardCopyOption.ATOMIC_MOVE);
            begin(id);
            return id;
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private Path keep(List<KnowledgeFile> files) {
        Set<String> names = new HashSet<>();
        for (KnowledgeFile file : files) {
            String name = nameOf(file);
            if (name.isEmpty() || name.startsWith(".") || !names.add(name)) {
                throw new RefusedException(Reason.INVALID, "The file name " + file.name() + " is no name, or stands twice; nothing was imported.");
            }
        }
        try {
            Path incoming = Files.createTempDirectory(data.folder(UPLOADS), "arriving-");
            for (KnowledgeFile file : files) {
                try (InputStream in = file.content().open()) {
                    Files.copy(in, incoming.resolve(nameOf(file)));
                }
            }
            return incoming;
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    /// Without the folders that some browsers tell.
    private static String nameOf(KnowledgeFile file) {
        return file.name().substring(Math.max(file.name().lastIndexOf('/'), file.name().lastIndexOf('\\')) + 1).strip();
    }

    private UnavailableException notKept(IOException e) {
        return new UnavailableException("The files could not be kept in " + data.root().resolve(UPLOADS) + "; nothing was imported. Is the disk full?", e);
    }

    /// Begins with files that lie in the server's folder. @return the run's id
    long takePath(Wanted wanted, String form, String path, Person by) {
        check(wanted, form);
        Path wantedPath = serverFolder().resolve(path.strip()).normalize();
        if (!wantedPath.startsWith(serverFolder()) || !Files.exists(wantedPath)) {
            throw new RefusedException(Reason.NOT_FOUND, "There is no file or folder " + path + " in " + serverFolder() + " on the server; nothing was imported.");
        }
        long id = runs.add(wanted, form, serverFolder().relativize(wantedPath).toString(), by.name(), by.id());
        begin(id);
        return id;
    }

    private void check(Wanted wanted, String form) {
        if (!form.equals(ImportRun.OWN_TEXTS) && KnowledgeForm.named(form, wanted.product(), settings.largestDocumentChars()).isEmpty()) {
            throw new RefusedException(Reason.INVALID, "There is no form of knowledge named " + form + "; nothing was imported.");
        }
    }

    void begin(long id) {
        worker.execute(() -> runs.find(id).filter(run -> !run.state().isOver()).ifPresent(this::carryOut));
    }

    private Path folder(long id) {
        return data.folder(UPLOADS).resolve(Long.toString(id));
    }

    private void carryOut(ImportRun run) {
        try {
            runs.reading(run.id());
            String path = run.serverPath();
            List<KnowledgeFile> files = KnowledgeFile.below(path == null ? folder(run.id()) : serverFolder().resolve(path));
            Action action = Action.by(run.asked().by(), run.asked().byId(), "knowledge imported");
            ImportProgress progress = progress(run.id());
            Imported imported = run.form().equals(ImportRun.OWN_TEXTS) ? knowledge.run(run.wanted(), files, action, progress)
                    : knowledge.run(run.wanted(), KnowledgeForm.named(run.form(), run.wanted().product(), settings.largestDocumentChars()).orElseThrow(), files, action, progress);
            ImportedVersion version = imported.version();
            runs.indexed(run.id(), version);
            runs.end(run.id(), State.DONE, imported.isNew() ? "Version " + version.version() + " can be searched." + keptInWords(progress) : "The same content was there already, as version " + version.version() + ".",
                    version.id(), imported.leftOut());
            removeFiles(run.id());
        } catch (RefusedException e) {
            runs.end(run.id(), State.REFUSED, e.text(), null, List.of());
            removeFiles(run.id());
        } catch (RuntimeException e) {
            // The end of the service is no failure: the next start goes on.
            if (stopping) return;
            log.error("The import {} failed: {}", run.id(), e.getClass().getSimpleName());
            runs.end(run.id(), State.FAILED, e instanceof UnavailableException away ? away.text() : "It could not be finished. Is the disk full? Please ask for it once more.", null, List.of());
            removeFiles(run.id());
        }
    }

    private static String keptInWords(ImportProgress progress) {
        return progress.kept() == 0 ? "" : String.format(Locale.ROOT, " %,d of its passages were kept from before the import was broken off.", progress.kept());
    }

    /// Brings a version to an end that no import asks for any more, such as one that a command began; after the imports that wait.
    void finish(ImportedVersion version) {
        worker.execute(() -> {
            try {
                knowledge.finish(version.id());
            } catch (RuntimeException e) {
                if (!stopping) log.warn("The index of the corpus {} {} could not be made: {}", version.corpus(), version.version(), e.getClass().getSimpleName());
            }
        });
    }

    private ImportProgress progress(long id) {
        return new ImportProgress(PASSAGES_BETWEEN_REPORTS, reached -> runs.indexing(id, reached));
    }

    /// Goes on with what an earlier process left, and removes files of uploads that never were answered.
    void goOn() {
        List<ImportRun> unfinished = runs.unfinished();
        Set<String> wanted = new HashSet<>(unfinished.stream().map(run -> Long.toString(run.id())).toList());
        try (Stream<Path> folders = Files.list(data.folder(UPLOADS))) {
            folders.filter(folder -> !wanted.contains(folder.getFileName().toString())).toList().forEach(CorpusIndexes::removeAll);
        } catch (IOException e) {
            log.warn("What lies in {} could not be listed", data.root().resolve(UPLOADS));
        }
        unfinished.forEach(run -> begin(run.id()));
    }

    private void removeFiles(long id) {
        CorpusIndexes.removeAll(folder(id));
    }

    @Override
    public void destroy() {
        stopping = true;
        worker.shutdownNow();
    }
}
