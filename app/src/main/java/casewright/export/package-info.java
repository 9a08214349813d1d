/// Approved reports, or watermarked drafts, as files for the world outside. In: what [casewright.approval] approved, or a draft that bears its watermark;
/// out: a CIOMS I form as PDF, the case as JSON. Changes no case.
@NullMarked
package casewright.export;

import org.jspecify.annotations.NullMarked;
