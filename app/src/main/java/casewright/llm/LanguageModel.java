package casewright.llm;

import casewright.refusal.UnavailableException;

/// Answers one narrow question at a time. Safe for several threads; how many questions are answered at once is a setting, the others wait.
public interface LanguageModel {

    /// @throws UnavailableException when the model did not answer after the retries that the settings allow: worth another try later
    /// @throws UnusableAnswerException when it answered and the answer is no use: the same question would get the same answer
    ModelAnswer ask(ModelQuestion question);

    /// Who answers, for the trail.
    ModelIdentity identity();
}
