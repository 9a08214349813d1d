@NullMarked
package casewright.database;

import org.jspecify.annotations.NullMarked;
