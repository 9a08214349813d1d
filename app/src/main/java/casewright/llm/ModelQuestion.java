package casewright.llm;

import java.util.List;

/// A question after its fixed prefix. System words and examples of one kind must not change from question to question: the server keeps the evaluated
/// prefix, and a question then costs only its own text.
///
/// @param kind            which prefix this is; goes to the trail and the metrics, never to the model
/// @param examples        worked examples, in order
/// @param maxAnswerTokens an answer that needs more is unusable; not looked at for [Form.OneWord], which takes one token
public record ModelQuestion(String kind, String systemPrompt, List<Example> examples, String userText, Form form, int maxAnswerTokens) {

    public ModelQuestion {
        examples = List.copyOf(examples);
        if (kind.isBlank() || userText.isBlank()) throw new IllegalArgumentException("A question needs a kind and a text");
        if (maxAnswerTokens < 1) throw new IllegalArgumentException("An answer needs at least one token, not " + maxAnswerTokens);
    }

    public record Example(String user, String assistant) {
    }

    /// What the answer must look like.
    public sealed interface Form {

        record FreeText() implements Form {
        }

        /// An object that follows the schema. The schema keeps the form only; its keys must be named in the prompt for the meaning to be right.
        record JsonAnswer(String schemaName, String schemaJson) implements Form {
        }

        /// One of the choices, which must differ in their first letters; the answer carries the probability of each.
        record OneWord(List<String> choices) implements Form {
            public OneWord {
                choices = List.copyOf(choices);
                if (choices.size() < 2) throw new IllegalArgumentException("A choice needs at least two words");
            }
        }
    }

    /// How it is asked, for the trail.
    public String settings() {
        return "temperature 0, " + switch (form) {
            case Form.FreeText() -> "free text, at most " + maxAnswerTokens + " tokens";
            case Form.JsonAnswer(String name, String _) -> "JSON schema " + name + ", at most " + maxAnswerTokens + " tokens";
            case Form.OneWord(List<String> choices) -> "one of " + String.join(" / ", choices);
        };
    }
}
