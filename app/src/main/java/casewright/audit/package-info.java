/// Who did what, when and why: an append-only, hash-chained trail. In: actions; out: entries and their verification. Decides nothing.
@NullMarked
package casewright.audit;

import org.jspecify.annotations.NullMarked;
