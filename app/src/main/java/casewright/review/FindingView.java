package casewright.review;

import casewright.drafting.Assessments;
import casewright.drafting.Draft;
import casewright.drafting.Finding;
import casewright.drafting.ReportTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An assessment as the workbench shows it.
///
/// @param look  class of the style sheet: good, warn or plain
/// @param where the field or sentence that it is about; null where it is about neither
public record FindingView(String title, String answer, String rule, String cites, String knowledge, String look, @Nullable Place where) {

    /// A row of another tab.
    ///
    /// @param row id of the row in the page
    public record Place(String tab, String row, String words) {
    }

    /// What concerns a reviewer first comes first; kinds that are not named here follow.
    private static final Map<String, String> HEADINGS = headings();

    /// What stands under one heading.
    public record Group(String heading, List<FindingView> findings) {
    }

    static List<Group> grouped(Draft draft, ReportTemplate template) {
        Map<String, List<FindingView>> groups = new LinkedHashMap<>();
        HEADINGS.values().forEach(heading -> groups.putIfAbsent(heading, new ArrayList<>()));
        for (Finding finding : draft.findings()) groups.computeIfAbsent(HEADINGS.getOrDefault(finding.kind(), capital(finding.kind())), kind -> new ArrayList<>()).add(view(finding, draft, template));
        return groups.entrySet().stream().filter(group -> !group.getValue().isEmpty()).map(group -> new Group(group.getKey(), group.getValue())).toList();
    }

    private static FindingView view(Finding finding, Draft draft, ReportTemplate template) {
        String look = switch (finding.kind()) {
            case "validity" -> finding.answer().equals("valid") ? "good" : "warn";
            case "criterion" -> finding.answer().equals(Assessments.MISSING) ? "warn" : "good";
            case "contradiction", "mismatch" -> "warn";
            case "seriousness" -> finding.answer().startsWith("serious") ? "warn" : "plain";
            default -> "plain";
        };
        Optional<ReportTemplate.Field> field = template.field(finding.title());
        String title = template.titleOf(finding.title()).orElse(finding.title());
        String places = field.isPresent() && finding.citations().isEmpty() ? draft.find(finding.title()).map(found -> SectionView.row(field.get(), found).cites()).orElse("")
                : SectionView.places(finding.citations());
        return new FindingView(title, finding.answer(), finding.rule(), places, SectionView.words(finding.citations()), look, field.isPresent() && draft.find(finding.title()).isPresent() ? new Place("fields", SectionView.rowId(finding.title()), "Show the field") : sentence(finding, draft));
    }

    /// The sentence that a mismatch was found in: the one that rests on the same words.
    private static @Nullable Place sentence(Finding finding, Draft draft) {
        if (!finding.kind().equals("mismatch")) return null;
        for (int i = 0; i < draft.narrative().size(); i++) {
            if (draft.narrative().get(i).citations().equals(finding.citations())) return new Place("narrative", "s-" + i, "Show the sentence");
        }
        return null;
    }

    private static Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("contradiction", "The source contradicts itself");
        headings.put("mismatch", "Fields and narrative differ");
        headings.put("validity", "Validity");
        headings.put("criterion", "Validity");
        headings.put("seriousness", "Seriousness");
        headings.put("clock", "Clocks");
        headings.put("completeness", "Completeness");
        headings.put("time to onset", "Time to onset");
        headings.put("listedness", "Listedness in the company's reference safety information");
        headings.put("literature", "Published knowledge");
        headings.put("question", "Questions to ask the reporter");
        return headings;
    }

    private static String capital(String kind) {
        return kind.isEmpty() ? "Other" : Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }
}
