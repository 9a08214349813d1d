package casewright.export;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.access.Person;
import casewright.access.Role;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.database.TestDatabase;
import casewright.evidence.CitedPassages;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReportExporterTest {

    private static final Person REVIEWER = new Person(3, "reviewer2", "Dr Ines Moreau", Role.REVIEWER, true);

    private AuditTrail trail;
    private ReportExporter exporter;

    @BeforeEach
    void open() {
        JdbcClient sql = TestDatabase.fresh().sql();
        trail = new AuditTrail(sql, Clock.systemUTC());
        exporter = new ReportExporter(trail, new CitedPassages(sql, Clock.systemUTC()));
    }

    @Test
    void saysInTheTrailWhoTookWhichFile() {
        ReportExporter.Exported exported = exporter.export(new ExampleCase().approved(), ReportExporter.Form.CIOMS, REVIEWER);

        AuditEntry entry = trail.newest(Long.MAX_VALUE, 1).getFirst();
        assertThat(exported.fileName()).isEqualTo("CW-2026-000004-cioms.pdf");
        assertThat(exported.mediaType()).isEqualTo("application/pdf");
        assertThat(entry.action()).isEqualTo("approved report exported");
        assertThat(entry.actor()).isEqualTo("Dr Ines Moreau");
        assertThat(entry.caseId()).isEqualTo(4);
        assertThat(entry.details()).containsEntry("fileSha256", ReportExporter.sha256(exported.content()));
    }

    @Test
    void printsTheNewestHashOfTheTrailIntoTheFile() {
        exporter.export(new ExampleCase().draftOnly(), ReportExporter.Form.JSON, REVIEWER);
        String hash = trail.newestHash();

        ReportExporter.Exported exported = exporter.export(new ExampleCase().draftOnly(), ReportExporter.Form.JSON, REVIEWER);

        assertThat(exported.fileName()).isEqualTo("CW-2026-000004-draft-case.json");
        assertThat(new String(exported.content(), StandardCharsets.UTF_8)).contains(hash, "DRAFT - not approved");
    }
}
