package casewright.reading;

import casewright.reading.terms.TermFiles;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which tests show which disorder, from the list that ships.
final class TestsOfDisorders {

    private record Rule(List<String> disorders, List<String> tests) {
    }

    private static final List<Rule> RULES = TermFiles.lines("tests-of-disorders.txt").stream().map(line -> line.split("\\|"))
            .map(sides -> new Rule(List.of(sides[0].strip().split(" ")), List.of(sides[1].strip().split(" ")))).toList();

    private TestsOfDisorders() {
    }

    static boolean isKnown(Set<String> disorders) {
        return RULES.stream().anyMatch(rule -> disorders.stream().anyMatch(disorder -> begins(disorder, rule.disorders())));
    }

    static boolean shows(String test, Set<String> disorders) {
        return RULES.stream().anyMatch(rule -> begins(test, rule.tests()) && disorders.stream().anyMatch(disorder -> begins(disorder, rule.disorders())));
    }

    /// A word of the name, or two, begin like one of them.
    private static boolean begins(String name, List<String> beginnings) {
        String folded = fold(name);
        return beginnings.stream().anyMatch(beginning -> folded.contains(fold(beginning)));
    }

    private static String fold(String name) {
        return " " + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
