package casewright.cases;

/// Where a case stands. Every move between these is in [CaseTransitions].
public enum CaseStatus {
    RECEIVED("received"), READING("reading"), NEEDS_ATTENTION("needs attention"), NO_CASE_PROPOSED("no case proposed"), NO_CASE_CONFIRMED("no case confirmed"),
    SPECIAL_SITUATION("special situation"), DRAFTING("drafting"), WAITING_FOR_REVIEW("waiting for review"), IN_REVIEW("in review"), RETURNED("returned"),
    SIGNED("signed"), APPROVED("approved"), SUPERSEDED("superseded"), DUPLICATE("duplicate"), VOIDED("voided");

    private final String label;

    CaseStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Does the service work on it by itself?
    public boolean isAutomatic() {
        return this == RECEIVED || this == READING || this == DRAFTING;
    }

    /// Can fields be corrected?
    public boolean isEditable() {
        return this == WAITING_FOR_REVIEW || this == IN_REVIEW || this == RETURNED || this == SPECIAL_SITUATION;
    }
}
