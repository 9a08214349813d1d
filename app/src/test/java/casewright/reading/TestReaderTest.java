package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "The platelet count was 18,000/mm3.| platelet count=18,000/mm3", "The platelet count obtained at that time was 18,000/mm3.| platelet count=18,000/mm3",
            "Aspartate transaminase (AST), 828 U/L, was raised.| Aspartate transaminase=828 U/L",
            "Blood glucose and hemoglobin A1c were 299 mg/dL and 8.2%.| Blood glucose=299 mg/dL; hemoglobin A1c=8.2%",
            "Creatinine was 4.1 mg/dL, and sodium and potassium were 121 mmol/L and 6.8 mmol/L.| sodium=121 mmol/L; potassium=6.8 mmol/L; Creatinine=4.1 mg/dL",
            "AST and ALT increased significantly (18,000 and 12,000 U/L, respectively).| AST=18,000; ALT=12,000 U/L",
            "The findings were: white blood cell (WBC) count 104,000/mm3, alanine transaminase (ALT) level 443 IU/L.| white blood cell (WBC)=104,000/mm3; alanine transaminase=443 IU/L",
            "Her platelet count reached a nadir of 18K/\u03bcL.| platelet count=18K/\u03bcL",
            "The serum metoprolol level was 38 mg/L.| serum metoprolol=38 mg/L",
            "The ejection fraction (EF) was 20%\u201325%.| ejection fraction=20%\u201325%",
            "Creatinine fell from 798 to 98 \u03bcmol/l.| Creatinine=798 \u03bcmol/l; Creatinine=98 \u03bcmol/l", "Creatinine was 4 to 5 mg/dL.| Creatinine=4 to 5 mg/dL",
            "Her platelets fell from 798 to 98 (x10^9/L).| platelets=798 x10^9/L; platelets=98 x10^9/L", "His creatinine rose from 0.9 to 3.1 mg/dL.| creatinine=0.9 mg/dL; creatinine=3.1 mg/dL",
            "The ALT was elevated: ALT 45 \u2192 890 \u2192 60 U/L.| ALT=45 U/L; ALT=890 U/L; ALT=60 U/L", "Haemoglobin dropped from 12.1 g/dL to a nadir of 7.3 g/dL.| Haemoglobin=12.1 g/dL; Haemoglobin=7.3 g/dL",
            "The white cell count was 700/\u03bcL with 2% neutrophils, 94% lymphocytes.| white cell count=700/\u03bcL; neutrophils=2%; lymphocytes=94%",
            "Liver biopsy did not reveal any fibrosis.| Liver biopsy=did not reveal any fibrosis",
            "Ammonia subsequently returned at 80 \u03bcmol/L.| Ammonia=80 \u03bcmol/L",
            "Serum metoprolol and ramipril levels were drawn and measured 12.6 \u03bcg/mL (1.0\u20135.0) and 2.5 \u03bcg/mL.| metoprolol=12.6 \u03bcg/mL; ramipril=2.5 \u03bcg/mL",
            "A chest CT was performed at once; however, it failed to reveal any embolism.| chest CT=failed to reveal any embolism",
            "There was a normal EEG, ophthalmoscopy and cranial MRI.| EEG=normal; cranial MRI=normal",
            "He had a normal EEG.| EEG=normal"})
    void readsNamesWithTheirValues(String sentence, String tests) {
        assertThat(read("Metoprolol caused ataxia. " + sentence)).containsExactlyInAnyOrder(tests.split("; "));
    }

    @ParameterizedTest
    @CsvSource({"'Blood levels of metoprolol were 3 times the upper limit.'", "The renal biopsy was reviewed.", "'On CT of his brain, he was treated with metoprolol.'", "Ammonia at 2 hours was better."})
    void whatIsNoValueIsNotRead(String sentence) {
        assertThat(read(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Anti-double-stranded DNA antibodies were strongly positive.|Anti-double-stranded DNA antibodies=positive", "The urine myoglobin test result was positive.|urine myoglobin=positive",
            "Laboratory tests showed elevated creatine kinase levels.|creatine kinase=elevated", "A serum complement factor 4 level was checked and returned normal.|serum complement factor 4=normal",
            "Blood cultures remained negative.|Blood cultures=negative", "The serum osmolality was 250 mOsm/kg.|serum osmolality=250 mOsm/kg", "The lactate was elevated at 5 mmol/L.|lactate=5 mmol/L"})
    void readsResultsWithoutANumber(String sentence, String test) {
        assertThat(read(sentence)).containsExactly(test);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "The HIV serology was negative.|HIV serology=negative", "The hepatitis B surface antigen test was negative.|hepatitis B surface antigen=negative", "PCR for influenza was negative.|PCR for influenza=negative",
            "A SARS-CoV-2 PCR test came back negative.|SARS-CoV-2 PCR=negative", "Serology for hepatitis A, B and C was negative.|Serology for hepatitis A, B and C=negative", "The direct antiglobulin test was positive.|direct antiglobulin test=positive",
            "His urine culture was sterile.|urine culture=sterile", "Liver function tests were abnormal.|Liver function tests=abnormal", "Haptoglobin undetectable, LDH 1820 U/l.|LDH=1820 U/l; Haptoglobin=undetectable",
            "The troponin test was negative.|troponin=negative", "ANA and ANCA were negative.|ANA=negative; ANCA=negative", "The rapid influenza test was negative.|rapid influenza test=negative", "CRP normal, ESR 45 mm/h.|ESR=45 mm/h; CRP=normal"})
    void readsResultsInWordsAsReportersWriteThem(String sentence, String tests) {
        assertThat(read("Metoprolol caused ataxia. " + sentence)).containsExactlyInAnyOrder(tests.split("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ALT was 612 U/L (0-37 U/L).|ALT=612 U/L [0-37 U/L]", "Lipase 1,250 U/L (13-60), calcium 2.1 mmol/L.|Lipase=1,250 U/L [13-60]; calcium=2.1 mmol/L", "Tryptase was 32 ug/L (<11.4).|Tryptase=32 ug/L [<11.4]",
            "Serum tryptase 1 h later was 32 ug/L (ref. <11.4).|Serum tryptase=32 ug/L [<11.4]", "CK of 12 000 U/L two days later.|CK=12 000 U/L", "Amylase three times the upper limit of normal.|Amylase=three times the upper limit of normal",
            "ALT was 10 x ULN.|ALT=10 x ULN", "AST rose to 5 times normal.|AST=5 times normal", "Her blood sugar was 32 mg/dL.|blood sugar=32 mg/dL", "C-peptide was 9.8 ng/mL, specific IgE 3.4 kU/L.|C-peptide=9.8 ng/mL; IgE=3.4 kU/L",
            "Chest X-ray: bilateral infiltrates.|Chest X-ray=bilateral infiltrates", "The bone marrow was hypocellular.|bone marrow=hypocellular", "The liver enzymes peaked at 1200 U/L on day 5.|liver enzymes=1200 U/L"})
    void readsResultsWithRangesInBracketsTimesAndMultiples(String sentence, String tests) {
        List<String> read = new TestReader(InventedText.mentions("Metoprolol caused ataxia. " + sentence)).read(Set.of(), Set.of(), 0).stream().map(test -> {
            Fact range = test.details().get("range");
            return test.name().value() + "=" + Optional.ofNullable(test.details().get("value")).map(Fact::value).orElse("") + (range == null ? "" : " [" + range.value() + "]");
        }).toList();

        assertThat(read).containsExactlyInAnyOrder(tests.split("; "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"He was on a low sodium diet.", "Calcium channel blockers were normal for her.", "The glucose test strips were sterile.", "Her family was negative for diabetes.", "She had a high blood sugar diet for 3 days.", "The test was negative."})
    void whatOnlySoundsLikeAResultIsNotRead(String sentence) {
        assertThat(read("Metoprolol caused ataxia. " + sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'Blood cultures remained negative.', negative 2", "'The ANA was strongly positive.', positive 1", "'HIV serology was non-reactive.', negative 2", "'Dengue IgM was reactive.', positive 1", "'The skin test was inconclusive.', inconclusive 4",
            "'Nevrilan IgE antibodies were borderline.', borderline 3", "'A serum complement factor 4 level returned normal, elevated before.', none", "'The lactate was 5 mmol/L.', none"})
    void aResultInWordsHasItsCode(String sentence, String code) {
        TestFacts test = new TestReader(InventedText.mentions(sentence)).read(Set.of(), Set.of(), 0).getFirst();

        Fact result = test.details().get("result");
        assertThat(result == null ? "none" : result.value() + " " + result.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Her mood was positive.", "He lived in a low house.", "The level was high.", "The temperature was high in that summer.", "He was antibody.", "A positive attitude helped him."})
    void whatIsNoResultIsNotRead(String sentence) {
        assertThat(read(sentence)).isEmpty();
    }

    @Test
    void whatShowsTheReactionGoesBeforeWhatWasMeasuredBesides() {
        assertThat(read("Carbimazole caused neutropenia. Sodium was 140 mmol/L. The albumin was 41 g/L. The white cell count was 700/\u03bcL.", "neutropenia")).containsExactly("white cell count=700/\u03bcL");
        assertThat(read("Nifedipine caused hypotension. Her blood pressure was 79/43 mmHg.", "hypotension")).containsExactly("blood pressure=79/43 mmHg");
    }

    private static List<String> read(String text, String... reactions) {
        return new TestReader(InventedText.mentions(text)).read(Set.of(), Set.of(reactions), 0).stream().map(test -> {
            Fact value = test.details().get("value");
            return test.name().value() + "=" + (value == null ? "" : value.value());
        }).toList();
    }
}
