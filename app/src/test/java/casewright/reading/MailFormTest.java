package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.TestOutlookMail;
import casewright.extraction.DocumentText;
import casewright.extraction.TextExtractor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates that reporters fill in and send as the text of an e-mail: whatever the layout, the same facts with exact quotes.
class MailFormTest {

    private static final String PLAIN = """
            From: anna@example.org
            Subject: side effect

            Dear safety team,
            please find below a report.
            Patient: 45 F
            Product: Zyntra 10 mg once daily since 3 May 2024 for hypertension
            Event: rash
            Outcome: recovered
            Kind regards,
            Dr. Anna Example
            """;
    private static final String QUOTED = """
            Please see below.
            ---- Forwarded message ----
            > From: Bob Sample <bob@example.org>
            > Sent: Monday, 6 May 2024
            > Subject: side effect
            >
            > Hello,
            > - Patient: A.B., F/45
            > - Suspect drug: Zyntra 10 mg once daily
            >   since 3 May 2024 for hypertension
            > - Reaction: itchy rash on both arms
            >   and legs
            > - Outcome: recovered
            > Best wishes
            > Bob Sample
            """;
    private static final String BOLD = """
            Hi all,
            *Patient:* 45-year-old female | *Country:* Germany
            **Drug:** Zyntra 10 mg | *Dose:* 10 mg once daily | *Route:* oral
            *Start:* 3 May 2024; *Indication:* hypertension
            *Adverse event:* rash; *Outcome:* resolved
            Thanks,
            Joe
            """;
    private static final String NUMBERED = """
            1. Patient details: 45 yrs / F
            2. Suspected product: Zyntra
            2a. Dosage: 10 mg
            once daily
            2b. Start: 3 May 2024
            3. Indication: hypertension
            4. Adverse reaction: rash
            5. Outcome: recovered
            """;
    private static final String VALUES_BELOW = """
            Good morning,

            PATIENT
            Age: 45, Sex: F, Weight: 70 kg

            Product:
              Zyntra 10 mg once daily since 3 May 2024 for hypertension
            Event:
            • rash
            Outcome:
            recovered

            Sincerely,
            Eva Sample, RN
            """;

    private static void assertQuotesStand(String text, PatientFacts facts) {
        Stream<Quote> quotes = Stream.of(facts.patient().values().stream(), facts.suspects().stream().flatMap(drug -> Stream.concat(Stream.of(drug.name()), drug.details().values().stream())),
                facts.reactions().stream().flatMap(reaction -> Stream.concat(Stream.of(reaction.term()), reaction.details().values().stream())), facts.history().stream().map(ConditionFacts::name),
                facts.concomitants().stream().map(DrugFacts::name), facts.tests().stream().map(TestFacts::name), facts.reporter().values().stream()).flatMap(all -> all).flatMap(fact -> fact.quotes().stream());
        assertThat(Stream.concat(quotes, facts.course().ranked().stream()).toList()).isNotEmpty().allSatisfy(quote -> assertThat(text.substring(quote.start(), quote.end())).isEqualTo(quote.text()));
    }

