package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    @Test
    void chineseDatesAreUnderstoodAlsoInFullWidthDigits() {
        assertThat(Dates.iso("2025\u5E743\u67084\u65E5")).contains("2025-03-04");
        assertThat(Dates.iso("\uFF12\uFF10\uFF12\uFF15\u5E74\uFF11\uFF12\u6708")).contains("2025-12");
        assertThat(Dates.iso("2025\u5E742\u670830\u65E5")).isEmpty();
        var written = Dates.WRITTEN_OUT.matcher("\u60A3\u8005\u4E8E2025\u5E743\u67084\u65E5\u5165\u9662");
        assertThat(written.find()).isTrue();
        assertThat(written.group()).isEqualTo("2025\u5E743\u67084\u65E5");
    }
}
