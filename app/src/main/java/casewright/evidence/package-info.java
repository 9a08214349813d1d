/// Passages from private and public knowledge for the questions that the facts raise, kept as the retrieval trail. Judges no fact of the source.
@NullMarked
package casewright.evidence;

import org.jspecify.annotations.NullMarked;
