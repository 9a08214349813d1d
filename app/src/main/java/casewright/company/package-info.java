/// What the company is: name, sender id, own products, jurisdictions, and the reporting clocks that follow. Knows no case.
@NullMarked
package casewright.company;

import org.jspecify.annotations.NullMarked;
