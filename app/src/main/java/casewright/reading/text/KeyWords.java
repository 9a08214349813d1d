package casewright.reading.text;

import static casewright.reading.text.FormKey.*;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The words of a form's key, and what they ask for: general words of report forms, not the columns of one form. Questions with words of their own come
/// first, those whose words stand in many keys last.
final class KeyWords {

    private static final Set<String> PRODUCT_WORDS = Set.of("product", "products", "drug", "drugs", "medicine", "medication", "vaccine", "vax", "suspect", "suspected", "preparation", "brand", "medicinal");
    private static final Set<String> MEDICINES = Set.of("meds", "med", "medication", "medications", "drugs", "drug", "medicines", "products", "medicine");
    private static final Set<String> BESIDE_IT = Set.of("other", "concomitant", "concurrent", "additional", "current", "regular", "co");
    private static final Set<String> EARLIER = Set.of("prior", "previous", "past", "earlier");
    private static final Set<String> EARLIER_WHAT = Set.of("vaccination", "vaccinations", "vaccines", "immunization", "immunizations", "immunisation", "immunisations", "reaction", "reactions", "adverse", "adr");
    private static final Set<String> EVENT_WORDS = Set.of("reaction", "event", "symptom", "symptoms", "adr");
    private static final Set<String> EVENT_TOLD = Set.of("symptom", "symptoms", "reaction", "reactions", "event", "events", "adverse", "narrative", "description", "describe", "complaint", "complaints", "problem", "side", "happened", "adr");
    private static final Set<String> GIVING = Set.of("therapy", "treatment", "start", "started", "begun", "vaccination", "vaccinated", "administration", "given", "exposure");
    private static final Set<String> ENDING = Set.of("stop", "stopped", "end", "ended", "last", "discontinued");
    private static final Set<String> HISTORY_WORDS = Set.of("history", "ill", "illness", "allergies", "allergy", "conditions", "comorbidities", "diseases", "diagnoses", "pmh");
    /// "Patient", "Patient details", "Patient demographics (age/sex)"; no "In-patient stay".
    private static final Set<String> PATIENT_WORDS = Set.of("patient", "patients", "s", "demographics", "demographic", "details", "data", "information", "info", "description", "profile", "characteristics", "age", "sex", "gender", "initials", "and", "the", "of", "about", "1");
    /// Of a product, but not its name.
    private static final Set<String> NO_PRODUCT_NAME = Set.of("type", "site", "code", "id", "number", "class", "form", "source", "by", "adminby", "interaction");

    private final FormField field;
    private final List<String> words;
    private final boolean date;
    private final boolean product;
    private final boolean event;

    KeyWords(FormField field) {
        this.field = field;
        this.words = field.words();
        this.date = any("date", "day", "when", "started", "begin", "began");
        this.product = any(PRODUCT_WORDS);
        this.event = any(EVENT_WORDS);
    }

    FormKey asksFor() {
        return beforeOrBeside().or(this::patient).or(this::product).or(this::timesOfReaction).or(this::giving).or(this::courseOfReaction).or(this::reaction).or(this::background).or(this::reporter).or(this::general).orElse(OTHER);
    }

    /// What was given before, or is given besides: no suspect drug, and no reaction of this report.
    private Optional<FormKey> beforeOrBeside() {
        if (any(EARLIER) && (product || any(EARLIER_WHAT))) return Optional.of(date ? OTHER : any("allergy", "allergies", "allergic") ? HISTORY : PAST_REACTIONS);
        if (any(BESIDE_IT) && any(MEDICINES) || field.has("concomitant") || words.equals(List.of("medications")) || words.equals(List.of("medication"))) return Optional.of(OTHER_DRUGS);
        return Optional.empty();
    }

    private Optional<FormKey> patient() {
        if (any("age") && !any("group")) return Optional.of(AGE);
        if (any("sex", "gender")) return Optional.of(SEX);
        if (any("dob", "birth", "born") && !any("defect")) return Optional.of(BIRTH_DATE);
        if (any("weight", "wt")) return Optional.of(WEIGHT);
        if (any("height")) return Optional.of(HEIGHT);
        if (any("pregnant", "pregnancy", "gestation")) return Optional.of(PREGNANCY);
        return any("initials") ? Optional.of(INITIALS) : Optional.empty();
    }

