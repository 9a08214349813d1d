package casewright.evidence;

import casewright.cases.Cases;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The auditor's view of what was asked of the corpora, and of what the same question finds now.
@Controller
@RequestMapping("/trail/searches")
class ReplayPages {

    private static final int ENTRIES_A_PAGE = 50;

    private final EvidenceTrail trail;
    private final Replay replay;
    private final Cases cases;

    ReplayPages(EvidenceTrail trail, Replay replay, Cases cases) {
        this.trail = trail;
        this.replay = replay;
        this.cases = cases;
    }

    /// @param before show questions older than this one
    @GetMapping
    String recorded(@RequestParam(defaultValue = "0") long before, Model model) {
        List<EvidenceTrail.Entry> entries = trail.newest(before > 0 ? before : Long.MAX_VALUE, ENTRIES_A_PAGE);
        Map<Long, String> numbers = entries.stream().map(EvidenceTrail.Entry::caseId).distinct().collect(Collectors.toMap(id -> id, id -> cases.get(id).number()));
        model.addAttribute("entries", entries);
        model.addAttribute("numbers", numbers);
        model.addAttribute("older", entries.size() == ENTRIES_A_PAGE ? entries.getLast().id() : 0L);
        return "evidence/recorded";
    }

    @GetMapping("/{id}")
    String repeat(@PathVariable long id, Model model) {
        EvidenceTrail.Entry entry = trail.find(id).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "There is no recorded question with the number " + id + "."));
        model.addAttribute("entry", entry);
        model.addAttribute("report", cases.get(entry.caseId()));
        model.addAttribute("outcome", replay.repeat(entry.evidence()));
        return "evidence/replay";
    }
}
