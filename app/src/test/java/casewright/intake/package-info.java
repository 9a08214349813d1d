@NullMarked
package casewright.intake;

import org.jspecify.annotations.NullMarked;
