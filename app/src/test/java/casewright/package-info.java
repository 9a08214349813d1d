@NullMarked
package casewright;

import org.jspecify.annotations.NullMarked;
