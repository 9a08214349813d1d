/// Measuring commands: the same chain as the service over folders of documents, in the shapes that the scorers read. Never reads an expected answer.
@NullMarked
package casewright.evaluation;

import org.jspecify.annotations.NullMarked;
