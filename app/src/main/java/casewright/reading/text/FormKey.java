package casewright.reading.text;

import java.util.List;
import java.util.Set;

/// What a form's key asks for, told by its words: general words of report forms, not the columns of one form.
public enum FormKey {
    PATIENT, AGE, SEX, BIRTH_DATE, WEIGHT, HEIGHT, PREGNANCY, INITIALS, PRODUCT, MANUFACTURER, BATCH, DOSE, ROUTE, SITE, START, STOP, INDICATION, ACTION, ONSET, EVENT_TEXT, EVENT_TERM, OUTCOME, DIED,
    LIFE_THREATENING, HOSPITALISED, DISABLED, CONGENITAL, OTHER_DRUGS, HISTORY, PAST_REACTIONS, TESTS, REPORTER, QUALIFICATION, COUNTRY, EVENT_COUNTRY, ORGANISATION, FORM, THERAPY_DURATION, END, EVENT_DURATION, SERIOUSNESS, TREATMENT, OTHER;

    private static final Set<String> PRODUCT_WORDS = Set.of("product", "products", "drug", "drugs", "medicine", "medication", "vaccine", "vax", "suspect", "suspected", "preparation", "brand", "medicinal");

    /// "Patient", "Patient details", "Patient demographics (age/sex)"; no "In-patient stay".
    private static final Set<String> PATIENT_WORDS = Set.of("patient", "patients", "s", "demographics", "demographic", "details", "data", "information", "info", "description", "profile", "characteristics", "age", "sex", "gender", "initials", "and", "the", "of", "about", "1");

    public static FormKey of(FormField field) {
        List<String> words = field.words();
        boolean date = any(words, "date", "day", "when", "started", "begin", "began");
        boolean product = words.stream().anyMatch(PRODUCT_WORDS::contains);
        boolean others = any(words, "other", "concomitant", "concurrent", "additional", "current", "regular", "co") && any(words, "meds", "med", "medication", "medications", "drugs", "drug", "medicines", "products", "medicine");
        if (any(words, "prior", "previous", "past", "earlier") && (product || any(words, "vaccination", "vaccinations", "vaccines", "immunization", "immunizations", "immunisation", "immunisations", "reaction", "reactions", "adverse", "adr"))) {
            return date ? OTHER : any(words, "allergy", "allergies", "allergic") ? HISTORY : PAST_REACTIONS;
        }
        if (others || field.has("concomitant") || words.equals(List.of("medications")) || words.equals(List.of("medication"))) return OTHER_DRUGS;
        if (any(words, "age") && !any(words, "group")) return AGE;
        if (any(words, "sex", "gender")) return SEX;
        if (any(words, "dob", "birth", "born") && !any(words, "defect")) return BIRTH_DATE;
        if (any(words, "weight", "wt")) return WEIGHT;
        if (any(words, "height")) return HEIGHT;
        if (any(words, "pregnant", "pregnancy", "gestation")) return PREGNANCY;
        if (any(words, "initials")) return INITIALS;
        if (any(words, "lot", "batch")) return BATCH;
        if (field.has("manu", "holder") && !field.has("manual")) return MANUFACTURER;
        if (any(words, "route")) return ROUTE;
        if (words.getLast().equals("site") && (product || any(words, "injection", "administration", "vaccination"))) return SITE;
        if (field.has("indication") || any(words, "reason") && any(words, "use", "treatment", "taking", "prescribed")) return INDICATION;
        boolean event = any(words, "reaction", "event", "symptom", "symptoms", "adr");
        if (any(words, "seriousness") || words.equals(List.of("serious"))) return SERIOUSNESS;
        if (any(words, "duration")) return event ? EVENT_DURATION : THERAPY_DURATION;
        if (event && date && any(words, "end", "stop", "stopped", "recovery", "resolution", "resolved")) return END;
        if (any(words, "form") && any(words, "dose", "dosage", "pharmaceutical")) return FORM;
        if (field.has("onset") || (date || any(words, "start")) && field.has("reaction", "event", "symptom", "adverse") && !any(words, "end", "stop", "recovery")) return ONSET;
        if (any(words, "stop", "stopped", "end", "ended", "last", "discontinued") && (words.size() == 1 || date || product || any(words, "therapy", "treatment", "dose"))) return STOP;
        if ((date || any(words, "start", "first")) && (product || any(words, "therapy", "treatment", "start", "started", "begun", "vaccination", "vaccinated", "administration", "given", "exposure"))) return START;
        if (any(words, "action", "actions", "dechallenge")) return ACTION;
        if (any(words, "dose", "dosage", "strength", "posology") || any(words, "daily") && any(words, "amount")) return DOSE;
        if (field.has("recov", "outcome", "resolved")) return OUTCOME;
        if (any(words, "died", "death", "fatal", "deceased")) return date ? OTHER : DIED;
        if (field.has("threat")) return LIFE_THREATENING;
        if (field.has("hospital") && !any(words, "name", "address", "days", "department")) return HOSPITALISED;
        if (field.has("disab", "incapacit")) return DISABLED;
        if (any(words, "defect", "anomaly", "congenital")) return CONGENITAL;
        if (any(words, "symptom", "reaction", "event", "pt", "llt", "term", "adr") && words.stream().anyMatch(word -> word.matches("\\d+")) && !field.isProse()) return EVENT_TERM;
        if (any(words, "symptom", "symptoms", "reaction", "reactions", "event", "events", "adverse", "narrative", "description", "describe", "complaint", "complaints", "problem", "side", "happened", "adr")
                && !field.has("version") && !date && !any(words, "type", "number", "id", "code", "reporter", "country")) return EVENT_TEXT;
        if (any(words, "lab", "laboratory", "tests", "investigations", "test")) return TESTS;
        if (any(words, "history", "ill", "illness", "allergies", "allergy", "conditions", "comorbidities", "diseases", "diagnoses", "pmh")) return HISTORY;
        if (any(words, "qualification", "profession", "occupation")) return QUALIFICATION;
        if (any(words, "country")) return event || any(words, "occurrence", "occurred", "incident") ? EVENT_COUNTRY : COUNTRY;
        if (any(words, "reporter", "reported", "sender", "physician") && !date && !any(words, "phone", "email", "e", "type")) return REPORTER;
        if (any(words, "organisation", "organization", "institution", "clinic")) return ORGANISATION;
        if (any(words, "patient", "patients", "demographics") && PATIENT_WORDS.containsAll(words)) return PATIENT;
        if (any(words, "treatment", "treated", "countermeasures", "remedy") && !date && !any(words, "type", "number", "response")) return TREATMENT;
        if (product && !any(words, "type", "site", "code", "id", "number", "class", "form", "source", "by", "adminby", "interaction") && !date) return PRODUCT;
        return OTHER;
    }

    private static boolean any(List<String> words, String... wanted) {
        for (String word : wanted) if (words.contains(word)) return true;
        return false;
    }
}
