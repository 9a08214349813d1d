package casewright.knowledge;

import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.database.DataFolder;
import casewright.database.TestDatabase;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.retrieval.IndexingProgress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// The knowledge package over a fresh database and an empty data folder, ranking by words alone.
public record Library(Corpora corpora, CorpusIndexes indexes, KnowledgeImport imports, AuditTrail trail, TestDatabase database, DataFolder data) {

    private static final KnowledgeSettings SETTINGS = new KnowledgeSettings("none", 1_000, 100_000);
    private static final KnowledgeForms FORMS = new KnowledgeForms(SETTINGS, _ -> {
        throw new IllegalStateException("This library reads no PDF");
    });

    public static Library in(Path folder) {
        TestDatabase database = TestDatabase.fresh();
        AuditTrail trail = new AuditTrail(database.sql(), Clock.systemUTC());
        Corpora corpora = new Corpora(database.sql(), Clock.systemUTC());
        DataFolder data = new DataFolder(folder);
        CorpusIndexes indexes = new CorpusIndexes(corpora, data, SETTINGS);
        return new Library(corpora, indexes, new KnowledgeImport(corpora, indexes, trail, database.transaction(), FORMS), trail, database, data);
    }

    /// The same database and folder seen by a service that starts anew.
    public Library restarted() {
        indexes.destroy();
        CorpusIndexes anew = new CorpusIndexes(corpora, data, SETTINGS);
        return new Library(corpora, anew, new KnowledgeImport(corpora, anew, trail, database.transaction(), FORMS), trail, database, data);
    }

    public KnowledgeImport.Imported add(String corpus, Kind kind, List<KnowledgeFile> files) {
        return imports.run(new KnowledgeImport.Wanted(corpus, kind, null, "test"), files, Action.byService("knowledge imported"), IndexingProgress.UNWATCHED);
    }

    public static KnowledgeFile file(String name, String text) {
        return new KnowledgeFile(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
