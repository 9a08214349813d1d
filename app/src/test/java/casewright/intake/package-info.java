/// Tests of this step.
@NullMarked
package casewright.intake;

import org.jspecify.annotations.NullMarked;
