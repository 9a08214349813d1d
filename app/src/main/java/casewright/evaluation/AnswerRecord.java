package casewright.evaluation;

import casewright.llm.LanguageModel;
import casewright.llm.ModelAnswer;
import casewright.llm.ModelIdentity;
import casewright.llm.ModelQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real model whose answers are kept in a folder, so that a measurement can be repeated after a change of code without asking the same again. The
/// time of a kept answer is counted as it was when the model gave it.
final class AnswerRecord implements LanguageModel {

    private final LanguageModel model;
    private final Path folder;
    private final JsonMapper json = JsonMapper.builder().build();
    private Duration savedTime = Duration.ZERO;

    AnswerRecord(LanguageModel model, Path folder) {
        this.model = model;
        this.folder = folder;
    }

    /// Time that kept answers saved since the last call.
    Duration takeSavedTime() {
        Duration saved = savedTime;
        savedTime = Duration.ZERO;
        return saved;
    }

    @Override
    public ModelAnswer ask(ModelQuestion question) {
        Path file = folder.resolve(sha256(question.toString()) + ".json");
        try {
            if (Files.exists(file)) {
                ModelAnswer kept = read(json.readTree(Files.readAllBytes(file)));
                savedTime = savedTime.plus(kept.took());
                return kept;
            }
            ModelAnswer fresh = model.ask(question);
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, "answer", ".part");
            Files.write(partial, json.writeValueAsBytes(Map.of("text", fresh.text(), "probabilities", fresh.probabilities(), "model", fresh.modelName(), "promptTokens", fresh.promptTokens(),
                    "cachedTokens", fresh.cachedTokens(), "answerTokens", fresh.answerTokens(), "tookMillis", fresh.took().toMillis())));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAnswer read(JsonNode node) {
        Map<String, Double> probabilities = new java.util.LinkedHashMap<>();
        node.get("probabilities").properties().forEach(entry -> probabilities.put(entry.getKey(), entry.getValue().asDouble()));
        return new ModelAnswer(node.get("text").asString(), probabilities, node.get("model").asString(), node.get("promptTokens").asInt(), node.get("cachedTokens").asInt(),
                node.get("answerTokens").asInt(), Duration.ofMillis(node.get("tookMillis").asLong()));
    }

    @Override
    public Ability ability() {
        return model.ability();
    }

    @Override
    public ModelIdentity identity() {
        return model.identity();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
