package casewright.knowledge;

import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.knowledge.ImportedVersion.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Looks at every index when the service has started, behind its back: one that is damaged or missing is named in the trail and made again from the
/// stored texts, and imports that a killed process left are brought to an end.
@Component
@Profile("!command")
class StartCheck {

    private static final Logger log = LoggerFactory.getLogger(StartCheck.class);

    private final Corpora corpora;
    private final CorpusIndexes indexes;
    private final ImportDesk desk;
    private final AuditTrail trail;

    StartCheck(Corpora corpora, CorpusIndexes indexes, ImportDesk desk, AuditTrail trail) {
        this.corpora = corpora;
        this.indexes = indexes;
        this.desk = desk;
        this.trail = trail;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        desk.goOn();
        Thread.ofPlatform().daemon().name("index check").start(this::run);
    }

    void run() {
        for (ImportedVersion version : corpora.all()) {
            try {
                if (version.state() == State.READY) check(version);
                if (version.state() == State.BUILDING) desk.finish(version);
            } catch (RuntimeException e) {
                log.warn("The index of the corpus {} {} could not be checked: {}", version.corpus(), version.version(), e.getClass().getSimpleName());
            }
        }
    }

    private void check(ImportedVersion version) {
        if (indexes.findReady(version).isPresent()) return;
        String damage = indexes.damageOf(version);
        indexes.get(version);
        trail.record(Action.byService("index made again").because(damage).with("corpus", version.corpus()).with("version", version.version()));
    }
}
