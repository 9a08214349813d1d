package casewright.extraction.office;

import casewright.extraction.ChineseEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.apache.tika.detect.DefaultEncodingDetector;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.jspecify.annotations.Nullable;

/// What a web page names; else what other texts are read in, and then the library's guess, which takes a little Chinese for something else.
final class WebPageEncoding implements EncodingDetector {

    private final byte[] page;

    WebPageEncoding(byte[] page) {
        this.page = page;
    }

    @Override
    public @Nullable Charset detect(InputStream input, Metadata metadata) throws IOException {
        Charset named = new HtmlEncodingDetector().detect(input, metadata);
        // "gb2312" stands for GBK (WHATWG, Encoding, 4.2), which is a part of GB18030
        if (named != null) return named.name().startsWith("GB") ? ChineseEncoding.GB18030 : named;
        return ChineseEncoding.isIn(page) ? ChineseEncoding.GB18030 : new DefaultEncodingDetector().detect(input, metadata);
    }
}
