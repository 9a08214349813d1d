/// The second person: signatures bound to the exact content. The only package that makes an approved report.
@NullMarked
package casewright.approval;

import org.jspecify.annotations.NullMarked;
