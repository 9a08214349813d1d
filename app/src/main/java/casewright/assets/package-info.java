/// The files that the launcher fetched and checked: where they lie on this machine. Downloads nothing itself.
@NullMarked
package casewright.assets;

import org.jspecify.annotations.NullMarked;
