package casewright.reading.text;

/// What part of a document a sentence stands in.
public enum Section {
    TITLE, FRONT, ABSTRACT, INTRODUCTION, CASE, METHODS, RESULTS, DISCUSSION, CONCLUSION, REFERENCES, CAPTION, FORM, BODY;

    /// Does it tell of the patient at hand throughout?
    public boolean tellsOfPatient() {
        return this == CASE || this == BODY || this == FORM || this == CAPTION;
    }

    /// May a sentence tell of the patient at hand, if it says so?
    public boolean mayTellOfPatient() {
        return tellsOfPatient() || this == TITLE || this == ABSTRACT || this == CONCLUSION || this == DISCUSSION || this == RESULTS;
    }
}
