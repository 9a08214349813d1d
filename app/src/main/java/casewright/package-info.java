/// The service: starts everything and holds the order of the steps.
@NullMarked
package casewright;

import org.jspecify.annotations.NullMarked;
