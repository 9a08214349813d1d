package casewright.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What kind of reference a document is. The same reaction may be listed in one and unlabelled in another, so they are asked apart.
///
/// Source: ICH E2C(R2) glossary (company core data sheet: listed), ICH E2A II.C (investigator's brochure: expected), GVP Annex I (product information: labelled).
enum DocumentType {
    CORE_DATA_SHEET("core data sheet", "listed", "core data sheet|core safety information|\\bccds\\b|\\bccsi\\b"),
    BROCHURE("brochure", "expected", "brochure"),
    LABEL("label", "labelled", "\\blabel|summary of product characteristics|\\bsmpc\\b|\\bspc\\b|prescribing information|package (?:leaflet|insert)|product information"),
    OTHER("other", "mentioned", "(?!)");

    private static final Pattern COUNTRY = Pattern.compile("\\(([A-Z]{2})\\)");

    private final String label;
    private final String verdict;
    private final Pattern words;

    DocumentType(String label, String verdict, String words) {
        this.label = label;
        this.verdict = verdict;
        this.words = Pattern.compile(words);
    }

    String label() {
        return label;
    }

    static DocumentType labelled(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst().orElse(OTHER);
    }

    /// What a reaction is that stands in such a document.
    ///
    /// @param country whose label it is; empty when not known
    String verdict(String country) {
        return this == LABEL && !country.isEmpty() ? verdict + " in " + country : verdict;
    }

    /// The country in a kind such as "label (DE)"; empty when it names none.
    static String country(String kind) {
        Matcher found = COUNTRY.matcher(kind);
        return found.find() ? found.group(1) : "";
    }

    /// The document's own kind decides, then its title. Reference safety information without a closer name is the company's core one.
    static DocumentType of(String kind, String title) {
        for (String told : new String[] {kind.toLowerCase(Locale.ROOT), title.toLowerCase(Locale.ROOT)}) {
            for (DocumentType type : values()) if (type.words.matcher(told).find()) return type;
        }
        return kind.toLowerCase(Locale.ROOT).contains("reference safety information") ? CORE_DATA_SHEET : OTHER;
    }
}
