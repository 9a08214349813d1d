package casewright.review;

import casewright.access.SignedIn;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.drafting.Drafts;
import casewright.drafting.ReportDrafter;
import casewright.evidence.CitedPassages.Cited;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.PassageId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// "Cite this in the case": a form below a passage of the search page, and what takes a cited passage away and puts it back.
@Controller
class PassagePages {

    private final Cases cases;
    private final Drafts drafts;
    private final ReportDrafter drafter;
    private final PassageCitations citations;

    PassagePages(Cases cases, Drafts drafts, ReportDrafter drafter, PassageCitations citations) {
        this.cases = cases;
        this.drafts = drafts;
        this.drafter = drafter;
        this.citations = citations;
    }

    /// @param passage   id of the first passage as text
    /// @param adjoining how many are shown as one
    /// @param report    number of the chosen case; 0: the first one
    @GetMapping("/citations/form")
    String form(@AuthenticationPrincipal SignedIn me, @RequestParam String passage, @RequestParam(defaultValue = "1") int adjoining, @RequestParam(defaultValue = "0") long report, Model model) {
        List<ReportCase> open = citations.openTo(me.person());
        model.addAttribute("passage", passage);
        model.addAttribute("adjoining", adjoining);
        model.addAttribute("cases", open);
        open.stream().filter(one -> one.id() == report).findFirst().or(() -> open.stream().findFirst()).ifPresent(chosen -> {
            model.addAttribute("chosen", chosen);
            drafts.findNewest(chosen.id()).ifPresent(revision -> model.addAttribute("sections", SectionView.of(revision.draft(), drafter.template())));
        });
        return "review/passages :: form";
    }

    @PostMapping("/citations")
    String cite(@AuthenticationPrincipal SignedIn me, @RequestParam String passage, @RequestParam(defaultValue = "1") int adjoining, @RequestParam long report, @RequestParam(defaultValue = "") String path, Model model, HttpServletResponse response) {
        return answered(report, () -> citations.cite(report, path, id(passage), adjoining, me.person()), "Cited in ", model, response);
    }

    @PostMapping("/citations/{report}/{id}/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @PathVariable long report, @PathVariable long id, Model model, HttpServletResponse response) {
        return answered(report, () -> citations.remove(report, id, me.person()), "Removed from ", model, response);
    }

    @PostMapping("/citations/{report}/{id}/put-back")
    String putBack(@AuthenticationPrincipal SignedIn me, @PathVariable long report, @PathVariable long id, Model model, HttpServletResponse response) {
        return answered(report, () -> citations.putBack(report, id, me.person()), "Cited again in ", model, response);
    }

    private String answered(long report, Supplier<Cited> deed, String done, Model model, HttpServletResponse response) {
        try {
            Cited one = deed.get();
            model.addAttribute("done", done + cases.get(report).number() + (one.path().isEmpty() ? "" : ", beside “" + label(one.path()) + "”") + ".");
            model.addAttribute("cited", one);
        } catch (RefusedException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusal", e.text());
        }
        return "review/passages :: done";
    }

    private String label(String path) {
        return drafter.template().field(path).map(field -> field.label()).orElse(path);
    }

    private static PassageId id(String text) {
        try {
            return PassageId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.INVALID, "This names no passage. Please search once more.");
        }
    }
}
