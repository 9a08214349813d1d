package casewright.audit;

import java.util.List;
import java.util.Objects;
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
    /// @param number of the case whose entries are wanted; empty for all
    @GetMapping
    String entries(@RequestParam(defaultValue = "0") long before, @RequestParam(name = "case", defaultValue = "") String number, Model model) {
        String wanted = number.strip();
        if (wanted.isEmpty()) {
            List<AuditEntry> entries = trail.newest(before > 0 ? before : Long.MAX_VALUE, ENTRIES_A_PAGE);
            return page("all", entries, entries, "", model);
        }
        return page("all", List.of(), trail.findCase(wanted).map(caseId -> trail.ofCase(caseId).reversed()).orElse(List.of()), wanted, model);
    }

    @GetMapping("/openings")
    String openings(@RequestParam(defaultValue = "0") long before, Model model) {
        List<AuditEntry> entries = trail.ofActions(OPENINGS, before > 0 ? before : Long.MAX_VALUE, ENTRIES_A_PAGE);
        return page("openings", entries, entries, "", model);
    }

    @PostMapping("/verify")
    String verify(Model model) {
        model.addAttribute("verification", trail.verify());
        return entries(0, "", model);
    }

    private String page(String view, List<AuditEntry> paged, List<AuditEntry> entries, String number, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("entries", entries);
        model.addAttribute("numbers", trail.numbers(entries.stream().map(AuditEntry::caseId).filter(Objects::nonNull).distinct().toList()));
        model.addAttribute("number", number);
        model.addAttribute("older", paged.size() == ENTRIES_A_PAGE ? paged.getLast().sequence() : 0L);
        model.addAttribute("newestHash", trail.newestHash());
        return "audit/trail";
    }
}
