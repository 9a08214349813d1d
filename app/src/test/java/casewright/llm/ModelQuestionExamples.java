package casewright.llm;

import casewright.llm.ModelQuestion.Example;
import casewright.llm.ModelQuestion.Form.JsonAnswer;
import casewright.llm.ModelQuestion.Form.OneWord;
import java.util.List;

final class ModelQuestionExamples {

    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "required": ["drugs", "effects"], "properties": {
              "drugs": {"type": "array", "maxItems": 4, "items": {"type": "string", "maxLength": 40}},
              "effects": {"type": "array", "maxItems": 4, "items": {"type": "string", "maxLength": 40}}}}""";

    private ModelQuestionExamples() {
    }

    static ModelQuestion drugsAndEffects(String sentence) {
        return new ModelQuestion("drugs and effects", "Find the drugs and their harmful effects in the sentence. Answer with JSON: {\"drugs\": [...], \"effects\": [...]}.",
                List.of(new Example("Sentence: Acute liver failure was attributed to isoniazid.", "{\"drugs\": [\"isoniazid\"], \"effects\": [\"acute liver failure\"]}"),
                        new Example("Sentence: His medication included aspirin for many years.", "{\"drugs\": [], \"effects\": []}"),
                        new Example("Sentence: Two days after starting allopurinol he developed fever.", "{\"drugs\": [\"allopurinol\"], \"effects\": [\"fever\"]}")),
                "Sentence: " + sentence, new JsonAnswer("drugs_and_effects", SCHEMA), 120);
    }

    static ModelQuestion roleOf(String drug, String sentence) {
        return new ModelQuestion("role", "What is the role of the medicine in the sentence? blamed, treatment, past or used. Answer with one word.",
                List.of(new Example("Sentence: Acute liver failure was attributed to isoniazid.\nMedicine: isoniazid\nRole?", "blamed"),
                        new Example("Sentence: The nausea was relieved by ondansetron.\nMedicine: ondansetron\nRole?", "treatment"),
                        new Example("Sentence: His medication included aspirin.\nMedicine: aspirin\nRole?", "used"),
                        new Example("Sentence: She reported an allergy to penicillin.\nMedicine: penicillin\nRole?", "past")),
                "Sentence: " + sentence + "\nMedicine: " + drug + "\nRole?", new OneWord(List.of("blamed", "treatment", "past", "used")), 1);
    }
}
