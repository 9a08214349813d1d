package casewright.reading;

import java.util.List;

/// What was read from the documents of a case.
///
/// @param patients one entry each; at least one unless the triage says neither, and then what was found all the same
/// @param notes    plain words for the reviewer: language not configured, text cut, several patients
public record Reading(Triage triage, List<PatientFacts> patients, List<String> notes) {

    public Reading {
        patients = List.copyOf(patients);
        notes = List.copyOf(notes);
    }
}
