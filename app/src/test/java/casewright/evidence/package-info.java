@NullMarked
package casewright.evidence;

import org.jspecify.annotations.NullMarked;
