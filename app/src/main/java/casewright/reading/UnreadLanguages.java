package casewright.reading;

import casewright.extraction.DocumentText;
import casewright.reading.Triage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Documents in a language that is not read: said plainly, and "no case" is not said of what nobody understood.
final class UnreadLanguages {

    private static final String READ = "en";
    private static final String UNKNOWN = "und";

    private UnreadLanguages() {
    }

    static Reading told(List<DocumentText> documents, Reading reading) {
        List<String> notes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int d = 0; d < documents.size(); d++) {
            String language = documents.get(d).language();
            if (language.equals(READ) || language.equals(UNKNOWN)) continue;
            String name = Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
            if (!names.contains(name)) names.add(name);
            notes.add((documents.size() == 1 ? "The document" : "Document " + (d + 1)) + " is in " + name + ". Drugs and reactions are looked for in English words only: please read it yourself.");
        }
        if (notes.isEmpty()) return reading;
        notes.addAll(reading.notes());
        String all = names.stream().collect(Collectors.joining(" and "));
        List<PatientFacts> patients = reading.patients().stream().map(patient -> patient.flagged(all + ": not read in full")).toList();
        Triage triage = reading.triage();
        if (triage.verdict() == Verdict.NEITHER) {
            triage = new Triage(Verdict.NEITHER, "Written in " + all + ", which the service cannot judge: please read it yourself, it may be a case.", triage.evidence());
        }
        return new Reading(triage, patients, notes);
    }
}
