@NullMarked
package casewright.extraction.pdf;

import org.jspecify.annotations.NullMarked;
