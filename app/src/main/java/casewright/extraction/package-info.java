/// Documents into pages of text with the place of every word. The only package that reads a PDF. Judges no content.
@NullMarked
package casewright.extraction;

import org.jspecify.annotations.NullMarked;
