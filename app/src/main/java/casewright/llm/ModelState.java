package casewright.llm;

/// How the model is, for the health check and the first screen.
///
/// @param reason in words for a person; empty when ready
public record ModelState(Kind kind, String reason) {

    public enum Kind { STARTING, READY, AWAY }

    static ModelState ready() {
        return new ModelState(Kind.READY, "");
    }

    static ModelState starting() {
        return new ModelState(Kind.STARTING, "The model is being loaded.");
    }

    static ModelState away(String reason) {
        return new ModelState(Kind.AWAY, reason);
    }
}
