package casewright.export;

import casewright.cases.ReportCase;
import casewright.drafting.Assessments;
import casewright.drafting.Draft;
import casewright.drafting.FieldValue;
import casewright.drafting.NarrativeSentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What stands in each box of a CIOMS I form, from the draft alone. What the source does not state stays empty.
///
/// Sources: CIOMS Working Group I, "International Reporting of Adverse Drug Reactions" (1990); boxes to E2B(R3) elements as in the vendors' forms.
final class CiomsBoxes {

    private final ReportContent content;
    private final Draft draft;

    CiomsBoxes(ReportContent content) {
        this.content = content;
        this.draft = content.draft();
    }

    /// Texts by the id of their box.
    Map<String, String> texts() {
        ReportCase report = content.report();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("1", told("patient.initials"));
        texts.put("1a", country());
        dateParts(texts, "2", draft.code("patient.birthDate"));
        texts.put("2a", age());
        texts.put("3", told("patient.sex"));
        texts.put("3a", draft.shown("patient.weightKg").isEmpty() ? "" : draft.shown("patient.weightKg") + " kg");
        dateParts(texts, "4", earliestOnset());
        texts.put("7", description());
        texts.put("14", drugs(this::nameAndBatch));
        texts.put("15", drugs(drug -> joined("; also told: ", draft.shown(drug + "dose"), draft.shown(drug + "otherDoses"))));
        texts.put("16", drugs(drug -> joined(", ", told(drug + "route"), draft.shown(drug + "form"))));
        texts.put("17", drugs(drug -> told(drug + "indication")));
        texts.put("18", drugs(drug -> period(date(drug + "start"), date(drug + "stop"))));
        texts.put("19", drugs(drug -> draft.shown(drug + "duration")));
        texts.put("22", items("concomitantDrugs", drug -> joined(", ", joined(" ", draft.shown(drug + "name"), draft.shown(drug + "dose")), period(date(drug + "start"), date(drug + "stop")))));
        texts.put("23", history());
        texts.put("24a", joined("\n", content.company().name(), content.company().address()));
        texts.put("24b", controlNumber());
        texts.put("24c", PrintedDates.of(report.arrival().receiptDate()));
        texts.put("25b", joined("\n", joined(", ", draft.shown("reporter.name"), draft.shown("reporter.qualification")),
                joined(", ", draft.shown("reporter.organisation"), draft.shown("reporter.country"))));
        texts.put("25d", PrintedDates.of(content.date(), zone()));
        texts.put("26", remarks());
        return texts;
    }

    /// Ids of the boxes that are ticked.
    Set<String> ticks() {
        Set<String> ticks = new LinkedHashSet<>(Assessments.criteria(draft));
        tick(ticks, "abated ", draft.shown("suspectDrugs[0].dechallenge"));
        tick(ticks, "reappeared ", draft.shown("suspectDrugs[0].rechallenge"));
        if (content.report().arrival().reportType().equals("study")) ticks.add("study");
        if (content.report().arrival().receivedHow().equals("literature search") || !draft.shown("reporter.reference").isEmpty()) ticks.add("literature");
        if (content.report().arrival().receivedHow().equals("authority")) ticks.add("authority");
        String who = draft.shown("reporter.qualification");
        if (List.of("physician", "pharmacist", "other health professional").contains(who)) ticks.add("health professional");
        else if (!who.isEmpty()) ticks.add("other source");
        ticks.add(content.report().followsCaseId() == null ? "initial" : "follow-up");
        return ticks;
    }

    private static void tick(Set<String> ticks, String question, String answer) {
        switch (answer) {
            case "positive" -> ticks.add(question + "yes");
            case "negative" -> ticks.add(question + "no");
            case "not applicable", "not done" -> ticks.add(question + "na");
            default -> {
                // Not stated or unknown: the form leaves all three open.
            }
        }
    }

