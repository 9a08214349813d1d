package casewright;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.access.Role;
import casewright.llm.ModelOverHttp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The real program killed with signal 9 in the middle of an import that it had taken.
class KnowledgeProcessTest {

    private static final int SECTIONS = 250;

    @TempDir
    Path data;

    @Test
    void whatWasTakenIsImportedThoughTheProcessWasKilledWhileItsIndexWasMade() {
        String message = isImportedThoughKilled("bge", sql -> Await.until("the index is being made", Duration.ofSeconds(120),
                () -> count(sql, "select count(*) from import_run where state = 'INDEXING' and passages between 1 and 200") == 1));

        Matcher kept = Pattern.compile("(\\d+) of its passages were kept from before").matcher(message);
        assertThat(kept.find()).as(message).isTrue();
        assertThat(Integer.parseInt(kept.group(1))).isBetween(32, SECTIONS - 1);
    }

    @Test
    void whatWasTakenIsImportedThoughTheProcessWasKilledOnceItHadAnswered() {
        isImportedThoughKilled("none", sql -> assertThat(count(sql, "select count(*) from import_run")).isEqualTo(1));
    }

    /// @return what the page says of the import in the end
    private String isImportedThoughKilled(String embedder, Consumer<JdbcClient> moment) {
        try (ModelOverHttp model = ModelOverHttp.start()) {
            String[] settings = {"casewright.model.base-url=" + model.baseUrl(), "casewright.knowledge.embedder=" + embedder};
            StringBuilder text = new StringBuilder("Title: Hiccups\n");
            for (int i = 1; i <= SECTIONS; i++) text.append("\n## Case ").append(i).append("\nThe patient with the mark x").append(i).append("x had hiccups for days while the drug was given. ".repeat(4)).append('\n');
            try (ServiceProcess first = ServiceProcess.started(data, settings)) {
                Visitor administrator = first.visitor(first.embeddedDatabase(), Role.ADMINISTRATOR);
                administrator.signIn();
                Visitor.Answer taken = administrator.upload("/admin/corpora?corpus=killed&kind=PUBLIC", text.toString().getBytes(StandardCharsets.UTF_8));
                assertThat(taken.body()).contains("The import has begun");
                moment.accept(JdbcClient.create(first.embeddedDatabase()));
                first.kill();
            }
            try (ServiceProcess second = ServiceProcess.started(data, settings)) {
                JdbcClient now = JdbcClient.create(second.embeddedDatabase());
                Await.until("the import is done", Duration.ofSeconds(180), () -> count(now, "select count(*) from import_run where state = 'DONE'") == 1);

                assertThat(count(now, "select passages from corpus_version where state = 'READY'")).isEqualTo(SECTIONS);
                Visitor officer = second.visitor(second.embeddedDatabase(), Role.OFFICER);
                officer.signIn();
                assertThat(officer.get("/search?q=x249x").body()).contains("<mark>x249x</mark>").contains("Case 249");
                assertThat(ServiceProcess.command(data, "verify-trail", settings).exitCode()).isZero();
                return now.sql("select message from import_run").query(String.class).single();
            }
        }
    }

    private static int count(JdbcClient sql, String query) {
        return sql.sql(query).query(Integer.class).single();
    }
}
