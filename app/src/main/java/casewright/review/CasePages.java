package casewright.review;

import casewright.access.Person;
import casewright.access.Signatures;
import casewright.access.SignedIn;
import casewright.audit.Action;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.drafting.Draft;
import casewright.drafting.Drafts;
import casewright.drafting.ReportDrafter;
import casewright.evidence.CitedPassages;
import casewright.evidence.Evidence;
import casewright.evidence.EvidenceTrail;
import casewright.extraction.DocumentText;
import casewright.extraction.DocumentTexts;
import casewright.intake.Documents;
import casewright.intake.SourceDocument;
import casewright.llm.ModelCalls;
import casewright.reading.Readings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The workbench: the document on the left, what was drafted from it on the right.
@Controller
@RequestMapping("/cases/{id}")
class CasePages {

    private static final int CALLS_A_PAGE = 25;
    private static final List<String> OPENINGS = List.of("case opened for reading", "document opened");
    private static final Draft EMPTY = new Draft(0, 0, "", "", List.of(), List.of(), List.of());

    private final Stores stores;
    private final Trails trails;
    private final ReportDrafter drafter;
    private final Clock clock;
    private final LockedDocuments locked;

    CasePages(Stores stores, Trails trails, ReportDrafter drafter, Clock clock, LockedDocuments locked) {
        this.locked = locked;
        this.stores = stores;
        this.trails = trails;
        this.drafter = drafter;
        this.clock = clock;
    }

    /// The case and its content.
    @org.springframework.stereotype.Component
    record Stores(Cases cases, Drafts drafts, Documents documents, DocumentTexts texts, Readings readings) {
    }

    /// What shaped it.
    @org.springframework.stereotype.Component
    record Trails(AuditTrail audit, EvidenceTrail evidence, CitedPassages cited, ModelCalls modelCalls, Signatures signatures) {
    }

    /// @param view "text" shows a PDF's text as the service read it
    @GetMapping
    String workbench(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String tab, @RequestParam(defaultValue = "0") long document,
            @RequestParam(defaultValue = "") String view, Model model) {
        ReportCase report = stores.cases().get(id);
        recordOpening(me, id);
        List<SourceDocument> documents = stores.cases().documentIds(id).stream().map(stores.documents()::get).toList();
        Optional<SourceDocument> shown = documents.stream().filter(one -> one.id() == document).findFirst()
                .or(() -> documents.stream().filter(one -> locked.isLocked(report, one)).findFirst())
                .or(() -> documents.stream().filter(one -> !one.isArchive() && stores.texts().ofCase(id, one.id()).filter(DocumentText::wasRead).isPresent()).findFirst())
                .or(() -> documents.stream().findFirst());
        shown.ifPresent(one -> show(report, one, view.equals("text"), me.person(), model));
        model.addAttribute("documents", documents);
        panel(report, tab, me.person(), model);
        return "review/case";
    }

    /// Parts of the page that are asked for by their own address are an opening, too.
    private void recordOpening(SignedIn me, long id) {
        trails.audit().record(Action.by(me.person().name(), me.person().id(), "case opened for reading").onCase(id));
    }

    private void show(ReportCase report, SourceDocument document, boolean asText, Person person, Model model) {
        Optional<DocumentText> text = stores.texts().ofCase(report.id(), document.id());
        model.addAttribute("shownDocument", document);
        if (text.isEmpty() || !text.get().wasRead()) {
            boolean isLocked = locked.isLocked(report, document);
            model.addAttribute("isLocked", isLocked);
            if (!isLocked) text.ifPresent(unread -> model.addAttribute("whyUnread", unread.warnings()));
            return;
        }
        Draft draft = stores.drafts().findNewest(report.id()).map(Drafts.Revision::draft).orElse(EMPTY);
        DocumentView shown = DocumentView.of(document, text.get(), draft, asText);
        if (shown.asText()) trails.audit().record(Action.by(person.name(), person.id(), "document opened").onCase(report.id()).onDocument(document.id()).with("as", "text"));
        model.addAttribute("documentView", shown);
    }

    /// The right half alone, when another tab is chosen.
    @GetMapping("/panel")
    String panel(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String tab, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fromPage, Model model) {
        if (!fromPage) recordOpening(me, id);
        panel(stores.cases().get(id), tab, me.person(), model);
        return "review/case :: panel";
    }

    /// The case's head alone, while the service works on it. @return the whole page's address once it is done
    @GetMapping("/progress")
    String progress(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model, jakarta.servlet.http.HttpServletResponse response) {
        ReportCase report = stores.cases().get(id);
        if (!report.status().isAutomatic()) response.setHeader("HX-Refresh", "true");
        model.addAttribute("report", report);
        model.addAttribute("progress", progressOf(report));
        return "review/case :: progress";
    }

