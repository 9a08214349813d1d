package casewright.knowledge;

import casewright.access.Role;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.knowledge.ImportedVersion.State;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may search which corpus. Auditors may search all; what a case rests on is part of the case and shown with it.
@Component
public class CorpusRights {

    private final JdbcClient sql;
    private final Corpora corpora;
    private final AuditTrail trail;

    public CorpusRights(JdbcClient sql, Corpora corpora, AuditTrail trail) {
        this.sql = sql;
        this.corpora = corpora;
        this.trail = trail;
    }

    /// @param products only passages on these products and on none in particular; empty: all
    public record Visible(ImportedVersion version, List<String> products) {

        public Visible {
            products = List.copyOf(products);
        }
    }

    /// Of each corpus that a role may see the newest version that can be searched.
    public List<Visible> to(Role role) {
        return corpora.newestReady().stream().flatMap(version -> seen(version, role).stream()).toList();
    }

    /// Earlier versions that can still be searched, newest first.
    public List<Visible> earlierTo(Role role) {
        List<ImportedVersion> newest = corpora.newestReady();
        return corpora.ready().reversed().stream().filter(version -> !newest.contains(version)).flatMap(version -> seen(version, role).stream()).toList();
    }

    /// A version, unless there is none, it is out of use or the role may not see it: the three look alike.
    public Optional<Visible> find(Role role, String corpus, String version) {
        return corpora.find(corpus, version).filter(found -> found.state() == State.READY).flatMap(found -> seen(found, role));
    }

    private Optional<Visible> seen(ImportedVersion version, Role role) {
        Map<Role, List<String>> rules = rules(version.corpus());
        if (!role.seesCases()) return Optional.empty();
        if (rules.isEmpty() || role == Role.AUDITOR) return Optional.of(new Visible(version, List.of()));
        return Optional.ofNullable(rules.get(role)).map(products -> new Visible(version, products));
    }

    /// By role the products it is held to; empty: everybody who sees cases may see all.
    public Map<Role, List<String>> rules(String corpus) {
        Map<Role, List<String>> rules = new HashMap<>();
        sql.sql("select role, products from corpus_access join corpus on corpus.id = corpus_id where name = :name").param("name", corpus)
                .query(row -> {
                    rules.put(Role.valueOf(row.getString(1)), row.getString(2).lines().toList());
                });
        return rules;
    }

    /// @param roles    who may search it besides auditors; both officers and reviewers without products: everybody
    /// @param products the product that these roles are held to, one each; empty: all
    @Transactional
    public void allow(String corpus, Set<Role> roles, Collection<String> products, Action action) {
        List<String> named = products.stream().map(String::strip).filter(product -> !product.isEmpty()).toList();
        sql.sql("delete from corpus_access where corpus_id = (select id from corpus where name = :name)").param("name", corpus).update();
        Set<Role> all = EnumSet.of(Role.AUDITOR);
        all.addAll(roles);
        boolean isOpen = all.contains(Role.OFFICER) && all.contains(Role.REVIEWER) && named.isEmpty();
        if (!isOpen) {
            for (Role role : all) {
                sql.sql("insert into corpus_access (corpus_id, role, products) select id, :role, :products from corpus where name = :name").param("role", role.name())
                        .param("products", role == Role.AUDITOR ? "" : String.join("\n", named)).param("name", corpus).update();
            }
        }
        trail.record(action.with("corpus", corpus).with("roles", String.join(", ", all.stream().map(Role::label).toList())).with("products", String.join(", ", named)));
    }
}
