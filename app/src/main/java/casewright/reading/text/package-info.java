/// Pages into sentences, sections and form fields, each with its place. Knows no medicine.
@NullMarked
package casewright.reading.text;

import org.jspecify.annotations.NullMarked;
