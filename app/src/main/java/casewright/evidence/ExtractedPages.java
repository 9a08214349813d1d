package casewright.evidence;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.extraction.TextExtractor;
import casewright.knowledge.forms.PageReader;
import org.springframework.stereotype.Component;

/// Reads PDF and Word files of knowledge as documents of cases are read.
@Component
class ExtractedPages implements PageReader {

    private final TextExtractor extractor;

    ExtractedPages(TextExtractor extractor) {
        this.extractor = extractor;
    }

    @Override
    public PagedText read(byte[] content) {
        DocumentText text = extractor.extract(content);
        return new PagedText(text.pages().stream().map(Page::body).toList(), text.headings().stream().map(heading -> new Heading(heading.text(), heading.page(), heading.start())).toList());
    }
}
