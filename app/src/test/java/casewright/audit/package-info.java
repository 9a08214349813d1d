/// Tests of this step.
@NullMarked
package casewright.audit;

import org.jspecify.annotations.NullMarked;
