package casewright.knowledge;

import casewright.access.SignedIn;
import casewright.audit.Action;
import casewright.refusal.RefusedException;
import casewright.retrieval.IndexingProgress;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The administrator's list of corpora and their versions, and the import of a small one; large ones come by `./casewright import-knowledge`.
@Controller
@RequestMapping("/admin/corpora")
class CorpusPages {

    private final Corpora corpora;
    private final KnowledgeImport knowledge;

    CorpusPages(Corpora corpora, KnowledgeImport knowledge) {
        this.corpora = corpora;
        this.knowledge = knowledge;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("versions", corpora.all());
        model.addAttribute("current", corpora.newestReady().stream().map(ImportedVersion::id).toList());
        return "knowledge/corpora";
    }

    @PostMapping
    String add(@AuthenticationPrincipal SignedIn me, @RequestParam String corpus, @RequestParam ImportedVersion.Kind kind, @RequestParam(defaultValue = "") String product,
            @RequestParam("file") List<MultipartFile> files, Model model) {
        List<KnowledgeFile> chosen = files.stream().filter(file -> !file.isEmpty()).map(file -> new KnowledgeFile(String.valueOf(file.getOriginalFilename()), file::getInputStream)).toList();
        try {
            KnowledgeImport.Wanted wanted = new KnowledgeImport.Wanted(corpus.strip(), kind, product.isBlank() ? null : product.strip(), "uploaded by " + me.person().name());
            KnowledgeImport.Imported imported = knowledge.run(wanted, chosen, Action.by(me.person().name(), me.person().id(), "knowledge imported"), IndexingProgress.UNWATCHED);
            model.addAttribute("done", imported.isNew() ? "Version " + imported.version().version() + " of " + corpus + " is there: " + imported.version().documents() + " documents, "
                    + imported.version().passages() + " passages." : "The same content is there already, as version " + imported.version().version() + ".");
        } catch (RefusedException e) {
            model.addAttribute("refusal", e.text());
        }
        return list(model);
    }
}
