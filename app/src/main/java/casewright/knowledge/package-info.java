/// Corpora of private and public knowledge: imports, versions, and who may see which. Ranks nothing.
@NullMarked
package casewright.knowledge;

import org.jspecify.annotations.NullMarked;
