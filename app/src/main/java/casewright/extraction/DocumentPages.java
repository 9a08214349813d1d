package casewright.extraction;

import casewright.access.SignedIn;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.extraction.recognition.ImageFile;
import casewright.intake.Documents;
import casewright.intake.SourceDocument;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// A document's bytes and the places of its words, for the workbench.
@Controller
@RequestMapping("/documents/{id}")
class DocumentPages {

    private final Documents documents;
    private final DocumentTexts texts;
    private final AuditTrail trail;

    DocumentPages(Documents documents, DocumentTexts texts, AuditTrail trail) {
        this.documents = documents;
        this.texts = texts;
        this.trail = trail;
    }

    /// The bytes as they came. A text is sent as a text whatever it holds, and a Word document or e-mail as a download, so that nothing in them is run.
    @GetMapping("/content")
    ResponseEntity<byte[]> content(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        SourceDocument document = documents.get(id);
        byte[] content = documents.content(id);
        trail.record(Action.by(me.person().name(), me.person().id(), "document opened").onDocument(id).with("as", "file"));
        MediaType type = document.isPdf() ? MediaType.APPLICATION_PDF : document.isPlainText() ? new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8) : MediaType.APPLICATION_OCTET_STREAM;
        ContentDisposition.Builder shown = document.isPdf() || document.isPlainText() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.filename(document.fileName(), StandardCharsets.UTF_8).build().toString()).body(content);
    }

    /// A page of an image as a browser can show it; the kinds that scanners write are not all of them.
    @GetMapping("/page-image")
    ResponseEntity<byte[]> pageImage(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam int page) {
        if (!documents.get(id).isImage()) throw new RefusedException(Reason.NOT_FOUND, "The document " + id + " is no image.");
        trail.record(Action.by(me.person().name(), me.person().id(), "document opened").onDocument(id).with("as", "image of page " + page));
        try (ImageFile file = ImageFile.open(documents.content(id))) {
            if (page < 1 || page > file.pageCount()) throw noPage(id, page);
            return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).cacheControl(CacheControl.noStore()).body(file.forBrowser(page));
        }
    }

    private static RefusedException noPage(long id, int page) {
        return new RefusedException(Reason.NOT_FOUND, "The document " + id + " has no page " + page + ".");
    }

    /// @param words start and end in the page's text, then x, y, width, height in points from the page's upper left corner
    record PageWords(int page, float width, float height, List<float[]> words, List<Mark> marks) {
    }

    /// @param caseId whose version of the text is wanted; without it the newest
    @GetMapping("/words")
    @ResponseBody
    PageWords words(@PathVariable long id, @RequestParam int page, @RequestParam(name = "case", defaultValue = "0") long caseId) {
        DocumentText text = texts.ofCase(caseId, id).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "The document " + id + " has not been read yet."));
        Page found = text.pages().stream().filter(one -> one.number() == page).findFirst()
                .orElseThrow(() -> noPage(id, page));
        List<float[]> words = found.words().stream().map(word -> new float[] {word.start(), word.end(), word.x(), word.y(), word.width(), word.height()}).toList();
        return new PageWords(page, found.widthPoints(), found.heightPoints(), words, Mark.in(found));
    }
}
