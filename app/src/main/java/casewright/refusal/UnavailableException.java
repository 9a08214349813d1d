package casewright.refusal;

/// The world outside failed (model, database, disk): worth another try later. Callers retry a bounded number of times and then show "waiting".
public final class UnavailableException extends RuntimeException {

    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
