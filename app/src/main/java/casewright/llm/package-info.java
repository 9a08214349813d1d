/// The language model: questions in, answers out, with what each cost. The only package that talks to a model; the words it is told are in `templates/`.
@NullMarked
package casewright.llm;

import org.jspecify.annotations.NullMarked;
