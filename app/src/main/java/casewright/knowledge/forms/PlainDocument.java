package casewright.knowledge.forms;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A document of plain text with what is told about it.
///
/// @param line where it begins in the file
record PlainDocument(String fileName, int line, String id, Map<String, String> header, String text) {

    static final Set<String> HEADERS = Set.of("Title", "Product", "Kind", "Date", "Source");

    /// @param product when the document names none
    ImportedDocument asImported(@Nullable String product) {
        List<Section> sections = sections();
        if (sections.isEmpty()) throw refused(fileName, line, "begins a document without text");
        String own = header.getOrDefault("Product", "");
        KnowledgeDocument document = new KnowledgeDocument(id, header.getOrDefault("Title", id), own.isBlank() ? product : own, header.get("Source"), date(), sections);
        return new ImportedDocument(document, header.getOrDefault("Kind", ""));
    }

    private @Nullable LocalDate date() {
        String date = header.getOrDefault("Date", "");
        try {
            return date.isBlank() ? null : LocalDate.parse(date);
        } catch (DateTimeParseException _) {
            throw refused(fileName, line, "has a date that is not like 2026-03-01");
        }
    }

    /// A heading stands after "## "; text before the first heading is a section without one. Sections without text are left out.
    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        String title = "";
        StringBuilder body = new StringBuilder();
        for (String each : text.lines().toList()) {
            if (each.startsWith("## ")) {
                if (!body.toString().isBlank()) sections.add(new Section(title, body.toString().strip()));
                title = each.substring(3).strip();
                body.setLength(0);
            } else {
                body.append(each).append('\n');
            }
        }
        if (!body.toString().isBlank()) sections.add(new Section(title, body.toString().strip()));
        return sections;
    }

    static RefusedException refused(String fileName, int line, String what) {
        return new RefusedException(Reason.UNREADABLE, "Line " + line + " of " + fileName + " " + what + ".");
    }
}