    private static String code(Map<String, Fact> details, String id) {
        Fact fact = details.get(id);
        assertThat(fact).as(id).isNotNull();
        return fact == null ? "" : String.valueOf(fact.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, QUOTED, BOLD, NUMBERED, VALUES_BELOW})
    void readsTheSameFactsFromEveryLayout(String mail) {
        PatientFacts facts = InventedText.caseOf(mail);

        assertRashUnderZyntra(facts);
        assertQuotesStand(mail, facts);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, QUOTED, BOLD, NUMBERED, VALUES_BELOW})
    void readsTheSameFactsFromAMailThatOutlookSaved(String mail) throws IOException {
        for (byte[] saved : List.of(new TestOutlookMail("side effect").plain(mail).saved(), new TestOutlookMail("side effect").html(mail).saved(),
                new TestOutlookMail("side effect").plain(mail).html(mail).saved(), new TestOutlookMail("side effect").plain(mail).richText(mail).saved())) {
            DocumentText document = new TextExtractor(300).extract(saved);

            PatientFacts facts = InventedText.caseOf(document);

            assertRashUnderZyntra(facts);
            assertQuotesStand(document.pages().getFirst().text(), facts);
        }
    }

    @Test
    void readsTheSameFactsFromATableInAMailThatOutlookSaved() throws IOException {
        String rows = Stream.of("Patient|45 F", "Product|Zyntra 10 mg once daily since 3 May 2024 for hypertension", "Event|rash", "Outcome|recovered")
                .map(row -> "<tr><td width=160 valign=top><p class=MsoNormal><b>" + row.replace("|", ":<o:p></o:p></b></p></td><td><p class=MsoNormal>") + "<o:p></o:p></p></td></tr>").collect(Collectors.joining());

        PatientFacts facts = InventedText.caseOf(new TextExtractor(300).extract(new TestOutlookMail("side effect")
                .html("<html><body><p class=MsoNormal>Dear team,<o:p></o:p></p><table class=MsoTableGrid>", rows, "</table><p class=MsoNormal>Kind regards<o:p></o:p></p></body></html>").saved()));

        assertRashUnderZyntra(facts);
    }

    private static void assertRashUnderZyntra(PatientFacts facts) {
        assertThat(code(facts.patient(), "age")).isEqualTo("45 a");
        assertThat(code(facts.patient(), "sex")).isEqualTo("2");
        assertThat(facts.suspects()).singleElement().satisfies(drug -> {
            assertThat(drug.name().value()).isEqualTo("Zyntra");
            assertThat(code(drug.details(), "dose")).isEqualTo("10 mg, every 1 d");
            assertThat(code(drug.details(), "start")).isEqualTo("2024-05-03");
            assertThat(drug.details().get("indication")).isNotNull().extracting(Fact::value).isEqualTo("hypertension");
        });
        assertThat(facts.reactions()).singleElement().satisfies(reaction -> {
            assertThat(reaction.term().value()).isEqualTo("rash");
            assertThat(code(reaction.details(), "outcome")).isEqualTo("1");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"45 F|45 a|2", "F/45|45 a|2", "45-year-old female|45 a|2", "45 yrs / M|45 a|1", "M, 70 kg, 1.80 m, 45 years|45 a|1", "6-month-old boy|6 mo|1", "A.B., 45 y, m|45 a|1", "woman, 45|45 a|2"})
    void ageAndSexMayShareABox(String box, String age, String sex) {
        Map<String, Fact> patient = new FormReader(InventedText.mentions("Patient: " + box, "Product: Zyntra", "Event: rash")).patient();

        assertThat(code(patient, "age")).isEqualTo(age);
        assertThat(code(patient, "sex")).isEqualTo(sex);
    }

    @Test
    void aDescriptionIsReadAsProseToo() {
        String mail = """
                Patient: 45 M
                Product: Zyntra
                Medical history: hypertension
                Description of event: The patient had taken Zyntra for ten days when he noticed an itchy rash on the
                chest. Zyntra was stopped on 14 May 2024 and the rash disappeared within five days. He was not admitted to
                hospital.
                Reporter: Dr. Carla Sample, dermatologist
                """;

        PatientFacts facts = InventedText.caseOf(mail);

        assertThat(facts.suspects()).singleElement().satisfies(drug -> {
            assertThat(code(drug.details(), "actionTaken")).isEqualTo("1");
            assertThat(code(drug.details(), "stop")).isEqualTo("2024-05-14");
            assertThat(code(drug.details(), "dechallenge")).isEqualTo("1");
        });
        assertThat(facts.reactions()).singleElement().satisfies(reaction -> {
            assertThat(code(reaction.details(), "outcome")).isEqualTo("1");
            assertThat(reaction.seriousness()).isEmpty();
        });
        assertThat(code(facts.reporter(), "qualification")).isEqualTo("1");
        assertQuotesStand(mail, facts);
    }

    @Test
    void aParagraphBelowTheTemplateAddsWhatNoBoxSays() {
        String mail = """
                Age: 6 months, Sex: M
                Product: amoxicillin suspension 125 mg three times daily
                Event: vomiting
                Outcome: not recovered

                The child had been given amoxicillin for otitis media since 2 March 2024. He also developed
                urticaria due to amoxicillin. Amoxicillin was stopped on 6 March 2024.

                Kind regards,
                Eva Sample, RN
                """;

        PatientFacts facts = InventedText.caseOf(mail);

        assertThat(facts.suspects()).singleElement().satisfies(drug -> {
            assertThat(drug.details()).extractingByKeys("indication", "form").extracting(fact -> ((Fact) fact).value()).containsExactly("otitis media", "suspension");
            assertThat(code(drug.details(), "start")).isEqualTo("2024-03-02");
            assertThat(code(drug.details(), "stop")).isEqualTo("2024-03-06");
        });
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("vomiting", "urticaria");
        assertThat(facts.patient()).containsKey("age").doesNotContainKey("ageGroup");
        assertThat(facts.reporter().get("name")).isNotNull().extracting(Fact::value).isEqualTo("Eva Sample");
        assertQuotesStand(mail, facts);
    }

    @Test
    void severalProductsMayShareABox() {
        PatientFacts facts = InventedText.caseOf("Patient: 45 F\nSuspect drugs: amoxicillin 500 mg three times daily; ibuprofen 200 mg daily and Velorin\nEvent: rash");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value() + " " + (drug.details().containsKey("dose") ? drug.details().get("dose").value() : "-")).startsWith("amoxicillin 500 mg three times daily", "ibuprofen 200 mg daily");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Dear colleague,\nThank you for referring this man.\nDiagnosis: hypertension\nMedication: metoprolol 50 mg daily\nHe developed a rash two days after starting metoprolol. The rash was due to metoprolol.\nPlan: review in two weeks\nKind regards\nDr. House",
            "Dear colleague,\nRe: Mr. A.B., 45 years\nHe took metoprolol and developed a rash. To summarise: the rash was due to metoprolol.\nKind regards"})
    void aLetterWithAColonOrTwoStaysALetter(String letter) {
        assertThat(new FormReader(InventedText.mentions(letter)).isReport()).isFalse();
        assertThat(InventedText.caseOf(letter).suspects()).extracting(drug -> drug.name().value()).containsExactly("metoprolol");
    }
}
