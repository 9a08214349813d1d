@NullMarked
package casewright.llm;

import org.jspecify.annotations.NullMarked;
