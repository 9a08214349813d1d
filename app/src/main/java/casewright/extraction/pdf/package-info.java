/// A PDF into pages of text in reading order, with tables, headings and the place of every word. Knows nothing of what the text means.
@NullMarked
package casewright.extraction.pdf;

import org.jspecify.annotations.NullMarked;