    /// Where the case stands, in a line, asked anew until the service is done with it: for the list of uploads.
    @GetMapping("/state")
    String state(@PathVariable long id, Model model) {
        ReportCase report = stores.cases().get(id);
        model.addAttribute("report", report);
        model.addAttribute("words", report.status().isAutomatic() ? progressOf(report).words() : report.statusReason());
        return "review/state";
    }

    private Progress progressOf(ReportCase report) {
        return Progress.of(report, report.status() == CaseStatus.RECEIVED ? stores.cases().automaticBefore(report.id()) : 0);
    }

    /// One page of the questions to the model.
    ///
    /// @param page 0-based
    @GetMapping("/model-calls")
    String modelCalls(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "0") int page, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fromPage, Model model) {
        if (!fromPage) recordOpening(me, id);
        ReportCase report = stores.cases().get(id);
        model.addAttribute("report", report);
        calls(id, page, model);
        return "review/trails :: calls";
    }

    private void calls(long caseId, int wanted, Model model) {
        long total = trails.modelCalls().count(caseId);
        int pages = Math.toIntExact(Math.max(1, (total + CALLS_A_PAGE - 1) / CALLS_A_PAGE));
        int page = Math.clamp(wanted, 0, pages - 1);
        model.addAttribute("calls", trails.modelCalls().page(caseId, page * CALLS_A_PAGE, CALLS_A_PAGE));
        model.addAttribute("callsTotal", total);
        model.addAttribute("callsFirst", page * CALLS_A_PAGE + 1);
        model.addAttribute("callsPage", page);
        model.addAttribute("callsPages", pages);
    }

    void panel(ReportCase report, String wantedTab, Person person, Model model) {
        Optional<Drafts.Revision> newest = stores.drafts().findNewest(report.id());
        List<String> tabs = newest.isPresent() ? List.of("fields", "narrative", "assessments", "evidence", "trail", "reading") : List.of("evidence", "trail", "reading");
        String tab = tabs.contains(wantedTab) ? wantedTab : newest.isPresent() ? "fields" : "reading";
        model.addAttribute("report", report);
        model.addAttribute("me", person);
        model.addAttribute("rights", Rights.of(report, person, trails.signatures().ofCase(report.id())));
        model.addAttribute("whyNot", Corrections.whyNot(report, person).orElse(""));
        model.addAttribute("due", Due.of(report, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        model.addAttribute("likely", stores.cases().likely(report).stream().filter(other -> !Long.valueOf(other.id()).equals(report.followsCaseId())).toList());
        Optional.ofNullable(report.followsCaseId()).flatMap(stores.cases()::find).ifPresent(earlier -> model.addAttribute("follows", earlier));
        model.addAttribute("tab", tab);
        if (report.status().isAutomatic()) model.addAttribute("progress", progressOf(report));
        model.addAttribute("approved", report.status() == CaseStatus.APPROVED || report.status() == CaseStatus.SUPERSEDED);
        newest.ifPresent(revision -> {
            model.addAttribute("revision", revision);
            model.addAttribute("overview", Overview.of(revision.draft()));
            model.addAttribute("signatures", trails.signatures().ofCase(report.id()));
        });
        switch (tab) {
            case "fields" -> newest.ifPresent(revision -> {
                model.addAttribute("sections", SectionView.of(revision.draft(), drafter.template()));
                List<Evidence> evidence = trails.evidence().ofCase(report.id()).stream().map(EvidenceTrail.Entry::evidence).toList();
                model.addAttribute("beside", BesideView.of(revision.draft(), evidence, trails.cited().ofCase(report.id())));
            });
            case "narrative" -> newest.ifPresent(revision -> model.addAttribute("sentences", SentenceView.of(revision.draft())));
            case "assessments" -> newest.ifPresent(revision -> model.addAttribute("findings", FindingView.grouped(revision.draft(), drafter.template())));
            case "evidence" -> model.addAttribute("evidence", trails.evidence().ofCase(report.id()).stream().sorted(Comparator.comparing(entry -> entry.evidence().answer().isEmpty())).toList());
            case "trail" -> {
                Map<Boolean, List<AuditEntry>> entries = trails.audit().ofCase(report.id()).stream().collect(Collectors.partitioningBy(entry -> OPENINGS.contains(entry.action())));
                model.addAttribute("entries", entries.get(false));
                model.addAttribute("openings", entries.get(true));
                model.addAttribute("evidence", trails.evidence().ofCase(report.id()));
                calls(report.id(), 0, model);
                model.addAttribute("revisions", RevisionDiff.of(stores.drafts().all(report.id()), drafter.template()));
            }
            default -> {
            }
        }
        stores.readings().find(report.id()).ifPresent(reading -> model.addAttribute("reading", ReadingView.of(reading, stores.cases().documentIds(report.id()))));
    }
}