    /// E2B(R3) C.1.1: country code, sender, the sender's own number.
    String controlNumber() {
        String country = content.report().arrival().country().isEmpty() ? content.company().country() : content.report().arrival().country();
        return joined("-", country, content.company().senderId(), content.report().number());
    }

    private String country() {
        String told = draft.shown("reactions[0].country").isEmpty() ? draft.shown("reporter.country") : draft.shown("reactions[0].country");
        return told.isEmpty() ? content.report().arrival().country() : told;
    }

    private String age() {
        String[] coded = draft.code("patient.age").split(" ");
        return coded.length == 2 && coded[1].matches("years?|a") ? coded[0] : draft.shown(draft.shown("patient.age").isEmpty() ? "patient.ageGroup" : "patient.age");
    }

    private static void dateParts(Map<String, String> texts, String id, String iso) {
        PrintedDates.Parts parts = PrintedDates.parts(iso);
        texts.put(id + "day", parts.day());
        texts.put(id + "month", parts.month());
        texts.put(id + "year", parts.year());
    }

    /// E.i.4 of the reaction that began first, among those whose date is known.
    private String earliestOnset() {
        return IntStream.range(0, draft.count("reactions")).mapToObj(i -> draft.code("reactions[" + i + "].onset")).filter(iso -> iso.matches("\\d{4}(-\\d{2}){0,2}")).sorted().findFirst()
                .orElse("");
    }

    private String date(String path) {
        String iso = draft.code(path);
        if (PrintedDates.parts(iso).year().isEmpty()) return told(path);
        // what was worked out is printed with the source's words
        return PrintedDates.of(iso) + (draft.shown(path).contains(iso.substring(0, 4)) ? "" : " (" + draft.shown(path) + ")");
    }

    /// The value, or the reason in a word where the source or a person gives one for its absence.
    private String told(String path) {
        return draft.find(path).map(field -> field.value() instanceof FieldValue.NotStated empty && empty.reason() != null ? switch (empty.reason()) {
            case UNK, ASKU -> "unknown";
            case NASK -> "not asked";
            case MSK -> "withheld";
            case NA -> "not applicable";
            case NI -> "";
        } : field.shown()).orElse("");
    }

    private String description() {
        StringJoiner text = new StringJoiner("\n");
        String reactions = items("reactions", reaction -> {
            String details = joined("; ", labelled("onset ", date(reaction + "onset")), labelled("end ", date(reaction + "end")), labelled("duration ", draft.shown(reaction + "duration")),
                    labelled("outcome: ", draft.shown(reaction + "outcome")), labelled("serious: ", draft.shown(reaction + "seriousness").replace("; ", ", ")));
            return bracketed(draft.shown(reaction + "term"), details);
        });
        if (!reactions.isEmpty()) text.add(reactions);
        String actions = drugs(drug -> draft.shown(drug + "actionTaken"));
        if (!actions.isEmpty()) text.add("Action taken: " + actions.replace("\n", "; "));
        String section = "";
        StringBuilder paragraph = new StringBuilder();
        for (NarrativeSentence sentence : draft.narrative()) {
            if (!sentence.section().equals(section) && !paragraph.isEmpty()) {
                text.add(paragraph.toString());
                paragraph.setLength(0);
            }
            section = sentence.section();
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(sentence.sentence());
        }
        if (!paragraph.isEmpty()) text.add(paragraph.toString());
        String tests = items("keyTests", test -> joined(", ", joined(" ", draft.shown(test + "name"), draft.shown(test + "value")), labelled("normal ", draft.shown(test + "range")), date(test + "when")));
        if (!tests.isEmpty()) text.add("Tests: " + tests.replace("\n", "; "));
        return text.toString();
    }

    private String nameAndBatch(String drug) {
        String name = draft.shown(drug + "name");
        String substance = draft.shown(drug + "substance");
        boolean same = substance.isEmpty() || substance.equalsIgnoreCase(name);
        return joined(", ", same ? name : name + " (" + substance + ")", labelled("batch ", draft.shown(drug + "batch")), draft.shown(drug + "role").equals("interacting") ? "interacting" : "");
    }

