package casewright.export;

import casewright.access.Signature;
import casewright.cases.Arrival;
import casewright.cases.ReportCase;
import casewright.company.CompanySettings;
import casewright.drafting.Citation;
import casewright.drafting.DraftField;
import casewright.drafting.FieldValue;
import casewright.drafting.Finding;
import casewright.drafting.NarrativeSentence;
import casewright.drafting.ReportTemplate;
import casewright.evidence.CitedPassages.Cited;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A case as JSON. Keys keep their order, so two exports of one case differ only where the case does.
final class CaseAsJson {

    private static final int FORMAT_VERSION = 1;

    private final ReportContent content;
    private final ReportTemplate template;

    private CaseAsJson(ReportContent content) {
        this.content = content;
        String[] id = content.draft().template().split("/");
        this.template = ReportTemplate.load(id[0], id[1]);
    }

    static byte[] of(ReportContent content) {
        JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return (json.writeValueAsString(new CaseAsJson(content).all()).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, @Nullable Object> all() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("format", "casewright-case");
        all.put("formatVersion", FORMAT_VERSION);
        all.put("approved", !content.isDraft());
        if (content.isDraft()) all.put("watermark", "DRAFT - not approved");
        all.put("case", report());
        all.put("company", company());
        all.put("template", pairs("id", content.draft().template(), "sha256", content.draft().templateSha256()));
        all.put("content", pairs("revision", content.draft().revision(), "sha256", content.draftSha256()));
        all.put("fields", content.draft().fields().stream().map(this::field).toList());
        all.put("narrative", content.draft().narrative().stream().map(CaseAsJson::sentence).toList());
        all.put("findings", content.draft().findings().stream().map(CaseAsJson::finding).toList());
        all.put("citedPassages", content.cited().stream().map(CaseAsJson::passage).toList());
        all.put("signatures", content.signatures().stream().map(CaseAsJson::signature).toList());
        all.put("trailHash", content.trailHash());
        return all;
    }

    private Map<String, @Nullable Object> report() {
        ReportCase report = content.report();
        Arrival arrival = report.arrival();
        return pairs("number", report.number(), "status", report.status().label(), "receiptDate", arrival.receiptDate().toString(), "receivedHow", arrival.receivedHow(),
                "reportType", arrival.reportType(), "sender", arrival.sender(), "country", arrival.country(), "patient", report.patientNumber(), "patients", report.patientCount());
    }

    private Map<String, @Nullable Object> company() {
        CompanySettings company = content.company();
        return pairs("name", company.name(), "address", company.address(), "country", company.country(), "senderId", company.senderId());
    }

    private Map<String, @Nullable Object> field(DraftField field) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("path", field.path());
        template.field(field.path()).ifPresent(known -> {
            shown.put("label", known.label());
            shown.put("e2b", known.e2b());
        });
        switch (field.value()) {
            case FieldValue.Stated stated -> {
                shown.put("state", "stated");
                shown.put("value", stated.value());
                shown.put("code", stated.code());
                shown.put("waysOfReading", stated.assurance().ways());
                shown.put("sure", stated.assurance().sure());
                shown.put("citations", stated.citations().stream().map(CaseAsJson::citation).toList());
            }
            case FieldValue.NotStated empty -> {
                shown.put("state", "not stated");
                template.field(field.path()).flatMap(known -> known.reasonOf(empty)).ifPresent(reason -> shown.put("nullFlavor", reason.name()));
                if (!empty.citations().isEmpty()) shown.put("citations", empty.citations().stream().map(CaseAsJson::citation).toList());
            }
            case FieldValue.Unclear unclear -> {
                shown.put("state", "unclear");
                shown.put("why", unclear.why());
                shown.put("alternatives", unclear.alternatives().stream()
                        .map(one -> pairs("value", one.value(), "citations", one.citations().stream().map(CaseAsJson::citation).toList())).toList());
            }
        }
        shown.put("takenBy", taken(field.takenBy()));
        return shown;
    }

    private static Map<String, @Nullable Object> sentence(NarrativeSentence sentence) {
        return pairs("section", sentence.section(), "sentence", sentence.sentence(), "kind", word(sentence.kind()), "origin", word(sentence.origin()), "citations",
                sentence.citations().stream().map(CaseAsJson::citation).toList(), "takenBy", taken(sentence.takenBy()));
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        return pairs("kind", finding.kind(), "title", finding.title(), "answer", finding.answer(), "rule", finding.rule(), "citations",
                finding.citations().stream().map(CaseAsJson::citation).toList());
    }

    private static Map<String, @Nullable Object> passage(Cited one) {
        return pairs("path", one.path(), "corpus", one.passage().corpus(), "version", one.passage().version(), "private", one.isPrivate(), "passage", one.passage().toString(), "adjoining", one.adjoining(),
                "title", one.title(), "section", one.section(), "text", one.text(), "citedBy", one.by(), "citedAt", one.at().toString());
    }

    private static Map<String, @Nullable Object> signature(Signature signature) {
        return pairs("printedName", signature.printedName(), "meaning", signature.meaning(), "at", signature.at().toString(), "zone", signature.zone(), "contentSha256",
                signature.contentSha256(), "trailHash", signature.trailHash());
    }

    private static Map<String, @Nullable Object> citation(Citation citation) {
        return switch (citation) {
            case Citation.Source source -> pairs("of", "source", "documentId", source.documentId(), "page", source.page(), "start", source.start(), "end", source.end(), "quote", source.quote());
            case Citation.Knowledge known -> pairs("of", "knowledge", "corpus", known.corpus(), "version", known.version(), "passage", known.passage(), "title", known.title(), "quote", known.quote());
            case Citation.Person person -> pairs("of", "person", "by", person.by(), "reason", person.reason(), "quote", person.quote());
        };
    }

    private static @Nullable Map<String, @Nullable Object> taken(DraftField.@Nullable Taken taken) {
        return taken == null ? null : pairs("by", taken.by(), "at", taken.at().toString(), "reason", taken.reason());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, @Nullable Object> pairs(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> pairs = new LinkedHashMap<>();
        List<@Nullable Object> list = java.util.Arrays.asList(namesAndValues);
        for (int i = 0; i < list.size(); i += 2) pairs.put(String.valueOf(list.get(i)), list.get(i + 1));
        return pairs;
    }
}
