/// Checked fields, assessments by rule and a narrative with cited sentences, from the facts. Decides nothing that a person has to decide.
@NullMarked
package casewright.drafting;

import org.jspecify.annotations.NullMarked;
