/// Files in: kept as they came under their SHA-256, with how and when they arrived. Out: a case that waits to be read. Opens no file.
@NullMarked
package casewright.intake;

import org.jspecify.annotations.NullMarked;
