package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.llm.LanguageModel;
import casewright.llm.ModelAnswer;
import casewright.llm.ModelCall;
import casewright.llm.ModelIdentity;
import casewright.llm.ModelQuestion;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a larger model may be asked: several sentences in a question, several questions at once. The model is a fake.
class SeveralSentencesTest {

    private static final List<String> SENTENCES = List.of("Metoprolol caused a rash.", "Ramipril caused a cough.", "He was well.");
    private static final String FIRST = "{\"n\":1,\"adverse\":true,\"drugs\":[\"Metoprolol\"],\"effects\":[\"rash\"]}";
    private static final String SECOND = "{\"n\":2,\"adverse\":true,\"drugs\":[\"Ramipril\",\"Metoprolol\"],\"effects\":[\"cough\"]}";
    private static final String ALONE = "{\"adverse\":true,\"drugs\":[\"Metoprolol\"],\"effects\":[\"rash\"]}";

    private final List<ModelQuestion> asked = new ArrayList<>();

    @Test
    void eachIsAnsweredByItsNumberAndFromItsOwnWordsOnly() {
        List<ModelReader.Blame> blames = blames(3, question -> "{\"sentences\":[" + SECOND + "," + FIRST + ",{\"n\":3,\"adverse\":false,\"drugs\":[],\"effects\":[]}]}");

        assertThat(asked).singleElement().satisfies(question -> assertThat(question.userText()).isEqualTo("1. Metoprolol caused a rash.\n2. Ramipril caused a cough.\n3. He was well."));
        assertThat(blames).extracting(blame -> blame.drugs().size()).containsExactly(1, 1, 0);
        assertThat(blames).extracting(ModelReader.Blame::adverse).containsExactly(true, true, false);
    }

    @Test
    void theWorkedExamplesAreThoseOfOneSentence() {
        blames(3, question -> "{\"sentences\":[]}");

        ModelQuestion together = asked.get(0);
        ModelQuestion alone = asked.get(1);
        assertThat(together.examples()).singleElement().satisfies(example -> alone.examples().forEach(one -> assertThat(example.user()).contains(one.user())));
        assertThat(together.maxAnswerTokens()).isEqualTo(3 * alone.maxAnswerTokens());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON at all", "{\"sentences\":[{\"n\":99,\"adverse\":true,\"drugs\":[],\"effects\":[]}]}", "{}", "[1,2]"})
    void whatIsNotAnsweredTogetherIsAskedAlone(String nonsense) {
        List<ModelReader.Blame> blames = blames(2, question -> question.kind().equals("sentences") ? nonsense : ALONE);

        assertThat(asked).extracting(ModelQuestion::kind).containsExactly("sentences", "sentence", "sentence", "sentence");
        assertThat(blames.getFirst().adverse()).isTrue();
    }

    @Test
    void oneAtATimeIsTheUsualQuestion() {
        blames(1, question -> ALONE);

        assertThat(asked).extracting(ModelQuestion::kind).containsExactly("sentence", "sentence", "sentence");
    }

    @Test
    void asManyQuestionsAsTheSettingAllowsAreAskedAtOnce() {
        CyclicBarrier three = new CyclicBarrier(3);
        List<ModelCall> calls = new ArrayList<>();

        new ModelReader(model(new LanguageModel.Ability(3, 1), question -> {
            try {
                three.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("the others were not asked at the same time", e);
            }
            return ALONE;
        }), Clock.systemUTC()).blameEach(SENTENCES, calls, _ -> {
        });

        assertThat(calls).extracting(ModelCall::prompt).containsExactlyElementsOf(SENTENCES);
    }

    private List<ModelReader.Blame> blames(int atOnce, Function<ModelQuestion, String> answers) {
        return new ModelReader(model(new LanguageModel.Ability(1, atOnce), answers), Clock.systemUTC()).blameEach(SENTENCES, new ArrayList<>(), _ -> {
        });
    }

    private LanguageModel model(LanguageModel.Ability ability, Function<ModelQuestion, String> answers) {
        return new LanguageModel() {
            @Override
            public ModelAnswer ask(ModelQuestion question) {
                synchronized (asked) {
                    asked.add(question);
                }
                return new ModelAnswer(answers.apply(question), Map.of(), "fake", 1, 0, 1, Duration.ZERO);
            }

            @Override
            public ModelIdentity identity() {
                return new ModelIdentity("fake", "", "this test");
            }

            @Override
            public Ability ability() {
                return ability;
            }
        };
    }
}
