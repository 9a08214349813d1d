/// Tests of this step.
@NullMarked
package casewright.review;

import org.jspecify.annotations.NullMarked;
