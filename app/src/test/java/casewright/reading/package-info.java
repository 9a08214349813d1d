@NullMarked
package casewright.reading;

import org.jspecify.annotations.NullMarked;
