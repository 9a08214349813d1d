@NullMarked
package casewright.evidence.listedness;

import org.jspecify.annotations.NullMarked;
