package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({"March 2019, 2019-03", "4 March 2019, 2019-03-04", "'March 4, 2019', 2019-03-04", "2019-03-04, 2019-03-04", "12/29/2020, 2020-12-29", "29.12.2020, 2020-12-29", "2019, 2019", "beginning of August 2006, 2006-08"})
    void keepsADateAsFarAsItIsWrittenOut(String written, String iso) {
        assertThat(Dates.iso(written)).contains(iso);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 February 2020", "three weeks later", "03/04/2019", "postoperative day 4"})
    void inventsNoDate(String written) {
        assertThat(Dates.iso(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 weeks", "for ten days", "about 2 months"})
    void aDurationIsNoPointInTime(String written) {
        assertThat(Dates.isDuration(written)).isTrue();
    }
}
