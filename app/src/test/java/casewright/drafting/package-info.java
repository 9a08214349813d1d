@NullMarked
package casewright.drafting;

import org.jspecify.annotations.NullMarked;
