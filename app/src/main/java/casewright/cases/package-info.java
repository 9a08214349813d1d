/// The state of each case and every allowed move between states. In: moves with their person and reason; out: cases. Knows no text.
@NullMarked
package casewright.cases;

import org.jspecify.annotations.NullMarked;
