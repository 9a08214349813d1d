/// States of cases and their moves.
@NullMarked
package casewright.cases;

import org.jspecify.annotations.NullMarked;
