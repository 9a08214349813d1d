/// Tests of this step.
@NullMarked
package casewright.access;

import org.jspecify.annotations.NullMarked;