    private static String period(String from, String to) {
        if (from.isEmpty() && to.isEmpty()) return "";
        return (from.isEmpty() ? "not stated" : from) + " / " + (to.isEmpty() ? "not stated" : to);
    }

    private String history() {
        String conditions = items("patient.medicalHistory", condition -> bracketed(draft.shown(condition + "name"), joined(", ", labelled("start ", date(condition + "start")), draft.shown(condition + "continuing").equals("yes") ? "continuing" : "", labelled("end ", date(condition + "end"))))).replace("\n", "; ");
        String past = items("patient.pastReactions", reaction -> bracketed(draft.shown(reaction + "name"), joined(", ", draft.shown(reaction + "reaction"), date(reaction + "start")))).replace("\n", "; ");
        String death = joined("; ", labelled("Died: ", date("patient.deathDate")), labelled("Cause of death: ", draft.shown("patient.deathCause")), labelled("Autopsy: ", told("patient.autopsy")));
        return joined("\n", death, conditions, labelled(draft.shown("patient.statedNone").isEmpty() ? "History: " : "Stated: ", told("patient.statedNone")), labelled("Past reactions to drugs: ", past), labelled("Pregnancy: ", joined(", ", draft.shown("patient.pregnancy"), draft.shown("patient.gestationPeriod"))), labelled("Last menstrual period: ", date("patient.lastMenstruation")), draft.shown("patient.heightCm").isEmpty() ? "" : "Height: " + draft.shown("patient.heightCm") + " cm");
    }

    private static String bracketed(String name, String details) {
        return details.isEmpty() ? name : name + " (" + details + ")";
    }

    private String remarks() {
        String treatments = items("treatmentDrugs", drug -> draft.shown(drug + "name")).replace("\n", "; ");
        return joined("\n", "Case " + content.report().number() + (content.report().patientCount() > 1 ? ", patient " + content.report().patientNumber() + " of " + content.report().patientCount() : ""),
                labelled("Causality in the reporter's words: ", draft.shown("reporter.causality")), labelled("Literature: ", draft.shown("reporter.reference")),
                labelled("Study: ", joined(", ", draft.shown("reporter.studyName"), draft.shown("reporter.studyNumber"), draft.shown("reporter.studyType"))),
                labelled("Dechallenge / rechallenge: ", challenges()), labelled("Treatment of the reaction: ", treatments), labelled("Public knowledge cited: ", citedPassages()));
    }

    /// Of several drugs: boxes 20 and 21 tick the first one's.
    private String challenges() {
        if (draft.count("suspectDrugs") < 2) return "";
        return drugs(drug -> period(draft.shown(drug + "dechallenge"), draft.shown(drug + "rechallenge"))).replace("\n", "; ");
    }

    /// The company's own documents are not named to others.
    private String citedPassages() {
        return content.cited().stream().filter(one -> !one.isPrivate())
                .map(one -> joined(", ", one.title(), one.section()) + " (" + one.passage().corpus() + ", version " + one.passage().version() + ")").distinct().collect(Collectors.joining("; "));
    }

    private interface Part {
        String of(String itemPath);
    }

    /// One line for each suspect drug that has something to say, numbered when there are several.
    private String drugs(Part part) {
        return items("suspectDrugs", part);
    }

    private String items(String group, Part part) {
        int count = draft.count(group);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String line = part.of(group + "[" + i + "].");
            if (!line.isEmpty()) lines.add(count > 1 ? "#" + (i + 1) + " " + line : line);
        }
        return String.join("\n", lines);
    }

    private String zone() {
        return content.isDraft() ? "UTC" : content.signatures().getLast().zone();
    }

    private static String labelled(String label, String value) {
        return value.isEmpty() ? "" : label + value;
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }
}
