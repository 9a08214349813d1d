/// Plain text in, ranked passages out.
@NullMarked
package casewright.retrieval;

import org.jspecify.annotations.NullMarked;
