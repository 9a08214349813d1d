package casewright.evaluation;

import casewright.drafting.CaseRecord;
import casewright.drafting.Draft;
import casewright.drafting.ReportDrafter;
import casewright.evidence.Evidence;
import casewright.evidence.EvidenceFinder;
import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.extraction.TextExtractor;
import casewright.llm.ModelCall;
import casewright.reading.CaseReader;
import casewright.reading.PatientFacts;
import casewright.reading.Reading;
import casewright.reading.Triage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The automatic steps one after the other as the service does them, without storing anything.
record WholeChain(TextExtractor extractor, CaseReader reader, EvidenceFinder evidence, ReportDrafter drafter) implements Chain {

    @Override
    public Map<String, @Nullable Object> draft(String id, List<byte[]> documents) {
        List<DocumentText> texts = documents.stream().map(extractor::extract).toList();
        List<ModelCall> calls = new ArrayList<>();
        Reading reading = reader.read(texts, calls, _ -> {});
        List<Long> ids = new ArrayList<>();
        Map<Long, Integer> pagesBefore = new HashMap<>();
        int pages = 0;
        for (int d = 0; d < texts.size(); d++) {
            ids.add((long) d);
            pagesBefore.put((long) d, pages);
            pages += texts.get(d).pages().size();
        }
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        if (reading.triage().verdict() == Triage.Verdict.CASE) {
            for (PatientFacts facts : reading.patients()) cases.add(new DraftAsJson(draftOf(facts, ids, calls), pagesBefore).json());
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("id", id);
        result.put("hasAdverseReactionCase", !cases.isEmpty());
        result.put("triage", reading.triage().verdict().name() + ": " + reading.triage().reason());
        result.put("modelSeconds", Math.round(calls.stream().mapToLong(ModelCall::tookMillis).sum() / 100.0) / 10.0);
        result.put("modelCalls", calls.stream().map(call -> List.of(call.kind(), call.prompt(), call.answer())).toList());
        result.put("text", texts.stream().flatMap(text -> text.pages().stream()).map(Page::text).toList());
        result.put("cases", cases);
        return result;
    }

    private Draft draftOf(PatientFacts facts, List<Long> ids, List<ModelCall> calls) {
        CaseRecord record = new CaseRecord(1, "CW-0000-000001", LocalDate.of(2026, 1, 15), "spontaneous", "upload", "", List.of("EU"));
        List<Evidence> found = evidence.find(facts, record.reportType().equals("study"), record.receiptDate());
        return drafter.draft(record, ids, facts, found, calls);
    }
}
