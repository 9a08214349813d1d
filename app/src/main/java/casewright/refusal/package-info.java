/// The one way to say no: what was attempted, why it was refused and what to do. Nothing has changed when it is thrown.
@NullMarked
package casewright.refusal;

import org.jspecify.annotations.NullMarked;
