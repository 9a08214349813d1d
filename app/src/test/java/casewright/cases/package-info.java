@NullMarked
package casewright.cases;

import org.jspecify.annotations.NullMarked;
