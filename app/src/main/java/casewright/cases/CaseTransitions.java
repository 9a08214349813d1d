package casewright.cases;

import static casewright.cases.CaseStatus.*;

import java.util.List;
import java.util.Set;

/// Every allowed move of a case, one line each. The diagram in docs/architecture.md shows the same.
public final class CaseTransitions {

    private static final List<Move> MOVES = List.of(
            new Move(RECEIVED, READING, "reading began"),
            new Move(READING, DRAFTING, "a suspected reaction was found"),
            new Move(READING, SPECIAL_SITUATION, "a special situation without a reaction was found"),
            new Move(READING, NO_CASE_PROPOSED, "no case was found"),
            new Move(READING, NEEDS_ATTENTION, "reading failed"),
            new Move(RECEIVED, NEEDS_ATTENTION, "reading could not begin"),
            new Move(DRAFTING, NEEDS_ATTENTION, "drafting failed"),
            new Move(DRAFTING, WAITING_FOR_REVIEW, "the draft is done"),
            new Move(NEEDS_ATTENTION, RECEIVED, "tried again"),
            new Move(NO_CASE_PROPOSED, NO_CASE_CONFIRMED, "an officer confirmed \"no case\""),
            new Move(NO_CASE_PROPOSED, DRAFTING, "an officer overturned \"no case\""),
            new Move(NO_CASE_CONFIRMED, DRAFTING, "an officer overturned \"no case\" later"),
            new Move(SPECIAL_SITUATION, DRAFTING, "a draft was asked for"),
            new Move(SPECIAL_SITUATION, NO_CASE_CONFIRMED, "an officer confirmed \"no case\""),
            new Move(WAITING_FOR_REVIEW, IN_REVIEW, "a reviewer took it"),
            new Move(RETURNED, IN_REVIEW, "a reviewer took it again"),
            new Move(IN_REVIEW, WAITING_FOR_REVIEW, "the reviewer released it"),
            new Move(IN_REVIEW, RETURNED, "the reviewer returned it"),
            new Move(IN_REVIEW, SIGNED, "the reviewer signed it"),
            new Move(SIGNED, RETURNED, "the second reviewer returned it"),
            new Move(SIGNED, APPROVED, "the second reviewer approved it"),
            new Move(APPROVED, SUPERSEDED, "a follow-up was approved"),
            new Move(WAITING_FOR_REVIEW, DUPLICATE, "it was found to be a duplicate"),
            new Move(IN_REVIEW, DUPLICATE, "it was found to be a duplicate"),
            new Move(RECEIVED, VOIDED, "uploaded by mistake"),
            new Move(NEEDS_ATTENTION, VOIDED, "uploaded by mistake"),
            new Move(NO_CASE_PROPOSED, VOIDED, "uploaded by mistake"),
            new Move(SPECIAL_SITUATION, VOIDED, "uploaded by mistake"),
            new Move(WAITING_FOR_REVIEW, VOIDED, "uploaded by mistake"),
            new Move(RETURNED, VOIDED, "uploaded by mistake"));

    /// @param meaning what happened, in the words of the trail
    public record Move(CaseStatus from, CaseStatus to, String meaning) {
    }

    private CaseTransitions() {
    }

    public static List<Move> all() {
        return MOVES;
    }

    public static boolean allowed(CaseStatus from, CaseStatus to) {
        return MOVES.stream().anyMatch(move -> move.from() == from && move.to() == to);
    }

    /// States that nothing leaves.
    public static boolean isFinal(CaseStatus status) {
        return Set.of(SUPERSEDED, DUPLICATE, VOIDED).contains(status);
    }
}
