package casewright.review;

import static casewright.cases.CaseStatus.*;

import casewright.access.Person;
import casewright.access.Role;
import casewright.access.SignedIn;
import casewright.cases.CaseStatus;
import casewright.cases.CaseTransitions;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.intake.Documents;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The work list: what waits, since when, for whom, due when.
@Controller
class QueuePages {

    private static final int CASES_A_PAGE = 50;
    private static final Set<CaseStatus> CLOSED = Set.of(APPROVED, SUPERSEDED, DUPLICATE, VOIDED, NO_CASE_CONFIRMED);
    private static final List<CaseStatus> OPEN = Arrays.stream(CaseStatus.values()).filter(status -> !CLOSED.contains(status)).toList();

    private final Cases cases;
    private final Documents documents;
    private final Clock clock;

    QueuePages(Cases cases, Documents documents, Clock clock) {
        this.cases = cases;
        this.documents = documents;
        this.clock = clock;
    }

    /// One of the views that the tabs above the table choose.
    enum View {
        OPEN_CASES("Open", OPEN), REVIEW("For review", List.of(WAITING_FOR_REVIEW, IN_REVIEW, RETURNED)), APPROVAL("For approval", List.of(SIGNED)),
        ATTENTION("Needs attention", List.of(NEEDS_ATTENTION)), NO_CASE("No case?", List.of(NO_CASE_PROPOSED, SPECIAL_SITUATION)), RUNNING("In progress", List.of(RECEIVED, READING, DRAFTING)),
        DONE("Approved", List.of(APPROVED, SUPERSEDED)), AWAY("Put away", List.of(NO_CASE_CONFIRMED, DUPLICATE, VOIDED)), ALL("All", List.of(CaseStatus.values()));

        private final String label;
        private final Collection<CaseStatus> statuses;

        View(String label, Collection<CaseStatus> statuses) {
            this.label = label;
            this.statuses = statuses;
        }

        public String label() {
            return label;
        }

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static View of(String key) {
            return Arrays.stream(values()).filter(view -> view.key().equals(key)).findFirst().orElse(OPEN_CASES);
        }
    }

    /// A number above the table, with what it counts.
    record Card(String title, long count, String meaning, String view, String look) {
    }

    /// @param fileName of the first document
    record Row(ReportCase report, Due due, String fileName) {
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String view, @RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "0") int page, Model model) {
        if (!me.person().role().seesCases()) return "redirect:/admin/people";
        fill(me.person(), view, find, page, model);
        return "review/queue";
    }

    /// The list alone: it renews itself while the service works on one of its cases.
    @GetMapping("/queue")
    String list(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String view, @RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "0") int page, Model model) {
        fill(me.person(), view, find, page, model);
        return "review/queue :: list";
    }

    private void fill(Person me, String viewKey, String find, int page, Model model) {
        View view = viewKey.isEmpty() && !find.isBlank() ? View.ALL : View.of(viewKey);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int from = Math.max(0, page) * CASES_A_PAGE;
        Cases.Listing listing = cases.search(view.statuses, find, from, CASES_A_PAGE);
        Map<Long, String> names = documents.namesByCase(listing.cases().stream().map(ReportCase::id).toList());
        model.addAttribute("rows", listing.cases().stream().map(report -> new Row(report, shownDue(report, today), names.getOrDefault(report.id(), ""))).toList());
        model.addAttribute("total", listing.total());
        model.addAttribute("page", Math.max(0, page));
        model.addAttribute("more", from + CASES_A_PAGE < listing.total());
        model.addAttribute("view", view);
        model.addAttribute("views", View.values());
        model.addAttribute("find", find);
        model.addAttribute("cards", cards(today));
        model.addAttribute("counts", counts());
        model.addAttribute("running", listing.cases().stream().anyMatch(report -> report.status().isAutomatic()));
        model.addAttribute("officer", me.is(Role.OFFICER));
        model.addAttribute("me", me);
    }

    private static Due shownDue(ReportCase report, LocalDate today) {
        return CLOSED.contains(report.status()) || CaseTransitions.isFinal(report.status()) ? new Due("", "none", "") : Due.of(report, today);
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<CaseStatus, Long> byStatus = cases.counts();
        for (View view : View.values()) counts.put(view.key(), view.statuses.stream().mapToLong(status -> byStatus.getOrDefault(status, 0L)).sum());
        return counts;
    }

    private List<Card> cards(LocalDate today) {
        List<LocalDate> dues = cases.search(OPEN, "", 0, 500).cases().stream().map(ReportCase::due).filter(Objects::nonNull).toList();
        Map<CaseStatus, Long> counts = cases.counts();
        long overdue = dues.stream().filter(due -> due.isBefore(today)).count();
        long soon = dues.stream().filter(due -> Due.isSoon(due, today)).count();
        return List.of(
                new Card("Waiting", counts.getOrDefault(WAITING_FOR_REVIEW, 0L) + counts.getOrDefault(RETURNED, 0L), "drafts nobody has taken, and returned ones", "review", "plain"),
                new Card("Due soon", soon, "open cases due within 5 days", "open_cases", soon > 0 ? "soon" : "plain"),
                new Card("Overdue", overdue, "open cases past their due date", "open_cases", overdue > 0 ? "overdue" : "plain"),
                new Card("For approval", counts.getOrDefault(SIGNED, 0L), "signed, waiting for a second reviewer", "approval", "plain"),
                new Card("Needs attention", counts.getOrDefault(NEEDS_ATTENTION, 0L), "the service could not go on", "attention", counts.containsKey(NEEDS_ATTENTION) ? "soon" : "plain"),
                new Card("No case?", counts.getOrDefault(NO_CASE_PROPOSED, 0L) + counts.getOrDefault(SPECIAL_SITUATION, 0L), "an officer confirms or overturns", "no_case", "plain"));
    }
}
