package casewright.extraction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// GB18030, the encoding of Chinese Windows, which holds GBK and GB2312, told from others by what comes out.
public final class ChineseEncoding {

    public static final Charset GB18030 = Charset.forName("GB18030");

    private static final Pattern PAIR = Pattern.compile("[\u4e00-\u9fa5]{2}");

    private ChineseEncoding() {
    }

    /// Is it no UTF-8, and does GB18030 make mostly Chinese characters of it?
    public static boolean isIn(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(content));
            return false;
        } catch (CharacterCodingException e) {
            return isChinese(new String(content, GB18030));
        }
    }

    /// Western letters with accents, misread as GB18030, come out as single rare characters among Latin words; Chinese text comes in runs of common ones.
    private static boolean isChinese(String text) {
        if (text.indexOf('\uFFFD') >= 0) return false;
        long beyond = text.chars().filter(c -> c > 0x7f).count();
        long common = text.chars().filter(c -> c >= 0x4e00 && c <= 0x9fa5 || c >= 0x3000 && c <= 0x303f || c >= 0xff00 && c <= 0xffef).count();
        long pairs = PAIR.matcher(text).results().count();
        return common > 0.9 * beyond && pairs * 4 > beyond;
    }
}
