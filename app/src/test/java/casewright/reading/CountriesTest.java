package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {"Japan|JP", "United Kingdom|GB", "U.K.|GB", "England|GB", "USA|US", "the Netherlands|NL", "South Korea|KR", "P.R. China|CN", "DE|DE", "Veldhaven|none", "ZZ|none"})
    void aCountryHasItsCode(String written, @Nullable String code) {
        assertThat(Countries.code(written)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "Department of Medicine, Veldhaven Hospital, 4 Quay Road, Galway, Ireland|Ireland|IE", "St. Orla Hospital, Tbilisi, Georgia|Georgia|GE", "St. Orla Hospital, Atlanta, Georgia, 30301 USA|USA|US", "Michael Jordan Hospital|none|none",
            "Veldhaven Hospital, New Jersey 07001, USA|USA|US", "Orla Clinic, 1010 Vienna, Austria|Austria|AT", "Veldhaven Hospital, Lima, Peru|Peru|PE", "Chad Doe Clinic, Galway|none|none"})
    void anAddressTellsTheReportersCountry(String address, @Nullable String country, @Nullable String code) {
        PatientFacts facts = InventedText.caseOf("A 67-year-old man took lithium. Lithium caused tremor.\nKind regards\nDr Ines Calloway\n" + address);

        Fact found = facts.reporter().get("country");
        assertThat(found == null ? null : found.value()).isEqualTo(country);
        assertThat(found == null ? null : found.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "He was admitted to a hospital in Japan.|JP", "He was on holiday in Portugal when the tremor began.|PT", "Lithium is approved and available in Japan.|none", "He was born and treated in Japan years ago.|none", "He was seen at a clinic in Lisbon, and later treated in Portugal.|PT",
            "He was treated in Portugal. Later he was admitted in Spain.|none"})
    void theStoryTellsWhereItHappened(String sentence, @Nullable String code) {
        Fact found = InventedText.caseOf("A 67-year-old man took lithium. Lithium caused tremor. " + sentence).reactions().getFirst().details().get("country");

        assertThat(found == null ? null : found.code()).isEqualTo(code);
    }

    @Test
    void aFormPartsTheCountryOfTheEventFromTheReporters() {
        PatientFacts facts = InventedText.facts("Report form\nProduct name: Lithium\nAge: 67\nSex: male\nAdverse event: tremor\nCountry of occurrence: Portugal\nReporter country: Germany");

        assertThat(facts.reporter().get("country")).isNotNull().extracting(Fact::code).isEqualTo("DE");
        assertThat(facts.reactions().getFirst().details().get("country")).isNotNull().extracting(Fact::code).isEqualTo("PT");
    }
}
