package casewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every model must do, whichever stands behind the interface.
abstract class LanguageModelContract {

    abstract LanguageModel model();

    @Test
    void answersWithTheJsonOfTheSchema() {
        ModelAnswer answer = model().ask(ModelQuestionExamples.drugsAndEffects("A severe rash appeared after carbamazepine was started."));

        JsonNode object = JsonMapper.builder().build().readTree(answer.text());
        assertThat(object.path("drugs").toString().toLowerCase()).contains("carbamazepine");
        assertThat(object.path("effects").toString().toLowerCase()).contains("rash");
        assertThat(answer.answerTokens()).isPositive();
    }

    @Test
    void givesTheProbabilityOfEachChoice() {
        ModelAnswer blamed = model().ask(ModelQuestionExamples.roleOf("gemcitabine", "Severe neutropenia was caused by gemcitabine."));
        ModelAnswer used = model().ask(ModelQuestionExamples.roleOf("propofol", "The nausea was treated with propofol."));

        assertThat(blamed.probabilities().values().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-9));
        assertThat(blamed.probabilities()).containsOnlyKeys("blamed", "treatment", "past", "used");
        assertThat(blamed.probability("blamed")).isGreaterThan(used.probability("blamed"));
    }

    @Test
    void saysWhoAnswers() {
        ModelIdentity identity = model().identity();

        assertThat(identity.name()).isNotBlank();
        assertThat(identity.where()).isNotBlank();
    }
}
