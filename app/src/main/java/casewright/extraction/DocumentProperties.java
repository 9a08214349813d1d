package casewright.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a file says of itself beside its text (document information and XMP of a PDF). Nobody sees it on a page and no span of the text holds it, so it is
/// no source of a field: it is shown to the reviewer where the text does not say it.
///
/// @param title, authors, publication, doi empty where the file says nothing plausible: programs put file names and their own into these places
public record DocumentProperties(String title, String authors, String publication, String doi) {

    private static final int LONGEST_CHARS = 300;
    private static final int FEWEST_TITLE_WORDS = 3;
    private static final Pattern FILE_OR_PROGRAM = Pattern.compile("(?i).*\\.(?:docx?|dvi|indd|pdf|tex|ps|eps|qxd|rtf|txt|odt|xlsx?|pptx?|html?|jpe?g|tiff?|png)\\b.*|(?:microsoft|untitled|unknown|document\\d*|slide|layout|print|scan|pii|doi|template|manuscript|proof|full page)\\b.*|.*(?:\\w_\\w+_\\w|\\\\|/\\w+/).*");
    /// "Journal of Invented Care, 12 (2018) 45-48": a year and a volume or pages make an imprint of a subject.
    private static final Pattern IMPRINT = Pattern.compile("\\p{Lu}\\p{L}+.*(?:(?:19|20)\\d\\d.*\\d|\\d.*(?:19|20)\\d\\d).*");
    /// Letters, digits and signs as they stand in nearly all DOIs (Crossref, "DOIs and matching regular expressions").
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[-._;()/:A-Za-z0-9]{1,150}");
    private static final Pattern PERSON = Pattern.compile("\\p{Lu}[\\p{L}.'\u2019-]*,? .*\\p{L}.*");
    private static final Pattern NO_PERSON = Pattern.compile("(?i).*\\b(?:user|admin\\w*|owner|author|journal|publish\\w*|elsevier|springer|wiley|server|distiller|adobe|microsoft)\\b.*");

    public static final DocumentProperties NONE = new DocumentProperties("", "", "", "");

    public DocumentProperties {
        title = titleOf(title);
        authors = cleaned(authors);
        if (!PERSON.matcher(authors).matches() || NO_PERSON.matcher(authors).matches()) authors = "";
        publication = cleaned(publication).replaceFirst("(?i)[,.;]* *(?:https?://\\S*|doi:? ?)?10\\.\\d{4,9}/\\S+$", "");
        if (!publication.isEmpty() && !Character.isLetter(publication.charAt(0))) publication = "";
        Matcher found = DOI.matcher(cleaned(doi));
        doi = found.find() ? found.group().replaceFirst("[.;:)]+$", "") : "";
    }

    /// Empty where it is rather the name of a file or program.
    public static String titleOf(String written) {
        String plain = cleaned(written);
        return plain.split(" ").length < FEWEST_TITLE_WORDS || FILE_OR_PROGRAM.matcher(plain).matches() ? "" : plain;
    }

    /// @param subject of the document information: often "Journal of Invented Care, 12 (2018) 45-48. doi:10.9999/jic.45", often an abstract
    public static String imprintOf(String subject) {
        String plain = cleaned(subject);
        return plain.length() < LONGEST_CHARS && IMPRINT.matcher(plain).matches() ? plain : "";
    }

    /// What of it the text does not say, in words: "title \u201c...\u201d". The authors are told beside a title or DOI only.
    public List<String> unsaid(List<Page> pages) {
        StringBuilder text = new StringBuilder();
        pages.forEach(page -> text.append(page.text()).append(' '));
        String said = folded(text.toString());
        List<String> unsaid = new ArrayList<>();
        if (!title.isEmpty() && !said.contains(folded(title))) unsaid.add("title \u201c" + title + "\u201d");
        if (!doi.isEmpty() && !said.contains(folded(doi))) unsaid.add("DOI " + doi);
        if (!publication.isEmpty() && !said.contains(folded(publication))) unsaid.add("published in \u201c" + publication + "\u201d");
        if (!unsaid.isEmpty() && !authors.isEmpty() && !said.contains(folded(authors))) unsaid.add("authors " + authors);
        return unsaid;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String cleaned(String written) {
        String plain = written.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\u00a0]+", " ").strip();
        return plain.length() <= LONGEST_CHARS ? plain : plain.substring(0, LONGEST_CHARS - 1).strip() + "\u2026";
    }
}
