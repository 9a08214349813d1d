@NullMarked
package casewright.extraction;

import org.jspecify.annotations.NullMarked;
