@NullMarked
package casewright.reading.text;

import org.jspecify.annotations.NullMarked;
