package casewright.llm;

/// The model answered, and the answer must not be used. Asking the same again gives the same; the caller goes on without it and says so.
/// The message holds neither prompt nor answer.
public final class UnusableAnswerException extends RuntimeException {

    private final Reason reason;

    public enum Reason { CUT_OFF, EMPTY, NOT_JSON, NO_CHOICE, QUESTION_TOO_LONG }

    UnusableAnswerException(String kind, Reason reason) {
        super("The model's answer to a question of the kind " + kind + " cannot be used: " + switch (reason) {
            case CUT_OFF -> "it was cut off.";
            case EMPTY -> "it is empty.";
            case NOT_JSON -> "it is not the JSON that was asked for.";
            case NO_CHOICE -> "it is none of the choices.";
            case QUESTION_TOO_LONG -> "the question is longer than the model can take, so it was not asked.";
        });
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
