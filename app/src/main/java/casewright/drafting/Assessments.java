package casewright.drafting;

import casewright.company.ReportingClock;
import casewright.evidence.Evidence;
import casewright.reading.NullFlavor;
import casewright.reading.terms.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What follows from the fields by rule: proposals, each with its rule and the words it rests on.
@Component
public class Assessments {

    /// E2B(R3) lower-layer rule of the four minimum criteria: ICH E2D 4.2, GVP VI.B.2.
    private static final String VALIDITY_RULE = "GVP VI.B.2: identifiable patient, identifiable reporter, a suspect or interacting drug, a suspected reaction";

    private static final List<String> IDENTIFY_PATIENT = List.of("initials", "age", "sex", "birthDate", "weightKg");
    private static final int MOST_NAMED = 3;
    private static final List<String> IDENTIFY_REPORTER = List.of("name", "qualification", "organisation", "country", "reference");

    /// What a minimum criterion answers that nothing meets.
    public static final String MISSING = "missing";

    private final Vocabulary vocabulary;

    /// @param vocabulary finds the drugs that the narrative names
    public Assessments(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Finding> of(Draft draft, CaseRecord record, List<Evidence> evidence) {
        List<Finding> findings = new ArrayList<>();
        validity(draft, findings);
        boolean serious = isSerious(draft);
        findings.add(new Finding("seriousness", "Seriousness", serious ? "serious: " + String.join(", ", criteria(draft)) : "no criterion is told",
                "ICH E2A II.B: any criterion makes the case serious; E2B(R3) E.i.3.2 true or no information", citationsOf(draft, "seriousness")));
        boolean death = criteria(draft).contains("death");
        for (ReportingClock clock : ReportingClock.of(record.jurisdictions())) {
            String due = clock.due(record.receiptDate(), serious, death).map(found -> found.date().toString()).orElse("no single report, the periodic one tells it");
            findings.add(new Finding("clock", "Due, " + clock.name(), due, clock.rule() + "; day 0 is " + record.receiptDate(), List.of()));
        }
        findings.addAll(Chronology.of(draft));
        Completeness.of(draft, record).ifPresent(findings::add);
        evidence.stream().filter(Evidence::tells).forEach(answer -> findings.add(listedness(answer)));
        questions(draft, findings);
        return findings;
    }

    List<Finding> withMismatches(List<Finding> findings, Draft draft, List<NarrativeSentence> narrative) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(FieldsAndNarrative.mismatches(draft, narrative, vocabulary));
        return all;
    }

    /// The findings of a corrected draft, from its present fields and narrative.
    public List<Finding> anew(Draft draft, CaseRecord record, List<Evidence> evidence) {
        return withMismatches(of(draft, record, evidence), draft, draft.narrative());
    }

    /// All criteria of all reactions.
    public static Set<String> criteria(Draft draft) {
        Set<String> criteria = new LinkedHashSet<>();
        for (int i = 0; i < draft.count("reactions"); i++) {
            for (String one : draft.shown("reactions[" + i + "].seriousness").split("; ")) if (!one.isBlank()) criteria.add(one);
        }
        return criteria;
    }

    public static boolean isSerious(Draft draft) {
        return !criteria(draft).isEmpty();
    }

    private static void validity(Draft draft, List<Finding> findings) {
        List<String> missing = missingCriteria(draft);
        findings.add(new Finding("validity", "Four minimum criteria", missing.isEmpty() ? "valid" : "not valid yet, missing: " + String.join(", ", missing), VALIDITY_RULE, List.of()));
        criterion(draft, "An identifiable patient", IDENTIFY_PATIENT.stream().map(id -> "patient." + id).toList(), findings);
        criterion(draft, "An identifiable reporter", IDENTIFY_REPORTER.stream().map(id -> "reporter." + id).toList(), findings);
        criterion(draft, "A suspect drug", named(draft, "suspectDrugs", "name"), findings);
        criterion(draft, "A suspected reaction", named(draft, "reactions", "term"), findings);
    }

    /// One minimum criterion with the values that meet it.
    private static void criterion(Draft draft, String title, List<String> paths, List<Finding> findings) {
        List<String> met = paths.stream().filter(path -> !draft.shown(path).isBlank()).limit(MOST_NAMED).toList();
        String answer = met.isEmpty() ? MISSING : String.join(", ", met.stream().map(path -> draft.shown(path) + (path.endsWith("weightKg") ? " kg" : "")).distinct().toList());
        List<Citation> citations = met.stream().map(draft::find).flatMap(Optional::stream).map(DraftField::value)
                .flatMap(value -> value instanceof FieldValue.Stated stated ? stated.citations().stream() : java.util.stream.Stream.empty()).distinct().toList();
        findings.add(new Finding("criterion", title, answer, "", citations));
    }

