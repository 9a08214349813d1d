/// Pages into sentences, sections and form fields, each with its place. Knows no medicine, only what boxes of report forms ask for.
@NullMarked
package casewright.reading.text;

import org.jspecify.annotations.NullMarked;
