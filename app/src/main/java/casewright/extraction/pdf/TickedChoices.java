package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import java.util.regex.Pattern;

/// Lines with boxes to tick, said as names with values: "Patient died: no", and behind a prompt the choice alone: "Sex: female". A label stands behind its
/// box; where the line ends with a single box, before it.
final class TickedChoices {

    private static final Pattern ANSWER = Pattern.compile("(?:yes|no|unknown|n/?a|not applicable)[.]?", Pattern.CASE_INSENSITIVE);
    private static final float FARTHEST_POINTS = 25;
    private static final float FARTHEST_CHOICE_POINTS = 150;
    /// Of the letters' size, between the lines of one label.
    private static final float LARGEST_LEADING = 1.4f;

    private TickedChoices() {
    }

    /// A box and the words behind it.
    private record Choice(Word box, List<Word> label) {

        boolean ticked() {
            return box.text().equals(TickBox.TICKED);
        }

        boolean unclear() {
            return box.text().equals(TickBox.UNCLEAR);
        }

        /// The label as an answer, no surer than the box; an answer that may be none says so.
        List<Word> answer() {
            List<Word> words = new ArrayList<>();
            for (Word word : label) words.add(new Word(word.text(), word.box(), word.baseline(), word.size(), word.bold(), word.italic(), word.glued(), leastOf(word.confidence(), box.confidence())));
            if (unclear()) words.add(new Word("(unclear)", box.box(), box.baseline(), box.size(), false, false, false, box.confidence()));
            return words;
        }

        private static @Nullable Integer leastOf(@Nullable Integer a, @Nullable Integer b) {
            return a == null || b != null && b < a ? b : a;
        }
    }

    static List<Strip> said(List<Strip> strips) {
        if (strips.stream().noneMatch(strip -> strip.words().stream().anyMatch(TickedChoices::isBox))) return strips;
        List<Strip> said = new ArrayList<>();
        for (Strip line : withWholeLabels(withPrompts(withBoxes(strips)))) {
            if (line.words().stream().anyMatch(TickedChoices::isBox)) said.addAll(said(line));
            else said.add(line);
        }
        return said;
    }

    private static boolean isBox(Word word) {
        return TickBox.isSign(word.text());
    }

    /// Boxes that stand by themselves go into the line at whose words they stand.
    private static List<Strip> withBoxes(List<Strip> strips) {
        List<Strip> lines = new ArrayList<>(strips);
        for (Strip box : strips) {
            if (!box.words().stream().allMatch(TickedChoices::isBox)) continue;
            Optional<Strip> behind = lines.stream().filter(line -> line != box && isBeside(box, line) && line.box().left() >= box.box().left()).min(Comparator.comparing(line -> line.box().left()));
            Optional<Strip> around = lines.stream().filter(line -> line != box && isBeside(box, line)).min(Comparator.comparing(line -> Math.abs(line.box().left() - box.box().right())));
            Optional<Strip> own = behind.or(() -> around);
            if (own.isEmpty()) continue;
            List<Word> words = new ArrayList<>(own.get().words());
            words.addAll(box.words());
            words.sort(Comparator.comparing(word -> word.box().left()));
            // the place in the order of the file stays that of the words
            lines.set(lines.indexOf(own.get()), new Strip(List.copyOf(words), own.get().box().with(box.box()), own.get().baseline(), own.get().size()));
            lines.remove(box);
        }
        return lines;
    }

    /// Choices go behind the question that stands left of them on their line.
    private static List<Strip> withPrompts(List<Strip> strips) {
        List<Strip> lines = new ArrayList<>(strips);
        List<Strip> choices = strips.stream().filter(strip -> isBox(strip.words().getFirst())).sorted(Comparator.comparing(strip -> strip.box().left())).toList();
        for (Strip choice : choices) {
            Optional<Strip> before = lines.stream().filter(line -> line != choice && line.isOnLineOf(choice) && line.box().right() <= choice.box().left() + 1).max(Comparator.comparing(line -> line.box().right()));
            if (before.isEmpty() || choice.box().left() - before.get().box().right() > FARTHEST_CHOICE_POINTS || !asks(before.get())) continue;
            lines.set(lines.indexOf(before.get()), before.get().with(choice));
            lines.remove(choice);
        }
        return lines;
    }

