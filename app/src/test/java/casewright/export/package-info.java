@NullMarked
package casewright.export;

import org.jspecify.annotations.NullMarked;
