@NullMarked
package casewright.knowledge.forms;

import org.jspecify.annotations.NullMarked;
