package casewright.evidence;

import java.util.Locale;
import java.util.regex.Pattern;

/// What kind of reference a document is. The same reaction may be listed in one and unlabelled in another, so they are asked apart.
///
/// Source: ICH E2C(R2) glossary (company core data sheet: listed), ICH E2A II.C (investigator's brochure: expected), GVP Annex I (product information: labelled).
enum DocumentType {
    CORE_DATA_SHEET("core data sheet", "core data sheet|core safety information|\\bccds\\b|\\bccsi\\b"),
    BROCHURE("brochure", "brochure"),
    LABEL("label", "\\blabel|summary of product characteristics|\\bsmpc\\b|\\bspc\\b|prescribing information|package (?:leaflet|insert)|product information"),
    OTHER("other", "(?!)");

    private final String label;
    private final Pattern words;

    DocumentType(String label, String words) {
        this.label = label;
        this.words = Pattern.compile(words);
    }

    String label() {
        return label;
    }

    /// The document's own kind decides, then its title. Reference safety information without a closer name is the company's core one.
    static DocumentType of(String kind, String title) {
        for (String told : new String[] {kind.toLowerCase(Locale.ROOT), title.toLowerCase(Locale.ROOT)}) {
            for (DocumentType type : values()) if (type.words.matcher(told).find()) return type;
        }
        return kind.toLowerCase(Locale.ROOT).contains("reference safety information") ? CORE_DATA_SHEET : OTHER;
    }
}
