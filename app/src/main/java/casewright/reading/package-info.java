/// Triage and the facts of a document with their quotes. In: pages of text; out: facts with spans. Consults no knowledge corpus and writes no prose.
@NullMarked
package casewright.reading;

import org.jspecify.annotations.NullMarked;
