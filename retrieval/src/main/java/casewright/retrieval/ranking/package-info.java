/// How words are compared, how meaning becomes a vector, and how two ranked lists become one; each method with its source.
///
/// Does not belong here: where passages are stored and read ([casewright.retrieval.PassageIndex]).
@NullMarked
package casewright.retrieval.ranking;

import org.jspecify.annotations.NullMarked;
