package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whose address an article prints, on invented lines in the ways of several publishers.
class AuthorAddressTest {

    private static @Nullable String address(String page) {
        List<Quote> lines = new ArrayList<>();
        int start = 0;
        for (String line : page.split("\n")) {
            lines.add(new Quote(0, 1, start, start + line.length(), line));
            start += line.length() + 1;
        }
        return new AuthorAddress(lines).of(lines.get(1)).map(quote -> {
            assertThat(page.substring(quote.start(), quote.end())).as("cited where it stands").isEqualTo(quote.text());
            return quote.text();
        }).orElse(null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Ana Rossi,1 Bruno Verdi,1 and Carla Neri2~1 Department of Dermatology, Orla Hospital, London NW3 2QG, UK~2 Institute of Pharmacology, Veldhaven, Ireland~Correspondence should be addressed to Carla Neri; neri@veldhaven.example|Institute of Pharmacology, Veldhaven, Ireland",
            "Ana Rossi1,2, Bruno Verdi2~1 Orla College of Medicine, Hershey, PA 17033, USA 2 Department of Dermatology, Orla Hospital, Galway, Ireland~Abstract|Orla College of Medicine, Hershey, PA 17033, USA",
            "Ana Rossi (1), Bruno Verdi (2)~(1) Department of Neurology, Orla Hospital, Norwick, United Kingdom. (2) Hospital Pharmacy, Orla Hospital, Norwick. Correspondence: bruno.verdi@orla.example|Department of Neurology, Orla Hospital, Norwick, United Kingdom",
            "Ana Rossi\u00b9, Bruno Verdi\u00b2*~\u00b9Department of Dermatology, Orla Hospital, Galway, Ireland~\u00b2Institute of Pharmacology, Veldhaven, Austria~*Corresponding author: verdi@veldhaven.example|Institute of Pharmacology, Veldhaven, Austria",
            "Ana Rossi, MD,1 Bruno Verdi, PhD2~1 Department of Dermatology, Orla Hospital, Galway, Ireland 2St. Orla Institute of Pharmacology, Veldhaven, Austria|Department of Dermatology, Orla Hospital, Galway, Ireland",
            "Ana Rossi and Bruno Verdi~Orla Medical College, Delhi 110002, India~Correspondence should be addressed to A. Rossi; rossi@orla.example|Orla Medical College, Delhi 110002, India",
            "Ana Rossi and Bruno Verdi~Department of Urology, Orla Health, 823 Quay Road, Galway, Ireland Correspondence should be addressed to Ana Rossi; rossi@orla.example|Department of Urology, Orla Health, 823 Quay Road, Galway, Ireland",
            "Ana Rossi,1 Bruno Verdi2~1 Department of Dermatology, Orla Hospital, Galway, Ireland~2 Institute of Pharmacology, Veldhaven, Austria~Corresponding author: Dr B. Verdi, e-mail: verdi@veldhaven.example|Institute of Pharmacology, Veldhaven, Austria"})
    void theNumberAtTheNameLeadsToTheAddress(String lines, String address) {
        assertThat(address("Rash after metoprolol\n" + lines.replace('~', '\n'))).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Ana Rossi and Bruno Verdi~A 54-year-old man was admitted to the University Hospital, where he died.~1. Introduction|none",
            "Ana Rossi and Bruno Verdi~Abstract~Department of Dermatology, Orla Hospital, Galway, Ireland|none"})
    void whatStandsInTheTextIsNoAddress(String lines, String none) {
        assertThat(address("Rash after metoprolol\n" + lines.replace('~', '\n'))).isNull();
    }

    @Test
    void organisationAndCountryOfTheReporterAreThoseOfTheAddress() {
        PatientFacts facts = InventedText.facts("Rash after metoprolol in a patient of middle age\nAna Rossi,1 Bruno Verdi2\n1 Department of Dermatology, Orla Hospital, Galway, Ireland\n2 Institute of Pharmacology, Veldhaven, Austria\n"
                + "Correspondence should be addressed to Bruno Verdi; verdi@veldhaven.example\nAbstract\nWe report a case of a rash caused by metoprolol.\nCase Report\nA 54-year-old man took metoprolol. Metoprolol caused a rash.\nDiscussion\nRashes are rare.");

        assertThat(facts.reporter().get("organisation")).isNotNull().extracting(Fact::value).isEqualTo("Institute of Pharmacology, Veldhaven, Austria");
        assertThat(facts.reporter().get("country")).isNotNull().extracting(Fact::code).isEqualTo("AT");
    }
}
