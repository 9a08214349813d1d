package casewright.knowledge;

import casewright.knowledge.forms.JsonLinesForm;
import casewright.knowledge.forms.KnowledgeForm;
import casewright.knowledge.forms.PageReader;
import casewright.knowledge.forms.PagedForm;
import casewright.knowledge.forms.TextForm;
import java.util.List;
import org.springframework.stereotype.Component;

/// The forms in which a company brings its own knowledge.
@Component
record KnowledgeForms(KnowledgeSettings settings, PageReader pages) {

    /// Texts with a header block, JSON lines, labels in SPL, PDF and Word files.
    List<KnowledgeForm> own(KnowledgeImport.Wanted wanted) {
        int most = settings.largestDocumentChars();
        return List.of(new TextForm(wanted.product(), most), new JsonLinesForm(wanted.product(), most, false), KnowledgeForm.named("spl", null, most).orElseThrow(),
                new PagedForm(pages, wanted.documentKind(), wanted.product(), most));
    }
}
