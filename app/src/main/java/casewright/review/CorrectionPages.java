package casewright.review;

import casewright.access.SignedIn;
import casewright.cases.Cases;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.Drafts;
import casewright.drafting.FieldValue;
import casewright.drafting.ReportDrafter;
import casewright.drafting.ReportTemplate;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Editing in place: a form in the place of what it changes. A refusal answers with the same form, the person's text in it.
@Controller
@RequestMapping("/cases/{id}")
class CorrectionPages {

    private final Cases cases;
    private final Drafts drafts;
    private final Corrections corrections;
    private final ReportDrafter drafter;
    private final CasePages casePages;

    CorrectionPages(Cases cases, Drafts drafts, Corrections corrections, ReportDrafter drafter, CasePages casePages) {
        this.cases = cases;
        this.drafts = drafts;
        this.corrections = corrections;
        this.drafter = drafter;
        this.casePages = casePages;
    }

    /// @param change as in [CorrectionForm]; says what the form is for
    @GetMapping("/edit")
    String form(@PathVariable long id, @RequestParam String change, @RequestParam(defaultValue = "") String path, @RequestParam(defaultValue = "0") int index,
            @RequestParam(defaultValue = "") String section, Model model) {
        Draft draft = drafts.getNewest(id).draft();
        String value = switch (change) {
            case "field" -> draft.shown(path);
            case "sentence" -> index >= 0 && index < draft.narrative().size() ? draft.narrative().get(index).sentence() : "";
            default -> "";
        };
        return form(id, new CorrectionForm(change, path, value, index, section, "", "", draft.revision()), draft, model);
    }

    @PostMapping("/corrections")
    String correct(@AuthenticationPrincipal SignedIn me, @PathVariable long id, CorrectionForm sent, @RequestParam(defaultValue = "fields") String tab,
            @RequestParam(required = false) List<String> codes, Model model, HttpServletResponse response) {
        CorrectionForm form = codes == null || !"field".equals(sent.change()) ? sent
                : new CorrectionForm(sent.change(), sent.path(), String.join("; ", codes), sent.index(), sent.section(), sent.nullFlavor(), sent.reason(), sent.expectedRevision());
        try {
            corrections.correct(id, form.toCorrection(), me.person());
            response.setHeader("HX-Retarget", "#panel");
            response.setHeader("HX-Reswap", "outerHTML show:none");
            response.setHeader("HX-Trigger", "saved");
            casePages.panel(cases.get(id), tab, me.person(), model);
            return "review/case :: saved";
        } catch (RefusedException e) {
            Draft draft = drafts.getNewest(id).draft();
            boolean conflict = e.reason() == Reason.CONFLICT;
            response.setStatus(conflict ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusal", e.text());
            if (conflict) model.addAttribute("present", present(form, draft));
            // Saving again is meant: the person has seen what stands there now.
            CorrectionForm again = new CorrectionForm(form.change(), form.path(), form.value(), form.index(), form.section(), form.nullFlavor(), form.reason(), draft.revision());
            return form(id, again, draft, model);
        }
    }

    private static String present(CorrectionForm form, Draft draft) {
        int index = form.index() == null ? -1 : form.index();
        String path = form.path() == null ? "" : form.path();
        if (String.valueOf(form.change()).startsWith("sentence")) return index >= 0 && index < draft.narrative().size() ? draft.narrative().get(index).sentence() : "";
        return draft.find(path).map(DraftField::shown).filter(shown -> !shown.isEmpty()).orElse("not stated");
    }

    private String form(long id, CorrectionForm form, Draft draft, Model model) {
        model.addAttribute("caseId", id);
        model.addAttribute("form", form);
        String change = String.valueOf(form.change());
        if (change.equals("field") || change.equals("notStated")) {
            String path = form.path() == null ? "" : form.path();
            ReportTemplate.Field field = drafter.template().field(path).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "The template has no field " + path + "."));
            DraftField found = draft.find(path).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "The draft has no such field any more. Please reload the page."));
            model.addAttribute("field", field);
            model.addAttribute("row", SectionView.row(field, found));
            model.addAttribute("longest", FieldRules.longest(field));
            model.addAttribute("chosen", Arrays.asList(String.valueOf(form.value()).split("; ")));
            model.addAttribute("earlier", drafts.all(id).stream().filter(revision -> DraftEdit.isSameItem(revision.draft(), draft, path)).flatMap(revision -> revision.draft().find(path).stream()).map(DraftField::shown)
                    .filter(shown -> !shown.isEmpty() && !shown.equals(found.shown())).distinct().toList());
            if (found.value() instanceof FieldValue.Unclear unclear) model.addAttribute("alternatives", unclear.alternatives());
            return "review/edit :: field";
        }
        if (change.startsWith("item")) {
            model.addAttribute("section", drafter.template().sections().stream().filter(one -> one.id().equals(form.section())).findFirst()
                    .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "The template has no such section.")));
            return "review/edit :: item";
        }
        return "review/edit :: sentence";
    }
}
