package casewright.review;

import casewright.access.SignedIn;
import casewright.cases.Arrival;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.drafting.Drafts;
import casewright.refusal.RefusedException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One page a decision: what it means, why, and for a signature the password again. A refusal shows the same page with its words.
@Controller
@RequestMapping("/cases/{id}")
class DecisionPages {

    private final Cases cases;
    private final Drafts drafts;
    private final Review review;
    private final Decisions decisions;
    private final LockedDocuments locked;

    DecisionPages(Cases cases, Drafts drafts, Review review, Decisions decisions, LockedDocuments locked) {
        this.locked = locked;
        this.cases = cases;
        this.drafts = drafts;
        this.review = review;
        this.decisions = decisions;
    }

    private interface Deed {
        void run();
    }

    @PostMapping("/take")
    String take(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        review.take(id, me.person());
        return workbench(id);
    }

    @PostMapping("/release")
    String release(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        review.release(id, me.person());
        return "redirect:/";
    }

    @PostMapping("/retry")
    String retry(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        decisions.tryAgain(id, me.person());
        return workbench(id);
    }

    /// The password of a locked document comes in the body and goes no further.
    @PostMapping("/documents/{document}/password")
    String unlock(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @PathVariable long document, @RequestParam String password, RedirectAttributes shown) {
        try {
            locked.open(id, document, password, me.person());
        } catch (RefusedException e) {
            shown.addFlashAttribute("passwordRefusal", e.text());
        }
        return workbench(id);
    }

    @PostMapping("/documents/{document}/leave-out")
    String leaveOut(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @PathVariable long document) {
        locked.leaveOut(id, document, me.person());
        return workbench(id);
    }

    @GetMapping({"/return", "/void", "/confirm-no-case", "/overturn-no-case", "/duplicate"})
    String reasonPage(@PathVariable long id, jakarta.servlet.http.HttpServletRequest request, Model model) {
        return decide(id, request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1), model);
    }

    @PostMapping("/return")
    String giveBack(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam String reason, Model model, HttpServletResponse response) {
        return decided(() -> review.giveBack(id, me.person(), reason), id, "return", model, response);
    }

    @PostMapping("/void")
    String voidCase(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam String reason, Model model, HttpServletResponse response) {
        return decided(() -> decisions.voidCase(id, me.person(), reason), id, "void", model, response);
    }

    @PostMapping("/confirm-no-case")
    String confirmNoCase(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam String reason, Model model, HttpServletResponse response) {
        return decided(() -> decisions.confirmNoCase(id, me.person(), reason), id, "confirm-no-case", model, response);
    }

    @PostMapping("/overturn-no-case")
    String overturnNoCase(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam String reason, Model model, HttpServletResponse response) {
        return decided(() -> decisions.overturnNoCase(id, me.person(), reason), id, "overturn-no-case", model, response);
    }

    @PostMapping("/duplicate")
    String duplicate(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam String number, @RequestParam String reason, Model model, HttpServletResponse response) {
        return decided(() -> decisions.markDuplicate(id, me.person(), number, reason), id, "duplicate", model, response);
    }

    @GetMapping("/sign")
    String signPage(@PathVariable long id, Model model) {
        model.addAttribute("meanings", Review.MEANINGS);
        Drafts.Revision newest = drafts.getNewest(id);
        model.addAttribute("revision", newest);
        model.addAttribute("overview", Overview.of(newest.draft()));
        return decide(id, "sign", model);
    }

    @PostMapping("/sign")
    String sign(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam String password, @RequestParam String meaning, @RequestParam int expectedRevision,
            Model model, HttpServletResponse response) {
        String next = decided(() -> review.sign(id, me.person(), password, meaning, expectedRevision), id, "sign", model, response);
        return model.containsAttribute("refusal") ? signPage(id, model) : next;
    }

    @GetMapping("/arrival")
    String arrivalPage(@PathVariable long id, Model model) {
        model.addAttribute("how", Arrival.RECEIVED_HOW);
        model.addAttribute("types", Arrival.REPORT_TYPES);
        return decide(id, "arrival", model);
    }

    @PostMapping("/arrival")
    String arrival(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receiptDate, @RequestParam String receivedHow,
            @RequestParam String reportType, @RequestParam(defaultValue = "") String sender, @RequestParam(defaultValue = "") String country, @RequestParam String reason,
            Model model, HttpServletResponse response) {
        String next = decided(() -> decisions.correctArrival(id, new Arrival(receiptDate, receivedHow, reportType, sender.strip(), country.strip().toUpperCase(Locale.ROOT)), me.person(), reason),
                id, "arrival", model, response);
        return model.containsAttribute("refusal") ? arrivalPage(id, model) : next;
    }

    private String decided(Deed deed, long id, String decision, Model model, HttpServletResponse response) {
        try {
            deed.run();
            return workbench(id);
        } catch (RefusedException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusal", e.text());
            return decide(id, decision, model);
        }
    }

    private String decide(long id, String decision, Model model) {
        ReportCase report = cases.get(id);
        model.addAttribute("report", report);
        model.addAttribute("decision", decision);
        model.addAttribute("likely", cases.likely(report));
        return "review/decide";
    }

    private static String workbench(long id) {
        return "redirect:/cases/" + id;
    }
}
