package casewright.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened, before it has a place in the trail.
public record Action(String actor, @Nullable Long actorId, String name, @Nullable Long caseId, @Nullable Long documentId, String reason, Map<String, String> details) {

    public Action {
        details = Map.copyOf(details);
    }

    public static Action byService(String name) {
        return new Action("service", null, name, null, null, "", Map.of());
    }

    public static Action by(String actor, long actorId, String name) {
        return new Action(actor, actorId, name, null, null, "", Map.of());
    }

    public Action onCase(long id) {
        return new Action(actor, actorId, name, id, documentId, reason, details);
    }

    public Action onDocument(long id) {
        return new Action(actor, actorId, name, caseId, id, reason, details);
    }

    public Action because(String why) {
        return new Action(actor, actorId, name, caseId, documentId, why, details);
    }

    public Action with(String key, Object value) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(key, String.valueOf(value));
        return new Action(actor, actorId, name, caseId, documentId, reason, more);
    }
}
