/// Approved reports, or watermarked drafts, as files for the world outside.
@NullMarked
package casewright.export;

import org.jspecify.annotations.NullMarked;
