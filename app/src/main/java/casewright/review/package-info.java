/// Queue, workbench and corrections with their reason. In: drafts; out: the next revision or a signature. Approves nothing.
@NullMarked
package casewright.review;

import org.jspecify.annotations.NullMarked;
