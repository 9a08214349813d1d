package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.llm.LanguageModel;
import casewright.llm.ModelAnswer;
import casewright.llm.ModelIdentity;
import casewright.llm.ModelQuestion;
import casewright.reading.terms.Vocabulary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Invented cases that name no listed event and blame in no sentence. The scripted model says what harm it sees, and how it went on; the words of the text decide whether
/// that is believed.
class WholeLookTest {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));
    private static final String HARM = "{\"suspected\": [\"metoprolol\"], \"harm\": [\"porridge tasted of cardboard\"]}";
    private static final String COURSE = "{\"began\": \"Two weeks later\", \"action\": \"gave up the tablets\", \"ended\": \"his palate crept back\", \"outcome\": \"recovered\"}";

    /// Answers each kind of question with a text of its own; holds no drug blamed in any sentence.
    private record Script(String harm, String course) implements LanguageModel {

        @Override
        public ModelAnswer ask(ModelQuestion question) {
            if (question.form() instanceof ModelQuestion.Form.OneWord(List<String> choices)) {
                Map<String, Double> none = new LinkedHashMap<>();
                choices.forEach(choice -> none.put(choice, choice.equals("taken") ? 1.0 : 0.0));
                return answer("taken", none);
            }
            return answer(switch (question.kind()) {
                case "harm" -> harm;
                case "course" -> course;
                default -> "{\"adverse\":false,\"drugs\":[],\"effects\":[]}";
            }, Map.of());
        }

        private static ModelAnswer answer(String text, Map<String, Double> probabilities) {
            return new ModelAnswer(text, probabilities, "scripted", 1, 0, 1, Duration.ZERO);
        }

        @Override
        public ModelIdentity identity() {
            return new ModelIdentity("scripted", "", "this test");
        }
    }

    private static Reading read(String text, String harm) {
        return CaseReader.asking(new Script(harm, COURSE), VOCABULARY, Clock.systemUTC()).read(List.of(new DocumentText("test", List.of(Page.ofPlainText(1, text)), List.of())), new ArrayList<>(), _ -> {
        });
    }

    @Test
    void harmInThePatientsOwnWordsIsBelievedWhereTheMedicineWasStopped() {
        Reading reading = read("A 58-year-old man was given metoprolol 50 mg in March. Two weeks later his porridge tasted of cardboard. He gave up the tablets on 2 May. Over the summer his palate crept back.", HARM);

        assertThat(reading.triage().verdict()).isEqualTo(Triage.Verdict.CASE);
        PatientFacts facts = reading.patients().getFirst();
        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("metoprolol");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("porridge tasted of cardboard");
        assertThat(facts.reactions().getFirst().term().sure()).isFalse();
    }

    /// What the model says of the course is cited and never sure.
    @Test
    void theCourseIsToldInWordsOfTheText() {
        PatientFacts facts = read("A 58-year-old man was given metoprolol 50 mg in March. Two weeks later his porridge tasted of cardboard. He gave up the tablets on 2 May. Over the summer his palate crept back.", HARM).patients().getFirst();

        Map<String, Fact> details = facts.reactions().getFirst().details();
        assertThat(details.get("onset")).extracting(Fact::value).isEqualTo("Two weeks later");
        assertThat(details.get("outcome")).extracting(Fact::value).isEqualTo("recovered");
        assertThat(details.get("outcome")).satisfies(outcome -> {
            assertThat(outcome.quotes()).extracting(Quote::text).containsExactly("his palate crept back");
            assertThat(outcome.sure()).isFalse();
        });
        assertThat(facts.suspects().getFirst().details()).extractingByKey("actionTaken").extracting(Fact::value).isEqualTo("withdrawn");
        assertThat(facts.suspects().getFirst().details()).extractingByKey("dechallenge").extracting(Fact::value).isEqualTo("positive");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A 58-year-old man was given metoprolol. His porridge tasted of cardboard. He takes the tablets as before.",
            "Years before, his porridge tasted of cardboard to a 58-year-old man with a tumour. Spasms were treated with metoprolol. The tablets were stopped.",
            "A 58-year-old man was given metoprolol. His porridge tasted of cardboard. The test showed reduced metoprolol binding.",
            "A 58-year-old man was given metoprolol. His porridge tasted of cardboard. The tablets were stopped because they were of no benefit.",
            "A 58-year-old man was given metoprolol. His porridge tasted of cardboard. As his supply had run out and he could not afford more, the tablets were stopped.",
            "A 58-year-old man was given metoprolol. The tablets were stopped before the operation. A week later his porridge tasted of cardboard.",
            "A 58-year-old man took metoprolol. His porridge tasted of cardboard. The tablets were stopped ahead of a scan. No adverse effect of any medicine was seen."})
    void withoutAStopThatFollowsItNothingIsBelieved(String text) {
        assertThat(read(text, HARM).triage().verdict()).isNotEqualTo(Triage.Verdict.CASE);
    }

    /// "bread" alone says nothing of what befell.
    @Test
    void aSingleWordThatNamesNoDisorderIsNoHarm() {
        PatientFacts facts = read("A 58-year-old man was given metoprolol. Soon his porridge tasted of cardboard. He gave up the tablets.", "{\"suspected\": [\"metoprolol\"], \"harm\": [\"porridge\", \"tasted of cardboard\"]}").patients().getFirst();

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("tasted of cardboard");
    }

    @Test
    void wordsThatDoNotStandInTheTextAreNoHarm() {
        assertThat(read("A 58-year-old man was given metoprolol. Two weeks later all was well. The tablets were stopped.", "{\"suspected\": [\"metoprolol\"], \"harm\": [\"massive bleeding of the stomach\"]}").triage().verdict())
                .isNotEqualTo(Triage.Verdict.CASE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "His palate was no better.|no better|recovered|not recovered", "He died in his sleep.|He died in his sleep|recovered|fatal", "His palate is less dull already.|less dull already|recovered|recovering",
            "He was left with a scarred tongue.|left with a scarred tongue|recovered|recovered with sequelae"})
    void theQuotedWordsGoBeforeWhatTheModelConcludes(String end, String words, String concluded, String outcome) {
        String course = "{\"began\": \"\", \"action\": \"\", \"ended\": \"" + words + "\", \"outcome\": \"" + concluded + "\"}";
        PatientFacts facts = CaseReader.asking(new Script(HARM, course), VOCABULARY, Clock.systemUTC()).read(List.of(new DocumentText("test", List.of(Page.ofPlainText(1,
                "A 58-year-old man was given metoprolol. Soon his porridge tasted of cardboard. He gave up the tablets. " + end)), List.of())), new ArrayList<>(), _ -> {
        }).patients().getFirst();

        assertThat(facts.reactions().getFirst().details()).extractingByKey("outcome").extracting(Fact::value).isEqualTo(outcome);
    }
}
