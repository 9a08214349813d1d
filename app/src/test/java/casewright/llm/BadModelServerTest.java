package casewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.llm.ModelQuestion.Form.FreeText;
import casewright.llm.UnusableAnswerException.Reason;
import casewright.refusal.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A server that is away, slow, cut off or answers nonsense: a clear end, bounded tries, and no word of the question or answer in the message.
class BadModelServerTest {

    private static final ModelQuestion QUESTION = ModelQuestionExamples.drugsAndEffects("Secretol caused a rash.");

    private static ModelAnswer ask(AnsweringServer server, ModelQuestion question) {
        return modelAt(server.baseUrl()).ask(question);
    }

    private static LanguageModel modelAt(String baseUrl) {
        ModelSettings settings = ModelSettingsExamples.at(baseUrl);
        return new QwenModel(settings, new CompanyServer(settings, Clock.systemUTC()));
    }

    private static void isUnusable(AnsweringServer server, ModelQuestion question, Reason reason) {
        assertThatThrownBy(() -> ask(server, question))
                .isInstanceOfSatisfying(UnusableAnswerException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageNotContaining("Secretol");
    }

    @Test
    void takesAGoodAnswerWithItsCosts() {
        try (AnsweringServer server = AnsweringServer.saying("{\"drugs\": [\"Secretol\"]}", "stop")) {
            ModelAnswer answer = ask(server, QUESTION);

            assertThat(answer.text()).isEqualTo("{\"drugs\": [\"Secretol\"]}");
            assertThat(answer.promptTokens()).isEqualTo(30);
            assertThat(answer.cachedTokens()).isEqualTo(20);
            assertThat(answer.answerTokens()).isEqualTo(4);
            assertThat(server.lastQuestion()).contains("\"temperature\"", "json_schema", "\"maxItems\"", "drugs_and_effects", "qwen-of-the-company");
        }
    }

    @Test
    void takesTheObjectOutOfAMarkdownFence() {
        try (AnsweringServer server = AnsweringServer.saying("```json\n{\"drugs\": []}\n```", "stop")) {
            assertThat(ask(server, QUESTION).text()).isEqualTo("{\"drugs\": []}");
        }
    }

    @Test
    void refusesAnAnswerThatWasCutOffEvenWhenItIsWholeJson() {
        try (AnsweringServer server = AnsweringServer.saying("{\"drugs\": []}", "length")) {
            isUnusable(server, QUESTION, Reason.CUT_OFF);
            assertThat(server.questions()).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatIsNotJson() {
        try (AnsweringServer server = AnsweringServer.saying("I think Secretol is fine", "stop")) {
            isUnusable(server, QUESTION, Reason.NOT_JSON);
        }
        try (AnsweringServer server = AnsweringServer.saying("[1, 2]", "stop")) {
            isUnusable(server, QUESTION, Reason.NOT_JSON);
        }
    }

    @Test
    void refusesAnEmptyAnswer() {
        try (AnsweringServer server = AnsweringServer.saying(" ", "stop")) {
            isUnusable(server, new ModelQuestion("prose", "", List.of(), "Tell about Secretol.", new FreeText(), 20), Reason.EMPTY);
        }
    }

    @Test
    void refusesAWordThatIsNoChoiceAndAServerWithoutProbabilities() {
        ModelQuestion role = ModelQuestionExamples.roleOf("Secretol", "Secretol was given.");
        try (AnsweringServer server = AnsweringServer.choosing("{\"token\": \"Yes\", \"logprob\": -0.1}")) {
            isUnusable(server, role, Reason.NO_CHOICE);
        }
        try (AnsweringServer server = AnsweringServer.saying("blamed", "stop")) {
            isUnusable(server, role, Reason.NO_CHOICE);
        }
    }

    @Test
    void doesNotAskWhatTheModelCannotTake() {
        try (AnsweringServer server = AnsweringServer.saying("{}", "stop")) {
            isUnusable(server, ModelQuestionExamples.drugsAndEffects("Secretol was given again. ".repeat(100)), Reason.QUESTION_TOO_LONG);
            assertThat(server.questions()).isZero();
        }
    }

    @Test
    void waitsOnlySoLongAndTriesOnlySoOften() {
        try (AnsweringServer server = AnsweringServer.slow(Duration.ofSeconds(3))) {
            assertThatThrownBy(() -> ask(server, QUESTION)).isInstanceOf(UnavailableException.class).hasMessageContaining("in time");
            assertThat(server.questions()).isEqualTo(2);
        }
    }

    @Test
    void doesNotRepeatAQuestionThatTheServerRefuses() {
        try (AnsweringServer server = AnsweringServer.with(401, "{\"error\": {\"message\": \"no key for Secretol\"}}")) {
            assertThatThrownBy(() -> ask(server, QUESTION)).isInstanceOf(UnavailableException.class).hasMessageContaining("refused the key").hasMessageNotContaining("Secretol")
                    .hasNoCause();
            assertThat(server.questions()).isEqualTo(1);
        }
    }

    @Test
    void triesAServerWithAnErrorAgain() {
        try (AnsweringServer server = AnsweringServer.with(503, "{\"error\": \"Secretol\"}")) {
            assertThatThrownBy(() -> ask(server, QUESTION)).isInstanceOf(UnavailableException.class).hasMessageContaining("503").hasMessageNotContaining("Secretol").hasNoCause();
            assertThat(server.questions()).isEqualTo(2);
        }
    }

    @Test
    void takesNonsenseInsteadOfAnAnswerForAServerThatIsAway() {
        try (AnsweringServer server = AnsweringServer.with(200, "<html>Secretol</html>")) {
            assertThatThrownBy(() -> ask(server, QUESTION)).isInstanceOf(UnavailableException.class).hasMessageNotContaining("Secretol").hasNoCause();
        }
        try (AnsweringServer server = AnsweringServer.with(200, "{\"choices\": []}")) {
            assertThatThrownBy(() -> ask(server, QUESTION)).isInstanceOf(UnavailableException.class).hasNoCause();
        }
    }

    @Test
    void saysThatAServerCannotBeReached() {
        String gone;
        try (AnsweringServer server = AnsweringServer.saying("", "stop")) {
            gone = server.baseUrl();
        }

        assertThatThrownBy(() -> modelAt(gone).ask(QUESTION)).isInstanceOf(UnavailableException.class).hasMessageContaining(gone).hasMessageContaining("cannot be reached");
        assertThat(new CompanyServer(ModelSettingsExamples.at(gone), Clock.systemUTC()).state().kind()).isEqualTo(ModelState.Kind.AWAY);
    }

    @Test
    void looksAtTheServerForTheHealthPage() {
        try (AnsweringServer good = AnsweringServer.saying("", "stop"); AnsweringServer bad = AnsweringServer.with(401, "")) {
            assertThat(new CompanyServer(ModelSettingsExamples.at(good.baseUrl()), Clock.systemUTC()).state().kind()).isEqualTo(ModelState.Kind.READY);
            assertThat(new CompanyServer(ModelSettingsExamples.at(bad.baseUrl()), Clock.systemUTC()).state().reason()).contains("401");
        }
    }
}
