@NullMarked
package casewright.evaluation;

import org.jspecify.annotations.NullMarked;
