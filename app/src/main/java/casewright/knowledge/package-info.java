/// Corpora of private and public knowledge: imports, their versions, and the indexes made of them. In: texts; out: corpora to search. Ranks nothing and
/// judges nothing.
@NullMarked
package casewright.knowledge;

import org.jspecify.annotations.NullMarked;