    private static List<String> named(Draft draft, String group, String id) {
        return java.util.stream.IntStream.range(0, draft.count(group)).mapToObj(i -> group + "[" + i + "]." + id).toList();
    }

    /// Which of the four minimum criteria are not met; empty for a valid case.
    public static List<String> missingCriteria(Draft draft) {
        List<String> missing = new ArrayList<>();
        boolean patient = IDENTIFY_PATIENT.stream().anyMatch(id -> !draft.shown("patient." + id).isBlank());
        boolean reporter = IDENTIFY_REPORTER.stream().anyMatch(id -> !draft.shown("reporter." + id).isBlank());
        if (!patient) missing.add("an identifiable patient");
        if (!reporter) missing.add("an identifiable reporter");
        if (draft.count("suspectDrugs") == 0) missing.add("a suspect drug");
        if (draft.count("reactions") == 0) missing.add("a suspected reaction");
        return missing;
    }

    private static void questions(Draft draft, List<Finding> findings) {
        for (String missing : missingCriteria(draft)) findings.add(question("Please tell us " + missing + "."));
        if (draft.shown("patient.age").isBlank()) findings.add(question("How old was the patient at the event?"));
        if (draft.shown("patient.sex").isBlank()) findings.add(question("What is the patient's sex?"));
        for (int i = 0; i < draft.count("suspectDrugs"); i++) {
            String drug = draft.shown("suspectDrugs[" + i + "].name");
            ask(draft, findings, "suspectDrugs[" + i + "].start", "When was " + drug + " started?");
            ask(draft, findings, "suspectDrugs[" + i + "].dose", "Which dose of " + drug + " was given?");
            ask(draft, findings, "suspectDrugs[" + i + "].indication", "What was " + drug + " given for?");
            ask(draft, findings, "suspectDrugs[" + i + "].actionTaken", "Was " + drug + " stopped, reduced or continued?");
            ask(draft, findings, "suspectDrugs[" + i + "].batch", "What is the batch number of " + drug + "?");
        }
        for (int i = 0; i < draft.count("reactions"); i++) {
            String term = draft.shown("reactions[" + i + "].term");
            ask(draft, findings, "reactions[" + i + "].onset", "When did the " + term + " begin?");
            ask(draft, findings, "reactions[" + i + "].outcome", "What was the outcome of the " + term + "?");
        }
    }

    /// Not what was asked in vain already.
    private static void ask(Draft draft, List<Finding> findings, String path, String question) {
        boolean inVain = draft.find(path).map(DraftField::value).filter(value -> value instanceof FieldValue.NotStated empty && empty.reason() == NullFlavor.ASKU).isPresent();
        if (!draft.isKnown(path) && !inVain) findings.add(question(question));
    }

    private static Finding question(String text) {
        return new Finding("question", "To ask", text, "GVP VI.B.3: follow-up of what is missing", List.of());
    }

    /// Answered per document type: a core data sheet lists, a brochure expects, a label labels.
    private static Finding listedness(Evidence evidence) {
        String pair = evidence.subject().drug() + " / " + evidence.subject().reaction();
        String where = evidence.corpus().name() + ", version " + evidence.corpus().version();
        String basis = evidence.corpus().basis().isEmpty() ? "" : " (" + evidence.corpus().basis() + ")";
        return evidence.answer().map(answer -> new Finding(evidence.purpose(), pair, answer.verdict() + " in " + answer.title(), "looked up in " + where + basis,
                        List.<Citation>of(new Citation.Knowledge(evidence.corpus().name(), evidence.corpus().version(), answer.passage(), answer.title(), answer.sentence()))))
                .orElseGet(() -> new Finding(evidence.purpose(), pair, "nothing found in " + where, "looked up in " + where + basis, List.of()));
    }

    private static List<Citation> citationsOf(Draft draft, String fieldId) {
        return draft.fields().stream().filter(field -> field.path().endsWith("." + fieldId)).map(DraftField::value)
                .flatMap(value -> value instanceof FieldValue.Stated stated ? stated.citations().stream() : java.util.stream.Stream.empty()).distinct().limit(12).toList();
    }
}
