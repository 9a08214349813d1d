/// The words of the field: drug names and reaction terms, found in text with their spans. Holds lists; judges nothing.
@NullMarked
package casewright.reading.terms;

import org.jspecify.annotations.NullMarked;
