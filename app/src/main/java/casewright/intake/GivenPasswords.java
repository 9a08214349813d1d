package casewright.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Passwords of locked documents from when a person gives one until the case was read: in memory alone, never in the database, the trail or a log. The end of the
/// service forgets them; the page of the case then asks again.
@Component
public class GivenPasswords {

    private static final int MOST_CASES = 200;

    private final Map<Long, List<String>> byCase = new LinkedHashMap<>();

    /// For any document of the case. Nothing is remembered of an empty one.
    public synchronized void give(long caseId, String password) {
        if (password.isEmpty()) return;
        byCase.computeIfAbsent(caseId, _ -> new ArrayList<>()).add(password);
        if (byCase.size() > MOST_CASES) byCase.remove(byCase.keySet().iterator().next());
    }

    /// In the order in which they were given.
    public synchronized List<String> of(long caseId) {
        return List.copyOf(byCase.getOrDefault(caseId, List.of()));
    }

    public synchronized void forget(long caseId) {
        byCase.remove(caseId);
    }
}