    private Optional<FormKey> product() {
        if (any("lot", "batch")) return Optional.of(BATCH);
        if (field.has("manu", "holder") && !field.has("manual")) return Optional.of(MANUFACTURER);
        if (any("route")) return Optional.of(ROUTE);
        if (words.getLast().equals("site") && (product || any("injection", "administration", "vaccination"))) return Optional.of(SITE);
        return field.has("indication") || any("reason") && any("use", "treatment", "taking", "prescribed") ? Optional.of(INDICATION) : Optional.empty();
    }

    private Optional<FormKey> timesOfReaction() {
        if (any("seriousness") || words.equals(List.of("serious"))) return Optional.of(SERIOUSNESS);
        if (any("duration")) return Optional.of(event ? EVENT_DURATION : THERAPY_DURATION);
        if (event && date && any("end", "stop", "stopped", "recovery", "resolution", "resolved")) return Optional.of(END);
        if (any("form") && any("dose", "dosage", "pharmaceutical")) return Optional.of(FORM);
        return field.has("onset") || (date || any("start")) && field.has("reaction", "event", "symptom", "adverse") && !any("end", "stop", "recovery") ? Optional.of(ONSET) : Optional.empty();
    }

    private Optional<FormKey> giving() {
        if (any(ENDING) && (words.size() == 1 || date || product || any("therapy", "treatment", "dose"))) return Optional.of(STOP);
        if ((date || any("start", "first")) && (product || any(GIVING))) return Optional.of(START);
        if (any("action", "actions", "dechallenge")) return Optional.of(ACTION);
        return any("dose", "dosage", "strength", "posology") || any("daily") && any("amount") ? Optional.of(DOSE) : Optional.empty();
    }

    private Optional<FormKey> courseOfReaction() {
        if (field.has("recov", "outcome", "resolved")) return Optional.of(OUTCOME);
        if (any("died", "death", "fatal", "deceased")) return Optional.of(date ? OTHER : DIED);
        if (field.has("threat")) return Optional.of(LIFE_THREATENING);
        if (field.has("hospital") && !any("name", "address", "days", "department")) return Optional.of(HOSPITALISED);
        if (field.has("disab", "incapacit")) return Optional.of(DISABLED);
        return any("defect", "anomaly", "congenital") ? Optional.of(CONGENITAL) : Optional.empty();
    }

    /// A numbered box holds a coded term: "Symptom 1", "PT 2".
    private Optional<FormKey> reaction() {
        if (any("symptom", "reaction", "event", "pt", "llt", "term", "adr") && words.stream().anyMatch(word -> word.matches("\\d+")) && !field.isProse()) return Optional.of(EVENT_TERM);
        return any(EVENT_TOLD) && !field.has("version") && !date && !any("type", "number", "id", "code", "reporter", "country") ? Optional.of(EVENT_TEXT) : Optional.empty();
    }

    private Optional<FormKey> background() {
        if (any("lab", "laboratory", "tests", "investigations", "test")) return Optional.of(TESTS);
        return any(HISTORY_WORDS) ? Optional.of(HISTORY) : Optional.empty();
    }

    private Optional<FormKey> reporter() {
        if (any("qualification", "profession", "occupation")) return Optional.of(QUALIFICATION);
        if (any("country")) return Optional.of(event || any("occurrence", "occurred", "incident") ? EVENT_COUNTRY : COUNTRY);
        if (any("reporter", "reported", "sender", "physician") && !date && !any("phone", "email", "e", "type")) return Optional.of(REPORTER);
        return any("organisation", "organization", "institution", "clinic") ? Optional.of(ORGANISATION) : Optional.empty();
    }

    private Optional<FormKey> general() {
        if (any("patient", "patients", "demographics") && PATIENT_WORDS.containsAll(words)) return Optional.of(PATIENT);
        if (any("treatment", "treated", "countermeasures", "remedy") && !date && !any("type", "number", "response")) return Optional.of(TREATMENT);
        return product && !any(NO_PRODUCT_NAME) && !date ? Optional.of(PRODUCT) : Optional.empty();
    }

    private boolean any(String... wanted) {
        for (String word : wanted) if (words.contains(word)) return true;
        return false;
    }

    private boolean any(Set<String> wanted) {
        return !Collections.disjoint(words, wanted);
    }
}
