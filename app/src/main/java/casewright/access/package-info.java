/// People, their roles, what each may do, and their signatures. In: sign-ins; out: the person behind a request. Knows a case by its id alone.
@NullMarked
package casewright.access;

import org.jspecify.annotations.NullMarked;
