package casewright.reading;

import casewright.extraction.DocumentText;
import casewright.llm.LanguageModel;
import casewright.llm.ModelCall;
import casewright.reading.terms.Vocabulary;
import casewright.reading.text.SourceText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Reads the documents of a case: what they are and what they say.
@Component
public class CaseReader {

    private final Vocabulary vocabulary;
    private final ModelReader model;

    public CaseReader(Vocabulary vocabulary, ModelReader model) {
        this.vocabulary = vocabulary;
        this.model = model;
    }

    /// A reader that asks another model than the service's: for measurements.
    public static CaseReader asking(LanguageModel model, Vocabulary vocabulary, Clock clock) {
        return new CaseReader(vocabulary, new ModelReader(model, clock));
    }

    /// @param calls    every question put to the model is added
    /// @param progress told in plain words how far it is
    public Reading read(List<DocumentText> documents, List<ModelCall> calls, Consumer<String> progress) {
        return UnreadLanguages.told(documents, found(documents, calls, progress));
    }

    private Reading found(List<DocumentText> documents, List<ModelCall> calls, Consumer<String> progress) {
        progress.accept("finding drugs and reactions");
        SourceText text = SourceText.of(documents);
        Mentions whole = new Mentions(text, vocabulary);
        FormReader form = new FormReader(whole);
        if (form.isReport()) return ofForm(form, whole, calls, progress);
        List<SourceText> groups = PatientGroups.of(text);
        List<Reading> readings = new ArrayList<>();
        for (SourceText group : groups) readings.add(one(groups.size() == 1 ? whole : new Mentions(group, vocabulary), form, calls, progress));
        List<Reading> cases = readings.stream().filter(reading -> reading.triage().verdict() == Triage.Verdict.CASE).toList();
        if (groups.size() == 1 || cases.isEmpty()) return readings.getFirst();
        List<PatientFacts> patients = cases.stream().map(reading -> reading.patients().getFirst().flagged("several patients in the document")).toList();
        return new Reading(cases.getFirst().triage(), patients, List.of(groups.size() + " patients are told of; " + cases.size() + " with a suspected reaction."));
    }

    private Reading one(Mentions mentions, FormReader form, List<ModelCall> calls, Consumer<String> progress) {
        Suspicions suspicions = new Suspicions(mentions, model, calls);
        suspicions.find(progress);
        progress.accept("putting the facts together");
        PatientFacts found = new FactAssembly(mentions, suspicions, form).facts();
        Triage triage = TriageRule.of(mentions, suspicions, found);
        PatientFacts told = triage.verdict() == Triage.Verdict.CASE ? new UntoldCourse(mentions, model, calls).completed(found) : found;
        PatientFacts facts = UnansweredReader.completed(told, mentions);
        boolean aside = triage.verdict() == Triage.Verdict.CASE && Blame.isAside(mentions, suspicions.pairs());
        return new Reading(triage, List.of(aside ? facts.flagged("a remark aside in a report about something else") : facts), List.of());
    }

    private Reading ofForm(FormReader form, Mentions mentions, List<ModelCall> calls, Consumer<String> progress) {
        PatientFacts facts = UnansweredReader.completed(withProse(form, mentions, calls, progress), mentions);
        List<DrugFacts> suspects = facts.suspects();
        List<ReactionFacts> reactions = facts.reactions();
        List<Quote> deciding = new ArrayList<>(suspects.getFirst().name().quotes());
        if (reactions.isEmpty()) return new Reading(TriageRule.situation(mentions, true).orElseGet(() -> new Triage(Triage.Verdict.NEITHER, "The form names a product, but no reaction was found in it.", deciding)), List.of(facts), List.of());
        deciding.addAll(reactions.getFirst().term().quotes());
        String reason = "A report form names a product and an event: " + suspects.getFirst().name().value() + ", " + reactions.getFirst().term().value() + ".";
        return new Reading(new Triage(Triage.Verdict.CASE, reason, deciding), List.of(facts), List.of());
    }

    /// The boxes, and what the form tells in sentences besides; the model is asked only about those beside the boxes, as a box makes its suspicion by itself.
    private PatientFacts withProse(FormReader form, Mentions mentions, List<ModelCall> calls, Consumer<String> progress) {
        PatientFacts boxes = form.facts();
        FormProse prose = new FormProse(mentions);
        if (!prose.isTold()) return boxes;
        Suspicions suspicions = new Suspicions(prose.mentions(), model, calls);
        if (prose.standsBeside()) suspicions.find(progress);
        suspicions.pairs().addAll(prose.pairs(boxes));
        progress.accept("putting the facts together");
        return prose.completed(boxes, new FactAssembly(prose.mentions(), suspicions, form).facts());
    }
}
