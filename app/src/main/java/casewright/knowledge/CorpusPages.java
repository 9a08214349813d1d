package casewright.knowledge;

import casewright.access.Role;
import casewright.access.SignedIn;
import casewright.audit.Action;
import casewright.knowledge.ImportedVersion.State;
import casewright.refusal.RefusedException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The administrator's page of corpora: imports and how far they are, versions, who may search what.
@Controller
@RequestMapping("/admin/corpora")
class CorpusPages {

    private static final int RUNS_SHOWN = 10;
    private static final Map<String, String> FORMS = forms();

    private final Corpora corpora;
    private final ImportRuns runs;
    private final ImportDesk desk;
    private final Retirement retirement;
    private final CorpusRights rights;

    CorpusPages(Corpora corpora, ImportRuns runs, ImportDesk desk, Retirement retirement, CorpusRights rights) {
        this.corpora = corpora;
        this.runs = runs;
        this.desk = desk;
        this.retirement = retirement;
        this.rights = rights;
    }

    private static Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(ImportRun.OWN_TEXTS, "own PDF, Word, texts, JSON, SPL");
        forms.put("spl", "FDA labels: SPL as XML or release ZIPs");
        forms.put("openfda", "openFDA labels as JSON");
        forms.put("pubmed", "PubMed citations");
        forms.put("jats", "articles in JATS");
        forms.put("medquad", "MedQuAD");
        forms.put("ctcae", "CTCAE v5.0");
        forms.put("jsonl", "JSON lines");
        return forms;
    }

    /// What the form of an import says.
    record Wish(@Nullable String corpus, ImportedVersion.@Nullable Kind kind, @Nullable String form, @Nullable String product, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate validFrom,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate validTo, @Nullable String country, @Nullable String document, @Nullable String path, @Nullable Boolean adds) {

        KnowledgeImport.Wanted wanted(String source) {
            if (corpus == null || kind == null) throw new RefusedException(RefusedException.Reason.INVALID, "An import needs the name of a corpus and its kind; nothing was imported.");
            Validity validity = new Validity(validFrom, validTo, country == null ? "" : country.strip().toUpperCase(Locale.ROOT));
            return new KnowledgeImport.Wanted(corpus.strip(), kind, product == null || product.isBlank() ? null : product.strip(), source, validity, documentKind(), Boolean.TRUE.equals(adds));
        }

        private String documentKind() {
            if (document == null || document.isBlank()) return "";
            if (!KnowledgeImport.DOCUMENT_KINDS.contains(document)) throw new RefusedException(RefusedException.Reason.INVALID, "There is no such kind of document; nothing was imported.");
            return document;
        }

        String formName() {
            return form == null || form.isBlank() ? ImportRun.OWN_TEXTS : form;
        }
    }

    /// Who may search one corpus.
    record Access(String corpus, boolean officers, boolean reviewers, String products) {
    }

    @GetMapping
    String list(Model model) {
        List<ImportedVersion> versions = corpora.all();
        model.addAttribute("versions", versions);
        model.addAttribute("current", corpora.newestReady().stream().map(ImportedVersion::id).toList());
        model.addAttribute("forms", FORMS);
        model.addAttribute("documentKinds", KnowledgeImport.DOCUMENT_KINDS);
        model.addAttribute("serverFolder", desk.serverFolder());
        model.addAttribute("access", versions.stream().filter(version -> version.state() == State.READY).map(ImportedVersion::corpus).distinct().sorted().map(this::access).toList());
        return runs(model, "knowledge/corpora");
    }

    private Access access(String corpus) {
        Map<Role, List<String>> rules = rights.rules(corpus);
        String products = rules.values().stream().filter(held -> !held.isEmpty()).findFirst().map(held -> String.join(", ", held)).orElse("");
        return new Access(corpus, rules.isEmpty() || rules.containsKey(Role.OFFICER), rules.isEmpty() || rules.containsKey(Role.REVIEWER), products);
    }

    /// The imports alone: they renew themselves while one is under way.
    @GetMapping("/runs")
    String runs(Model model) {
        return runs(model, "knowledge/corpora :: runs");
    }

    private String runs(Model model, String page) {
        List<ImportRun> newest = runs.newest(RUNS_SHOWN);
        model.addAttribute("runs", newest);
        model.addAttribute("running", newest.stream().anyMatch(run -> !run.state().isOver()));
        return page;
    }

    @PostMapping
    String add(@AuthenticationPrincipal SignedIn me, @ModelAttribute Wish wish, @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files, Model model) {
        List<KnowledgeFile> chosen = files == null ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).map(file -> new KnowledgeFile(String.valueOf(file.getOriginalFilename()), file::getInputStream)).toList();
        String path = wish.path();
        return answered(model, "The import has begun. You may leave this page: it goes on by itself, even after a crash.", () -> {
            if (path == null || path.isBlank()) desk.takeUploads(wish.wanted("uploaded by " + me.person().name()), wish.formName(), chosen, me.person());
            else desk.takePath(wish.wanted(path.strip() + " on the server"), wish.formName(), path, me.person());
        });
    }

    @PostMapping("/{id}/retire")
    String retire(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String reason, Model model) {
        return answered(model, "The version is out of use.", () -> retirement.retire(id, action(me, "version retired").because(reason.strip())));
    }

    /// @param role     who may search it besides auditors
    /// @param products with commas between them; empty: all
    @PostMapping("/access")
    String allow(@AuthenticationPrincipal SignedIn me, @RequestParam String corpus, @RequestParam(required = false) @Nullable Set<Role> role, @RequestParam(defaultValue = "") String products,
            Model model) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (role != null) roles.addAll(role);
        roles.retainAll(EnumSet.of(Role.OFFICER, Role.REVIEWER));
        return answered(model, "Who may search " + corpus + " was changed.", () -> rights.allow(corpus, roles, List.of(products.split(",")), action(me, "corpus access changed")));
    }

    private static Action action(SignedIn me, String name) {
        return Action.by(me.person().name(), me.person().id(), name);
    }

    private String answered(Model model, String done, Runnable deed) {
        try {
            deed.run();
            model.addAttribute("done", done);
        } catch (RefusedException e) {
            model.addAttribute("refusal", e.text());
        }
        return list(model);
    }
}
