/// Whether a reaction is listed in a document of reference: its text and the reaction's name in, listed or not with the sentence that decides out. By rules
/// alone; finds no documents and knows no cases.
@NullMarked
package casewright.evidence.listedness;

import org.jspecify.annotations.NullMarked;
