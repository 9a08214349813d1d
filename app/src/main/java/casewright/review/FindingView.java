package casewright.review;

import casewright.drafting.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An assessment as the workbench shows it.
///
/// @param look class of the style sheet: good, warn or plain
public record FindingView(String title, String answer, String rule, String cites, String knowledge, String look) {

    /// What concerns a reviewer first comes first; kinds that are not named here follow.
    private static final Map<String, String> HEADINGS = headings();

    /// @param findings at least one
    public record Group(String heading, List<FindingView> findings) {
    }

    static List<Group> grouped(List<Finding> findings) {
        Map<String, List<FindingView>> groups = new LinkedHashMap<>();
        HEADINGS.values().forEach(heading -> groups.put(heading, new ArrayList<>()));
        for (Finding finding : findings) groups.computeIfAbsent(HEADINGS.getOrDefault(finding.kind(), capital(finding.kind())), kind -> new ArrayList<>()).add(view(finding));
        return groups.entrySet().stream().filter(group -> !group.getValue().isEmpty()).map(group -> new Group(group.getKey(), group.getValue())).toList();
    }

    private static FindingView view(Finding finding) {
        String look = switch (finding.kind()) {
            case "validity" -> finding.answer().equals("valid") ? "good" : "warn";
            case "contradiction", "mismatch" -> "warn";
            case "seriousness" -> finding.answer().startsWith("serious") ? "warn" : "plain";
            default -> "plain";
        };
        return new FindingView(finding.title(), finding.answer(), finding.rule(), SectionView.places(finding.citations()), SectionView.words(finding.citations()), look);
    }

    private static Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("validity", "Validity");
        headings.put("seriousness", "Seriousness and clock");
        headings.put("clock", "Seriousness and clock");
        headings.put("contradiction", "The source contradicts itself");
        headings.put("mismatch", "Fields and narrative differ");
        headings.put("completeness", "Completeness");
        headings.put("time to onset", "Time to onset");
        headings.put("listedness", "Listedness in the company's reference safety information");
        headings.put("question", "Questions to ask the reporter");
        return headings;
    }

    private static String capital(String kind) {
        return kind.isEmpty() ? "Other" : Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }
}
