package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Web pages in the encodings of Chinese sites, whether they name it or not.
@Timeout(60)
class ChineseWebPageTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String TITLE = "药物不良反应病例报告";
    private static final String STORY = "患者女性，54岁，因高血压服用美托洛尔片25mg，两周后双臂出现皮疹，2025年3月4日停药，一周后皮疹消退。";

    private final TextExtractor extractor = new TextExtractor(300);

    private static String page(String head, String body) {
        return "<!DOCTYPE html>\n<html><head>" + head + "<title>" + TITLE + "</title></head><body><h1>" + TITLE + "</h1>" + body + "</body></html>";
    }

    private void isRead(byte[] page, String... lines) {
        DocumentText text = extractor.extract(page);

        assertThat(text.extractor()).endsWith("/html");
        assertThat(text.pages().getFirst().text().lines()).containsExactly(lines);
        assertThat(text.language()).isEqualTo("zh");
    }

    @Test
    void thatNamesItsEncodingIsRead() {
        for (String head : List.of("<meta charset=\"gbk\">", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">", "<meta charset=\"GB18030\">")) {
            isRead(page(head, "<p>" + STORY + "</p>").getBytes(GBK), TITLE, STORY);
        }
    }

    @Test
    void thatDoesNotNameItsEncodingIsRead() {
        isRead(page("", "<p>" + STORY + "</p>").getBytes(GBK), TITLE, STORY);
        isRead(page("", "<p>" + STORY + "</p>").getBytes(StandardCharsets.UTF_8), TITLE, STORY);
    }

    /// GB2312 has 7000 characters; pages that name it hold others, and browsers read them.
    @Test
    void thatNamesTheOldestEncodingMayHoldLaterCharacters() {
        isRead(page("<meta charset=\"gb2312\">", "<p>患者陶镕，" + STORY + "</p>").getBytes(GBK), TITLE, "患者陶镕，" + STORY);
    }

    /// What guesses by frequent letters knows it least.
    @Test
    void thatSaysLittleOrMuchInEnglishBesidesIsRead() {
        isRead("<html><body><p>患者出现皮疹。</p></body></html>".getBytes(GBK), "患者出现皮疹。");
        String english = "A rash appeared two weeks after the first dose of metoprolol.";
        isRead(page("", "<p>" + english + "</p><p>" + STORY + "</p>").getBytes(GBK), TITLE, english, STORY);
    }

    @Test
    void aWesternPageIsNotTakenForChinese() {
        String told = "Fièvre à 39 °C, éruption très étendue, guérison complète après arrêt du métoprolol.";

        DocumentText text = extractor.extract(("<html><body><p>" + told + "</p></body></html>").getBytes(Charset.forName("windows-1252")));

        assertThat(text.pages().getFirst().text()).isEqualTo(told);
    }
}
