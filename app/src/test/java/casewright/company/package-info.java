@NullMarked
package casewright.company;

import org.jspecify.annotations.NullMarked;
