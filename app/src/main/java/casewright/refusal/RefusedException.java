package casewright.refusal;

/// The user asked for something that cannot be done and can put it right. The message is shown as it is: what was attempted, why not, what to do.
/// It never holds text of a document.
public final class RefusedException extends RuntimeException {

    private final Reason reason;

    public enum Reason { INVALID, NOT_FOUND, NOT_ALLOWED, CONFLICT, TOO_LARGE, UNREADABLE, LOCKED }

    public RefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
