@NullMarked
package casewright.reading.terms;

import org.jspecify.annotations.NullMarked;
