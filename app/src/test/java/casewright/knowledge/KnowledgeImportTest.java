package casewright.knowledge;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.audit.Action;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.ImportedVersion.State;
import casewright.knowledge.forms.KnowledgeForm;
import casewright.refusal.RefusedException;
import casewright.retrieval.IndexingProgress;
import casewright.retrieval.PassageIndex;
import casewright.retrieval.PassageQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeImportTest {

    private static final KnowledgeFile SHEET = file("sheets/zelor.txt", """
            Title: Zelor (losartan): core data sheet
            Product: Zelor (losartan)
            Kind: core data sheet
            Date: 2025-02-03

            ## 4.8 Undesirable effects
            Common: dizziness. Rare: angioedema.
            """);

    @TempDir
    Path folder;
    private Library library;

    @BeforeEach
    void open() {
        library = Library.in(folder);
    }

    @Test
    void makesAVersionThatCanBeSearchedAndSaysSoInTheTrail() {
        KnowledgeImport.Imported imported = library.add("own", Kind.PRIVATE, List.of(SHEET));

        ImportedVersion version = imported.version();
        assertThat(imported.isNew()).isTrue();
        assertThat(version.state()).isEqualTo(State.READY);
        assertThat(version.documents()).isEqualTo(1);
        assertThat(library.indexes().get(version).search(PassageQuery.of("angioedema", 5))).singleElement()
                .satisfies(hit -> assertThat(hit.passage().id()).hasToString("own " + version.version() + "/sheets/zelor#1"));
        assertThat(library.corpora().findHead(version, "sheets/zelor")).get().extracting(Corpora.Head::kind).isEqualTo("core data sheet");
        assertThat(library.trail().newest(Long.MAX_VALUE, 1)).singleElement().satisfies(entry -> assertThat(entry.details()).containsEntry("corpus", "own").containsEntry("documents", "1"));
    }

    @Test
    void namesTheVersionThatHoldsTheSameContent() {
        ImportedVersion first = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();

        KnowledgeImport.Imported again = library.add("own", Kind.PRIVATE, List.of(SHEET));

        assertThat(again.isNew()).isFalse();
        assertThat(again.version()).isEqualTo(first);
        assertThat(library.corpora().all()).hasSize(1);
    }

    @Test
    void keepsTheOldVersionBesideANewOne() {
        ImportedVersion old = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();

        ImportedVersion latest = library.add("own", Kind.PRIVATE, List.of(SHEET, file("more.jsonl", "{\"id\": \"m\", \"title\": \"More\", \"text\": \"Hiccups.\"}"))).version();

        assertThat(latest.version()).isEqualTo(old.version() + ".2");
        assertThat(library.corpora().newestReady()).containsExactly(latest);
        assertThat(library.indexes().get(old).search(PassageQuery.of("hiccups", 5))).isEmpty();
        assertThat(library.indexes().get(latest).search(PassageQuery.of("hiccups", 5))).hasSize(1);
    }

    @Test
    void makesAMissingIndexAgainFromTheDatabase() throws IOException {
        ImportedVersion version = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();
        Path index = folder.resolve("index/own").resolve(version.version());
        Library restarted = library.restarted();
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.toList()) Files.delete(file);
        }

        PassageIndex again = restarted.indexes().get(version);

        assertThat(again.search(PassageQuery.of("angioedema", 5))).hasSize(1);
    }

    @Test
    void makesADamagedIndexAgain() throws IOException {
        ImportedVersion version = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();
        Library restarted = library.restarted();
        try (Stream<Path> files = Files.list(folder.resolve("index/own").resolve(version.version()))) {
            for (Path file : files.filter(file -> file.toString().contains("segments_")).toList()) Files.writeString(file, "rubbish");
        }

        assertThat(restarted.indexes().get(version).search(PassageQuery.of("angioedema", 5))).hasSize(1);
    }

    @Test
    void finishesAnImportThatBrokeOffBeforeItsIndexWasMade() {
        ImportedVersion version = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();
        library.corpora().setState(version.id(), State.BUILDING, 0, "");
        assertThat(library.corpora().newestReady()).isEmpty();

        ImportedVersion finished = library.restarted().add("own", Kind.PRIVATE, List.of(SHEET)).version();

        assertThat(finished.id()).isEqualTo(version.id());
        assertThat(finished.state()).isEqualTo(State.READY);
    }

    @Test
    void anImportThatIsTriedAgainIsShownAsBeingMadeNotAsFailed() throws IOException {
        KnowledgeImport.Wanted wanted = new KnowledgeImport.Wanted("own", Kind.PUBLIC, null, "test");
        List<KnowledgeFile> files = List.of(file("x.txt", "Title: X\n\nText."));
        ImportedVersion version = library.imports().run(wanted, files, Action.byService("knowledge imported"), IndexingProgress.UNWATCHED).version();
        library.corpora().setState(version.id(), State.FAILED, 0, "The index could not be made.");
        try (Stream<Path> made = Files.list(folder.resolve("index/own").resolve(version.version()))) {
            for (Path part : made.toList()) Files.delete(part);
        }
        List<State> shown = new ArrayList<>();

        library.imports().run(wanted, files, Action.byService("knowledge imported"), (_, _, _) -> shown.add(library.corpora().get(version.id()).state()));

        assertThat(shown).isNotEmpty().containsOnly(State.BUILDING);
    }

    @Test
    void refusesAnUnknownFormAndSaysWhatIsAccepted() {
        assertThatThrownBy(() -> library.add("own", Kind.PRIVATE, List.of(SHEET, file("sheet.xls", "x")))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("sheet.xls").hasMessageContaining(".jsonl");
        assertThat(library.corpora().all()).isEmpty();
    }

    @Test
    void namesFileAndLineOfWhatIsMalformed() {
        assertThatThrownBy(() -> library.add("own", Kind.PUBLIC, List.of(file("a.jsonl", "{\"id\": \"1\", \"title\": \"T\", \"text\": \"x\"}\n{\"id\": \"2\"")))).hasMessageContaining("Line 2 of a.jsonl is no JSON");
        assertThatThrownBy(() -> library.add("own", Kind.PUBLIC, List.of(file("b.txt", "Title: T\nColour: red\n\nText")))).hasMessageContaining("Line 2 of b.txt");
        assertThatThrownBy(() -> library.add("own", Kind.PUBLIC, List.of(file("c.jsonl", "{\"id\": \"1\", \"title\": \"T\"}")))).hasMessageContaining("has no \"text\"");
    }

    @Test
    void refusesTwoOwnTextsWithOneId() {
        assertThatThrownBy(() -> library.add("own", Kind.PRIVATE, List.of(SHEET, file("a.jsonl", "{\"id\": \"1\", \"title\": \"T\", \"text\": \"x\"}\n{\"id\": \"1\", \"title\": \"T\", \"text\": \"y\"}"))))
                .isInstanceOf(RefusedException.class).hasMessageContaining("Two documents have the id 1; nothing was imported");
        assertThat(library.corpora().all()).isEmpty();
    }

    @Test
    void refusesToMakeAPrivateCorpusPublic() {
        library.add("own", Kind.PRIVATE, List.of(SHEET));

        assertThatThrownBy(() -> library.add("own", Kind.PUBLIC, List.of(file("x.txt", "Title: X\n\nText.")))).isInstanceOf(RefusedException.class).hasMessageContaining("private");
    }

    @Test
    void refusesANameThatWouldLeaveTheFolder() {
        assertThatThrownBy(() -> library.add("../own", Kind.PRIVATE, List.of(SHEET))).isInstanceOf(RefusedException.class);
    }

    private KnowledgeImport.Imported importForm(String kind, List<KnowledgeFile> files) {
        return library.imports().run(new KnowledgeImport.Wanted(kind, Kind.PUBLIC, null, "test"), KnowledgeForm.named(kind, null, 100_000).orElseThrow(), files,
                Action.byService("knowledge imported"), IndexingProgress.UNWATCHED);
    }

    private KnowledgeImport.Imported add(String kind, KnowledgeFile... files) {
        return library.imports().run(new KnowledgeImport.Wanted(kind, Kind.PUBLIC, null, "test", Validity.ALWAYS, "", true), KnowledgeForm.named(kind, null, 100_000).orElseThrow(), List.of(files),
                Action.byService("knowledge imported"), IndexingProgress.UNWATCHED);
    }

    private static String topic(String id, String answer) {
        return "<Document id=\"" + id + "\" source=\"NIH\"><Focus>Gout</Focus><QAPairs><QAPair><Question>What?</Question><Answer>" + answer + "</Answer></QAPair></QAPairs></Document>";
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("picture.jpg"));
            zip.write(1);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void searchesOtherVersionsWhileAnIndexIsMade() {
        ImportedVersion old = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();
        List<Integer> found = new ArrayList<>();

        library.imports().run(new KnowledgeImport.Wanted("other", Kind.PUBLIC, null, "test"), List.of(file("x.txt", "Title: X\n\nText.")), Action.byService("knowledge imported"),
                (_, _, _) -> found.add(CompletableFuture.supplyAsync(() -> library.indexes().get(old).search(PassageQuery.of("angioedema", 5)).size())
                        .orTimeout(10, TimeUnit.SECONDS).join()));

        assertThat(found).isNotEmpty().containsOnly(1);
    }

    @Test
    void opensArchivesInArchives() throws IOException {
        byte[] inner = zip("a.xml", topic("1", "Hiccups.").getBytes(StandardCharsets.UTF_8));
        byte[] outer = zip("prescription/a.zip", inner);

        ImportedVersion version = importForm("medquad", List.of(new KnowledgeFile("release.zip", () -> new ByteArrayInputStream(outer)))).version();

        assertThat(version.documents()).isEqualTo(1);
        assertThat(library.indexes().get(version).search(PassageQuery.of("hiccups", 5))).hasSize(1);
    }

    /// As `tar czf` writes it: ustar headers, blocks of 512 bytes, two empty ones at the end.
    private static byte[] tarGz(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            byte[] text = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
            byte[] header = new byte[512];
            byte[] name = namesAndTexts[i].getBytes(StandardCharsets.UTF_8);
            System.arraycopy(name, 0, header, 0, name.length);
            byte[] size = "%011o".formatted(text.length).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(size, 0, header, 124, size.length);
            header[156] = '0';
            System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, header, 257, 5);
            tar.writeBytes(header);
            tar.writeBytes(Arrays.copyOf(text, (text.length + 511) / 512 * 512));
        }
        tar.writeBytes(new byte[1024]);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            tar.writeTo(zipped);
        }
        return bytes.toByteArray();
    }

    @Test
    void readsArchivesOfArticlesAndNamesTheBadOnes() throws IOException {
        String article = """
                <article><front><article-meta><article-id pub-id-type="pmc">%s</article-id><title-group><article-title>On hiccups</article-title></title-group></article-meta></front>
                <body><p>Hiccups were seen.</p></body></article>""";
        byte[] archive = tarGz("oa/PMC1.xml", article.formatted("1"), "oa/picture.jpg", "x", "oa/PMC2.xml", article.formatted("2").substring(0, 150), "oa/PMC3.nxml", article.formatted("3"));

        KnowledgeImport.Imported imported = importForm("jats", List.of(new KnowledgeFile("oa.tar.gz", () -> new ByteArrayInputStream(archive))));

        assertThat(imported.version().documents()).isEqualTo(2);
        assertThat(imported.leftOut()).singleElement().asString().contains("oa.tar/oa/PMC2.xml");
        assertThatThrownBy(() -> importForm("jats", List.of(new KnowledgeFile("half.tar.gz", () -> new ByteArrayInputStream(Arrays.copyOf(archive, archive.length - 40)))))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> importForm("jats", List.of(file("no.tar", "no archive at all ".repeat(100))))).isInstanceOf(RefusedException.class).hasMessageContaining("no.tar");
    }

    @Test
    void refusesWhatIsNoArchiveOrHalfOfOne() throws IOException {
        byte[] whole = zip("a.xml", topic("1", "Hiccups ".repeat(500)).getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThatThrownBy(() -> importForm("medquad", List.of(file("a.zip", "no archive")))).isInstanceOf(RefusedException.class).hasMessageContaining("no ZIP archive");
        assertThatThrownBy(() -> importForm("medquad", List.of(new KnowledgeFile("b.zip", () -> new ByteArrayInputStream(half))))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> importForm("pubmed", List.of(file("c.xml.gz", "no archive")))).isInstanceOf(RefusedException.class).hasMessageContaining("c.xml.gz");
        assertThat(library.corpora().all()).isEmpty();
    }

    @Test
    void leavesABadFileOutAndSaysSo() {
        KnowledgeImport.Imported imported = importForm("medquad", List.of(file("a.xml", topic("1", "Hiccups.")), file("b.xml", topic("2", "x").substring(0, 50)), file("LICENSE", "free"),
                file("again.xml", topic("1", "Yawning."))));

        assertThat(imported.version().documents()).isEqualTo(1);
        assertThat(imported.leftOut()).hasSize(2).first().asString().contains("b.xml");
        assertThat(imported.leftOut().getLast()).contains("again.xml").contains("NIH-1");
        assertThatThrownBy(() -> importForm("medquad", List.of(file("c.xml", "<a>")))).isInstanceOf(RefusedException.class).hasMessageContaining("c.xml");
        assertThatThrownBy(() -> importForm("medquad", List.of(file("LICENSE", "free")))).isInstanceOf(RefusedException.class).hasMessageContaining("No document");
    }

    @Test
    void putsAnUpdateToTheNewestVersion() {
        String set = "<PubmedArticleSet>%s</PubmedArticleSet>";
        String citation = "<PubmedArticle><MedlineCitation><PMID>%s</PMID><Article><ArticleTitle>%s</ArticleTitle></Article></MedlineCitation></PubmedArticle>";
        KnowledgeFile whole = file("1.xml", set.formatted(citation.formatted("1", "Hiccups") + citation.formatted("2", "Yawning") + citation.formatted("3", "Sneezing")));
        assertThatThrownBy(() -> add("pubmed", whole)).isInstanceOf(RefusedException.class).hasMessageContaining("There is no corpus");
        ImportedVersion baseline = importForm("pubmed", List.of(whole)).version();
        KnowledgeFile update = file("2.xml", set.formatted(citation.formatted("1", "Coughing") + citation.formatted("4", "Snoring") + "<DeleteCitation><PMID>2</PMID></DeleteCitation>"));

        ImportedVersion updated = add("pubmed", update).version();

        assertThat(updated.documents()).isEqualTo(3);
        assertThat(library.indexes().get(updated).search(PassageQuery.of("hiccups yawning", 5))).isEmpty();
        assertThat(library.indexes().get(updated).search(PassageQuery.of("coughing sneezing snoring", 5))).hasSize(3);
        assertThat(library.indexes().get(baseline).search(PassageQuery.of("hiccups yawning", 5))).as("the version before stays as it was").hasSize(2);
        assertThat(library.trail().newest(Long.MAX_VALUE, 1).getFirst().details()).containsEntry("addedTo", baseline.version()).containsEntry("documents", "3");
        assertThat(add("pubmed", update).isNew()).as("the same update once more").isFalse();
        KnowledgeFile undoing = file("4.xml", set.formatted(citation.formatted("1", "Hiccups") + citation.formatted("2", "Yawning") + citation.formatted("3", "Sneezing") + "<DeleteCitation><PMID>4</PMID></DeleteCitation>"));
        assertThatThrownBy(() -> add("pubmed", undoing)).as("back to what an earlier version holds").isInstanceOf(RefusedException.class).hasMessageContaining("would be what its version " + baseline.version());
        assertThatThrownBy(() -> add("pubmed", file("3.xml", set.formatted("")))).isInstanceOf(RefusedException.class).hasMessageContaining("No document was found");
        assertThat(importForm("pubmed", List.of(update)).version().documents()).as("without adding it takes the place of all").isEqualTo(2);
    }

    @Test
    void oneBadLabelDoesNotCostTheSet() {
        String label = "{\"set_id\": \"%s\", \"warnings\": [\"%s\"]}";
        String set = "{\"results\": [" + String.join(", ", label.formatted("s1", "Hiccups."), "{\"set_id\": \"s2\", \"openfda\": {}}", label.formatted("s1", "Yawning."), label.formatted("s3", "Sneezing.")) + "]}";

        KnowledgeImport.Imported imported = importForm("openfda", List.of(file("labels.json", set)));

        assertThat(imported.version().documents()).isEqualTo(2);
        assertThat(imported.leftOut()).hasSize(2).first().asString().contains("labels.json").contains("without sections (s2)");
        assertThat(imported.leftOut().getLast()).contains("has the id s1 of an earlier document");
        assertThat(library.indexes().get(imported.version()).search(PassageQuery.of("hiccups sneezing yawning", 5))).hasSize(2);
        assertThatThrownBy(() -> importForm("openfda", List.of(file("empty.json", "{\"results\": [{\"set_id\": \"s2\"}]}")))).isInstanceOf(RefusedException.class).hasMessageContaining("without sections (s2)");
    }

    @Test
    void honoursUpdatesAndDeletions() {
        String set = "<PubmedArticleSet>%s</PubmedArticleSet>";
        String citation = "<PubmedArticle><MedlineCitation><PMID>%s</PMID><Article><ArticleTitle>%s</ArticleTitle></Article></MedlineCitation></PubmedArticle>";
        KnowledgeFile baseline = file("1.xml", set.formatted(citation.formatted("1", "Hiccups") + citation.formatted("2", "Yawning") + citation.formatted("3", "Sneezing")));
        KnowledgeFile update = file("2.xml", set.formatted(citation.formatted("1", "Coughing") + "<DeleteCitation><PMID>2</PMID></DeleteCitation>"));

        ImportedVersion version = importForm("pubmed", List.of(baseline, update)).version();

        assertThat(version.documents()).isEqualTo(2);
        PassageIndex index = library.indexes().get(version);
        assertThat(index.search(PassageQuery.of("hiccups yawning", 5))).isEmpty();
        assertThat(index.search(PassageQuery.of("coughing sneezing", 5))).hasSize(2);
        assertThat(importForm("pubmed", List.of(baseline, update)).isNew()).isFalse();
    }
}
