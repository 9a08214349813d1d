package casewright.extraction.recognition;

import java.util.List;

/// What was read from the image of a page.
///
/// @param words         in reading order
/// @param boxes         to tick
/// @param turnedDegrees how far the image had to be turned clockwise to stand upright: 0, 90, 180 or 270
/// @param tiltDegrees   how far it had to be turned clockwise beyond that, because the paper lay askew
/// @param missing       the language that it seems to be written in and that cannot be read here; empty when none is missing
public record RecognizedPage(List<RecognizedWord> words, List<FormBox> boxes, int turnedDegrees, double tiltDegrees, String missing) {

    public RecognizedPage {
        words = List.copyOf(words);
        boxes = List.copyOf(boxes);
    }

    /// Of all letters, 0 to 100; 0 without any.
    double confidence() {
        double sum = 0;
        long letters = 0;
        for (RecognizedWord word : words) {
            sum += (double) word.confidence() * word.text().length();
            letters += word.text().length();
        }
        return letters == 0 ? 0 : sum / letters;
    }
}
