/// What a program asks instead of a person: the same services as the pages, as JSON. Decides nothing.
@NullMarked
package casewright.api;

import org.jspecify.annotations.NullMarked;
