package casewright.audit;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The auditor's view of the whole trail. Reading it changes nothing.
@Controller
@RequestMapping("/trail")
class TrailPages {

    private static final int ENTRIES_A_PAGE = 100;
    private static final List<String> OPENINGS = List.of("case opened for reading", "document opened");

    private final AuditTrail trail;

    TrailPages(AuditTrail trail) {
        this.trail = trail;
    }

    /// @param before show entries older than this one
    /// @param caseId 0 for all cases
    @GetMapping
    String entries(@RequestParam(defaultValue = "0") long before, @RequestParam(name = "case", defaultValue = "0") long caseId, Model model) {
        List<AuditEntry> entries = caseId > 0 ? trail.ofCase(caseId).reversed() : trail.newest(before > 0 ? before : Long.MAX_VALUE, ENTRIES_A_PAGE);
        return page("all", caseId > 0 ? List.of() : entries, entries, caseId, model);
    }

    @GetMapping("/openings")
    String openings(@RequestParam(defaultValue = "0") long before, Model model) {
        List<AuditEntry> entries = trail.ofActions(OPENINGS, before > 0 ? before : Long.MAX_VALUE, ENTRIES_A_PAGE);
        return page("openings", entries, entries, 0, model);
    }

    @PostMapping("/verify")
    String verify(Model model) {
        model.addAttribute("verification", trail.verify());
        return entries(0, 0, model);
    }

    private String page(String view, List<AuditEntry> paged, List<AuditEntry> entries, long caseId, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("entries", entries);
        model.addAttribute("caseId", caseId);
        model.addAttribute("older", paged.size() == ENTRIES_A_PAGE ? paged.getLast().sequence() : 0L);
        model.addAttribute("newestHash", trail.newestHash());
        return "audit/trail";
    }
}
