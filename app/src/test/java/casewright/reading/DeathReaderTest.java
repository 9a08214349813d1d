package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeathReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "He died of liver failure on 9 March 2021.|9 March 2021|liver failure|none", "On 9 March 2021 the patient died. An autopsy showed hepatic necrosis.|9 March 2021|none|done",
            "The patient died from septic shock. No autopsy was performed.|none|septic shock|not done", "The cause of death was hepatic necrosis.|none|hepatic necrosis|none",
            "He was seen on 9 March 2021.|none|none|none"})
    void readsWhenAndOfWhatAndWhetherThereWasAnAutopsy(String text, @Nullable String date, @Nullable String cause, @Nullable String autopsy) {
        Map<String, Fact> death = new DeathReader(InventedText.mentions(text)).read();

        assertThat(value(death, "deathDate")).isEqualTo(date);
        assertThat(value(death, "deathCause")).isEqualTo(cause);
        assertThat(value(death, "autopsy")).isEqualTo(autopsy);
    }

    private static @Nullable String value(Map<String, Fact> death, String id) {
        Fact fact = death.get(id);
        return fact == null ? null : fact.value();
    }
}
