@NullMarked
package casewright.extraction.recognition;

import org.jspecify.annotations.NullMarked;
