package casewright.extraction.recognition;

import casewright.assets.Assets;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Reads images of pages in English and, where its data is there, simplified Chinese.
@Component
public class TextRecognition {

    /// Below it a page is probably dusty, turned or written in another script: it is smoothed, looked at for that, and read again.
    private static final double SURE = 70;
    private static final double SURE_OF_TURN = 1;
    private static final Pattern TURN = Pattern.compile("(?m)^Rotate: (\\d+)$");
    private static final Pattern TURN_CONFIDENCE = Pattern.compile("(?m)^Orientation confidence: ([\\d.]+)$");
    private static final Pattern SCRIPT = Pattern.compile("(?m)^Script: (\\w+)$");

    private final RecognitionSettings limits;
    private final Optional<Path> chinese;
    private @Nullable TesseractFiles files;

    @Autowired
    public TextRecognition(RecognitionSettings limits, Assets assets) {
        this(limits, assets.chineseText());
    }

    public TextRecognition(RecognitionSettings limits, Optional<Path> chinese) {
        this.limits = limits;
        this.chinese = chinese;
    }

    /// One document, whose pages are mostly written in one language and lie the same way.
    public OneDocument document() {
        return new OneDocument(unpacked());
    }

    /// An image of a page in JPEG 2000, which Java has no decoder for, in gray.
    ///
    /// @throws RecognitionFailedException when it cannot be opened within the limits
    public BufferedImage openJpeg2000(byte[] file) throws RecognitionFailedException {
        return new Jpeg2000Process(unpacked(), limits).opened(file);
    }

    private synchronized TesseractFiles unpacked() {
        TesseractFiles known = files;
        if (known == null) {
            known = TesseractFiles.unpacked(chinese);
            files = known;
        }
        return known;
    }

    /// Remembers how the page before had to be read. For one thread.
    public final class OneDocument {

        private final TesseractFiles unpacked;
        private final TesseractProcess tesseract;
        private Way way = new Way(0, false);

        private OneDocument(TesseractFiles unpacked) {
            this.unpacked = unpacked;
            this.tesseract = new TesseractProcess(unpacked, limits);
        }

        /// @param degrees clockwise
        private record Way(int degrees, boolean chinese) {
        }

        /// @param gray of type TYPE_BYTE_GRAY
        /// @throws RecognitionFailedException when this image takes too long, too much memory, or is none
        public RecognizedPage read(BufferedImage gray, int dpi) throws RecognitionFailedException {
            RecognizedPage plain = read(gray, dpi, way, "");
            if (plain.confidence() >= SURE) return plain;
            BufferedImage smooth = ImagePreparation.smoothed(gray);
            RecognizedPage smoothed = read(smooth, dpi, way, "");
            RecognizedPage first = smoothed.confidence() > plain.confidence() ? smoothed : plain;
            if (first.confidence() >= SURE) return first;
            Optional<String> looked = look(smooth, dpi);
            if (looked.isEmpty()) return first;
            boolean inChinese = found(SCRIPT, looked.get()).filter(script -> script.equals("Han")).isPresent();
            boolean sure = found(TURN_CONFIDENCE, looked.get()).filter(confidence -> Double.parseDouble(confidence) >= SURE_OF_TURN).isPresent();
            Way other = new Way(sure ? found(TURN, looked.get()).map(Integer::valueOf).orElse(0) : way.degrees(), inChinese && unpacked.hasChinese());
            String missing = inChinese && !unpacked.hasChinese() ? "Chinese" : "";
            RecognizedPage second = other.equals(way) ? new RecognizedPage(first.words(), first.boxes(), first.turnedDegrees(), first.tiltDegrees(), missing) : read(first == smoothed ? smooth : gray, dpi, other, missing);
            if (second.confidence() < first.confidence()) return first;
            way = other;
            return second;
        }

        private RecognizedPage read(BufferedImage gray, int dpi, Way chosen, String missing) throws RecognitionFailedException {
            BufferedImage upright = chosen.degrees() == 0 ? gray : ImagePreparation.upright(gray, chosen.degrees());
            double tilt = ImagePreparation.tilt(upright);
            BufferedImage straight = tilt == 0 ? upright : ImagePreparation.turned(upright, tilt);
            List<FormBox> boxes = chosen.chinese() ? List.of() : FormBoxes.in(straight, dpi);
            // mode 3 tells columns and paragraphs apart; a page taken for one block comes out as rubbish
            String table = tesseract.run(FormBoxes.erased(straight, boxes), List.of("-l", chosen.chinese() ? "chi_sim+eng" : "eng", "--psm", "3", "--dpi", Integer.toString(dpi), "-c", "tessedit_create_tsv=1"));
            return new RecognizedPage(TesseractTable.words(table), boxes, chosen.degrees(), tilt, missing);
        }

        /// How the page lies and in which script it is written; empty where too little is written to tell.
        private Optional<String> look(BufferedImage gray, int dpi) {
            try {
                return Optional.of(tesseract.run(gray, List.of("-l", "osd", "--psm", "0", "--dpi", Integer.toString(dpi))));
            } catch (RecognitionFailedException e) {
                return Optional.empty();
            }
        }

        private static Optional<String> found(Pattern pattern, String text) {
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
    }
}
