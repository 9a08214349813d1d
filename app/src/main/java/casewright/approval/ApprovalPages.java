package casewright.approval;

import casewright.access.Signatures;
import casewright.access.SignedIn;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.drafting.Assessments;
import casewright.drafting.Drafts;
import casewright.refusal.RefusedException;
import casewright.review.Overview;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of the second signature: says who signed what, and why this person may or may not approve.
@Controller
@RequestMapping("/cases/{id}/approve")
class ApprovalPages {

    private final Approvals approvals;
    private final Cases cases;
    private final Drafts drafts;
    private final Signatures signatures;

    ApprovalPages(Approvals approvals, Cases cases, Drafts drafts, Signatures signatures) {
        this.approvals = approvals;
        this.cases = cases;
        this.drafts = drafts;
        this.signatures = signatures;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
        ReportCase report = cases.get(id);
        Drafts.Revision revision = drafts.getNewest(id);
        model.addAttribute("report", report);
        model.addAttribute("revision", revision);
        model.addAttribute("overview", Overview.of(revision.draft()));
        model.addAttribute("missing", Assessments.missingCriteria(revision.draft()));
        model.addAttribute("signatures", signatures.ofCase(id).stream().filter(signature -> signature.contentSha256().equals(revision.sha256())).toList());
        model.addAttribute("whyNot", approvals.whyNot(report, me.person()).orElse(""));
        model.addAttribute("meanings", Approvals.MEANINGS);
        model.addAttribute("me", me.person());
        return "approval/approve";
    }

    @PostMapping
    String approve(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam String password, @RequestParam String meaning, Model model, HttpServletResponse response) {
        try {
            approvals.approve(id, me.person(), password, meaning);
            return "redirect:/cases/" + id;
        } catch (RefusedException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusal", e.text());
            return page(me, id, model);
        }
    }
}
