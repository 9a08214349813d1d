package casewright.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.TestMail;
import casewright.access.Person;
import casewright.access.Role;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.cases.Arrival;
import casewright.cases.Cases;
import casewright.database.TestDatabase;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {

    private static final byte[] GIF = "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;".getBytes(StandardCharsets.ISO_8859_1);

    private static final Person OFFICER = new Person(1, "olga", "Olga Officer", Role.OFFICER, true);
    private static final Arrival ARRIVAL = new Arrival(LocalDate.of(2025, 3, 4), "post", "spontaneous", "", "DE");

    private TestDatabase database;
    private AuditTrail trail;
    private Cases cases;
    private Intake intake;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        trail = new AuditTrail(database.sql(), Clock.systemUTC());
        cases = new Cases(database.sql(), trail, Clock.systemUTC());
        intake = new Intake(new Documents(database.sql(), trail, Clock.systemUTC()), cases, new IntakeSettings(1_000_000, 300, 20));
    }

    private Intake.Accepted accept(String name, byte[] content) {
        return Objects.requireNonNull(database.transaction().execute(_ -> intake.accept(name, content, ARRIVAL, OFFICER)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void leadsTheSameBytesToTheSameDocumentWhateverTheirName() {
        Intake.Accepted first = accept("letter.txt", bytes("A letter"));
        Intake.Accepted second = accept("other.txt", bytes("A letter"));

        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(second.document()).isEqualTo(first.document());
        assertThat(second.report().id()).isEqualTo(first.report().id());
    }

    @Test
    void keepsOneDocumentOfUploadsAtTheSameMoment() throws Exception {
        int uploads = 8;
        CyclicBarrier together = new CyclicBarrier(uploads);
        List<Intake.Accepted> accepted = new ArrayList<>();

        try (ExecutorService pool = Executors.newFixedThreadPool(uploads)) {
            Callable<Intake.Accepted> upload = () -> {
                together.await();
                return accept("letter.txt", bytes("The same letter"));
            };
            List<Future<Intake.Accepted>> running = new ArrayList<>();
            for (int i = 0; i < uploads; i++) running.add(pool.submit(upload));
            for (Future<Intake.Accepted> one : running) accepted.add(one.get());
        }

        assertThat(accepted).filteredOn(Intake.Accepted::isNew).hasSize(1);
        assertThat(accepted).extracting(one -> one.report().id()).containsOnly(1L);
        assertThat(database.sql().sql("select count(*) from document").query(Integer.class).single()).isEqualTo(1);
        assertThat(trail.newest(Long.MAX_VALUE, 10)).extracting(AuditEntry::action).containsExactly("case opened", "document kept");
        assertThat(trail.verify().firstFault()).isEmpty();
    }

    private void isRefused(String name, byte[] content, Reason reason, String word) {
        assertThatThrownBy(() -> accept(name, content)).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason)).hasMessageContaining(word);
        assertThat(database.sql().sql("select count(*) from document").query(Integer.class).single()).isZero();
        assertThat(trail.newest(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void refusesWhatIsEmpty() {
        isRefused("empty.pdf", new byte[0], Reason.UNREADABLE, "empty (0 bytes)");
        isRefused("blank.txt", bytes(" \n\t \n"), Reason.UNREADABLE, "white space");
    }

    @Test
    void refusesAWrongTypeBehindARightName() {
        isRefused("report.pdf", GIF, Reason.UNREADABLE, "an image of a kind that cannot be read, whatever its name says");
    }

    @Test
    void makesTheFilesInAnArchiveDocumentsOfTheSameCase() throws IOException {
        Intake.Accepted accepted = accept("letters.zip", zip("one.txt", bytes("A rash."), "../two.txt", bytes("It faded."), "picture.gif", GIF));

        List<Long> ids = cases.documentIds(accepted.report().id());
        assertThat(ids).startsWith(accepted.document().id());
        assertThat(names(ids)).as("also what nobody can read").containsExactly("letters.zip", "one.txt", "two.txt", "picture.gif");
    }

    private List<String> names(List<Long> ids) {
        return database.sql().sql("select file_name from document where id in (:ids) order by id").param("ids", ids).query(String.class).list();
    }

    @Test
    void opensWhatIsAttachedToAnEmailAlsoWhenItIsPackedOrForwarded() throws IOException {
        byte[] packed = zip("report.txt", bytes("A rash."), "inner.zip", zip("deep.txt", bytes("Deep.")));
        byte[] forwarded = TestMail.of("As attached.", "report.zip", packed, "empty.pdf", new byte[0]);

        Intake.Accepted accepted = accept("mail.eml", TestMail.of("Please see below.", "forwarded.eml", forwarded, "note.txt", bytes("It faded.")));

        assertThat(names(cases.documentIds(accepted.report().id()))).containsExactly("mail.eml", "forwarded.eml", "report.zip", "report.txt", "inner.zip", "empty.pdf", "note.txt");
    }

    @Test
    void keepsAnAttachmentThatCannotBeOpened() throws IOException {
        byte[] locked = zip("report.txt", bytes("A rash."));
        locked[6] |= 1;

        Intake.Accepted accepted = accept("mail.eml", TestMail.of("As attached.", "locked.zip", locked, "note.txt", bytes("It faded.")));

        assertThat(names(cases.documentIds(accepted.report().id()))).containsExactly("mail.eml", "locked.zip", "note.txt");
        assertThatThrownBy(() -> accept("locked.zip", locked)).hasMessageContaining("The ZIP file is locked with a password. Please unpack it");
    }

    @Test
    void saysOfAnArchiveThatOnlyPartsOfItAreLocked() throws IOException {
        byte[] partly = zip("read me.txt", bytes("The others are locked."), "report.txt", bytes("A rash."));
        int second = new String(partly, StandardCharsets.ISO_8859_1).indexOf("PK\u0003\u0004", 4);
        partly[second + 6] |= 1;

        isRefused("partly.zip", partly, Reason.UNREADABLE, "The ZIP file is locked with a password. Please unpack it and upload the files in it.");
    }

    @Test
    void refusesAnArchiveWithNothingToRead() throws IOException {
        isRefused("pictures.zip", zip("picture.gif", GIF), Reason.UNREADABLE, "nothing that can be read");
    }

    @Test
    void saysOfAFileThatOnlyBeginsLikeAZipThatItIsDamaged() throws IOException {
        byte[] cut = zip("report.txt", bytes("A rash."));

        isRefused("letter.zip", bytes("PK\u0003\u0004 is the sign of a ZIP, and this is a letter about a rash."), Reason.UNREADABLE, "The ZIP file is damaged and cannot be opened. Please ask the sender for it again.");
        isRefused("cut.zip", Arrays.copyOf(cut, 20), Reason.UNREADABLE, "The ZIP file is damaged and cannot be opened");
        isRefused("nothing.zip", zip(), Reason.UNREADABLE, "nothing that can be read");
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                out.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return zip.toByteArray();
    }

    @Test
    void namesTheLimitThatAFileExceeds() {
        isRefused("big.txt", new byte[2_000_000], Reason.TOO_LARGE, "the limit is 1 MB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "../../etc/passwd| passwd", "C:\\Users\\x\\letter.pdf| letter.pdf", "<img src=x onerror=alert(1)>.pdf| <img src=x onerror=alert(1)>.pdf", "..| unnamed", "a/..| unnamed", "''| unnamed"})
    void keepsTheLastPartOfAFileName(String given, String kept) {
        assertThat(Intake.plainName(given)).isEqualTo(kept);
    }

    @Test
    void takesControlCharactersOutOfAFileNameAndShortensIt() {
        assertThat(Intake.plainName("let\u0000ter\r\n.pdf")).isEqualTo("letter.pdf");
        assertThat(Intake.plainName("x".repeat(500))).hasSize(120);
    }
}
