package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What was typed into the fields of a form, said behind its label: "Suspect drug: metoprolol". The label stands left of the field on its line, else right above it; its colon may be
/// missing.
final class FieldValues {

    /// In sizes of letters between a label and its field.
    private static final float FARTHEST_LEFT = 15;
    private static final float FARTHEST_ABOVE = 2.2f;

    private FieldValues() {
    }

    /// @param fields the places of the fields, in the frame of the strips
    static List<Strip> said(List<Strip> strips, List<Box> fields) {
        if (fields.isEmpty()) return strips;
        List<Strip> said = new ArrayList<>(strips);
        List<Strip> labels = strips.stream().filter(strip -> fields.stream().noneMatch(field -> isIn(strip, field))).toList();
        for (Box field : fields) {
            List<Strip> values = said.stream().filter(strip -> isIn(strip, field)).toList();
            if (values.isEmpty()) continue;
            // the label of two fields is said once
            label(labels, values.getFirst(), field).filter(said::contains).ifPresent(label -> {
                List<Word> words = new ArrayList<>(asKey(label.words()));
                values.forEach(value -> words.addAll(value.words()));
                said.set(said.indexOf(label), new Strip(List.copyOf(words), words.stream().map(Word::box).reduce(Box::with).orElseThrow(), label.baseline(), label.size()));
                said.removeAll(values);
            });
        }
        return said;
    }

    private static boolean isIn(Strip strip, Box field) {
        return field.holds(strip.box().middle(), strip.box().centre());
    }

    private static Optional<Strip> label(List<Strip> labels, Strip value, Box field) {
        List<Strip> named = labels.stream().filter(label -> label.text().codePoints().anyMatch(Character::isLetter)).toList();
        Optional<Strip> left = named.stream().filter(label -> isLevel(label, field) && label.box().right() <= field.left() + 2 && field.left() - label.box().right() < FARTHEST_LEFT * label.size())
                .max(Comparator.comparing(label -> label.box().right()));
        return left.or(() -> named.stream().filter(label -> label.baseline() <= field.top() + 2 && field.top() - label.baseline() < FARTHEST_ABOVE * label.size()
                && label.box().left() < field.right() && Math.abs(label.box().left() - field.left()) < FARTHEST_ABOVE * value.size()).max(Comparator.comparing(Strip::baseline)));
    }

    private static boolean isLevel(Strip label, Box field) {
        return label.box().centre() > field.top() && label.box().centre() < field.bottom();
    }

    /// "Dose" becomes "Dose:".
    static List<Word> asKey(List<Word> label) {
        List<Word> key = new ArrayList<>(label);
        Word last = key.removeLast();
        String name = last.text().replaceAll("[?:.]+$", "") + ":";
        key.add(new Word(name, last.box(), last.baseline(), last.size(), last.bold(), last.italic(), last.glued(), last.confidence()));
        return key;
    }
}
