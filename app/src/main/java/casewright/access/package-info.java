/// People, their roles and what each may do. In: sign-ins; out: the person behind a request. Knows no case.
@NullMarked
package casewright.access;

import org.jspecify.annotations.NullMarked;