    /// The label of a box goes on in the lines right below it that begin where it began.
    private static List<Strip> withWholeLabels(List<Strip> strips) {
        List<Strip> lines = new ArrayList<>(strips);
        for (Strip choice : strips) {
            boolean isOne = choice.words().size() > 1 && isBox(choice.words().getFirst()) && choice.words().stream().filter(TickedChoices::isBox).count() == 1;
            if (!isOne) continue;
            List<Word> words = new ArrayList<>(choice.words());
            Word label = words.get(1);
            Optional<Strip> below = below(words.getLast(), label, lines);
            while (below.isPresent()) {
                lines.remove(below.get());
                words.addAll(below.get().words());
                below = below(words.getLast(), label, lines);
            }
            lines.replaceAll(line -> line == choice ? like(choice, words) : line);
        }
        return lines;
    }

    private static Optional<Strip> below(Word last, Word label, List<Strip> lines) {
        return lines.stream().filter(line -> {
            float down = line.baseline() - last.baseline();
            boolean begins = Math.abs(line.box().left() - label.box().left()) < 0.4f * label.size() && Math.abs(line.size() - label.size()) < 0.15f * label.size();
            return begins && down > 0.5f * label.size() && down < LARGEST_LEADING * label.size() && line.words().stream().noneMatch(TickedChoices::isBox) && !Paragraphs.isKeyed(line) && !Paragraphs.isItem(line);
        }).findFirst();
    }

    /// "Sex:", "Did it abate?", or either of them with choices behind it.
    private static boolean asks(Strip line) {
        List<Word> prompt = line.words().stream().takeWhile(word -> !isBox(word)).toList();
        return !prompt.isEmpty() && (prompt.size() < line.words().size() || prompt.getLast().text().matches(".*[:?]"));
    }

    private static boolean isBeside(Strip box, Strip line) {
        boolean level = Math.abs(line.box().centre() - box.box().centre()) < 0.5f * Math.max(line.size(), box.size());
        return level && box.box().middle() > line.box().left() - FARTHEST_POINTS && box.box().middle() < line.box().right() + FARTHEST_POINTS;
    }

    private static List<Strip> said(Strip line) {
        List<Word> prompt = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        for (Word word : line.words()) {
            if (isBox(word)) choices.add(new Choice(word, new ArrayList<>()));
            else if (choices.isEmpty()) prompt.add(word);
            else choices.getLast().label().add(word);
        }
        boolean labelsBefore = choices.getLast().label().isEmpty();
        if (labelsBefore && choices.size() == 1) return prompt.isEmpty() ? List.of() : List.of(named(prompt, choices.getFirst(), line));
        if (!prompt.isEmpty()) {
            List<Word> words = new ArrayList<>(FieldValues.asKey(prompt));
            choices.stream().filter(choice -> choice.ticked() || choice.unclear()).forEach(choice -> words.addAll(choice.answer()));
            return List.of(like(line, words));
        }
        List<Choice> labelled = choices.stream().filter(choice -> !choice.label().isEmpty()).toList();
        if (labelled.stream().allMatch(choice -> ANSWER.matcher(text(choice.label())).matches())) {
            return labelled.stream().filter(choice -> choice.ticked() || choice.unclear()).map(choice -> like(line, choice.answer())).toList();
        }
        return labelled.stream().map(choice -> named(choice.label(), choice, line)).toList();
    }

    /// "Patient died: no", the answer where the box stands.
    private static Strip named(List<Word> label, Choice choice, Strip line) {
        List<Word> words = new ArrayList<>(FieldValues.asKey(label));
        Word box = choice.box();
        words.add(new Word(choice.ticked() ? "yes" : choice.unclear() ? "unclear" : "no", box.box(), line.baseline(), line.size(), false, false, false, box.confidence()));
        return like(line, words);
    }

    private static String text(List<Word> words) {
        return Strip.of(words).text();
    }

    private static Strip like(Strip line, List<Word> words) {
        Box box = words.stream().map(Word::box).reduce(Box::with).orElseThrow();
        return new Strip(List.copyOf(words), box, line.baseline(), line.size());
    }
}
