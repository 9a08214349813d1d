@NullMarked
package casewright.evidence.search;

import org.jspecify.annotations.NullMarked;
