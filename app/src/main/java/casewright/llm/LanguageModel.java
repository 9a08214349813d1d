package casewright.llm;

import casewright.refusal.UnavailableException;

/// Answers one narrow question at a time. Safe for several threads; how many questions are answered at once is a setting, the others wait.
public interface LanguageModel {

    /// @throws UnavailableException when the model did not answer after the retries that the settings allow: worth another try later
    /// @throws UnusableAnswerException when it answered and the answer is no use: the same question would get the same answer
    ModelAnswer ask(ModelQuestion question);

    /// Who answers, for the trail.
    ModelIdentity identity();

    /// What may be asked of it beyond one small question after the other; by settings, as no server tells it.
    default Ability ability() {
        return Ability.SMALL;
    }

    /// @param parallel        questions at the same time
    /// @param sentencesAtOnce in one question of the reading
    record Ability(int parallel, int sentencesAtOnce) {

        static final Ability SMALL = new Ability(1, 1);
    }
}
