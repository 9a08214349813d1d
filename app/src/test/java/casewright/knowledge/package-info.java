@NullMarked
package casewright.knowledge;

import org.jspecify.annotations.NullMarked;
