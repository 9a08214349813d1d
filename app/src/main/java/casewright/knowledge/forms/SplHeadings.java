package casewright.knowledge.forms;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a section of a label is about, by its LOINC code. Source: FDA, "Structured Product Labeling: section headings (LOINC)".
final class SplHeadings {

    private static final Map<String, String> BY_CODE = Map.ofEntries(Map.entry("34066-1", "Boxed warning"), Map.entry("34067-9", "Indications and usage"),
            Map.entry("34068-7", "Dosage and administration"), Map.entry("43678-2", "Dosage forms and strengths"), Map.entry("34070-3", "Contraindications"), Map.entry("34071-1", "Warnings"),
            Map.entry("42232-9", "Precautions"), Map.entry("34072-9", "General precautions"), Map.entry("43685-7", "Warnings and precautions"), Map.entry("34084-4", "Adverse reactions"),
            Map.entry("90374-0", "Clinical trials experience"), Map.entry("90375-7", "Postmarketing experience"), Map.entry("34073-7", "Drug interactions"),
            Map.entry("43684-0", "Use in specific populations"), Map.entry("42228-7", "Pregnancy"), Map.entry("34077-8", "Teratogenic effects"), Map.entry("34080-2", "Nursing mothers"),
            Map.entry("77290-5", "Lactation"), Map.entry("34081-0", "Pediatric use"), Map.entry("34082-8", "Geriatric use"), Map.entry("42227-9", "Drug abuse and dependence"),
            Map.entry("34088-5", "Overdosage"), Map.entry("34089-3", "Description"), Map.entry("34090-1", "Clinical pharmacology"), Map.entry("43679-0", "Mechanism of action"),
            Map.entry("43681-6", "Pharmacodynamics"), Map.entry("43682-4", "Pharmacokinetics"), Map.entry("43680-8", "Nonclinical toxicology"),
            Map.entry("34083-6", "Carcinogenesis, mutagenesis, impairment of fertility"), Map.entry("34092-7", "Clinical studies"), Map.entry("34069-5", "How supplied"),
            Map.entry("34076-0", "Information for patients"), Map.entry("42231-1", "Medication guide"), Map.entry("55105-1", "Purpose"), Map.entry("55106-9", "Active ingredient"),
            Map.entry("50565-1", "Keep out of reach of children"), Map.entry("50566-9", "Stop use"), Map.entry("50567-7", "When using"), Map.entry("50568-5", "Ask a doctor or pharmacist"),
            Map.entry("50569-3", "Ask a doctor"), Map.entry("50570-1", "Do not use"), Map.entry("53414-9", "Pregnancy or breast feeding"));
    /// Lists of data elements and pictures of packages: no text to read.
    private static final Set<String> WITHOUT_TEXT = Set.of("48780-1", "51945-4");

    private SplHeadings() {
    }

    static Optional<String> find(String loinc) {
        return Optional.ofNullable(BY_CODE.get(loinc));
    }

    static boolean isWithoutText(String loinc) {
        return WITHOUT_TEXT.contains(loinc);
    }
}
