/// The page on which people search the corpora themselves. In: a question and filters; out: passages of the corpora that the person may see, with the
/// reasons why they are shown. Changes nothing and records nothing.
@NullMarked
package casewright.evidence.search;

import org.jspecify.annotations.NullMarked;
