package casewright.access;

/// What a person is here. Each person has one role.
public enum Role {
    OFFICER("Officer", "uploads, confirms \"no case\", follows up, voids, edits own drafts before review"),
    REVIEWER("Reviewer", "takes from the queue, corrects, returns, signs, approves"),
    AUDITOR("Auditor", "reads everything, changes nothing"),
    ADMINISTRATOR("Administrator", "people, corpora, templates, model, company settings; no case content");

    private final String label;
    private final String may;

    Role(String label, String may) {
        this.label = label;
        this.may = may;
    }

    public String label() {
        return label;
    }

    public String may() {
        return may;
    }

    public boolean seesCases() {
        return this != ADMINISTRATOR;
    }
}
