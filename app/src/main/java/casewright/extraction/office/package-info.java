/// Word documents, e-mails, web pages and the like into one page of text with its tables and headings. Fetches nothing, runs nothing.
@NullMarked
package casewright.extraction.office;

import org.jspecify.annotations.NullMarked;
