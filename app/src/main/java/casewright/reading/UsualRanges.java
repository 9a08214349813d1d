package casewright.reading;

import casewright.reading.terms.TermFiles;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Is a result far from usual? Only a help to choose which results to show first: no range of this list is ever shown or reported.
final class UsualRanges {

    private record Usual(String test, List<String> units, double low, double high) {
    }

    private static final List<Usual> ALL = TermFiles.lines("usual-ranges.txt").stream().map(line -> line.split("\\|"))
            .map(part -> new Usual(part[0].strip(), List.of(part[1].strip().split(" ")), Double.parseDouble(part[2].strip()), Double.parseDouble(part[3].strip()))).toList();
    private static final Pattern RESULT = Pattern.compile("^[<>\u2264\u2265]?\\s?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:\\s?(?:-|\u2013)\\s?\\d[\\d.]*)?\\s*(?<unit>.*)$");

    private UsualRanges() {
    }

    static boolean isOutside(String test, String value) {
        Matcher matcher = RESULT.matcher(value.strip());
        if (!matcher.matches()) return false;
        double number = Double.parseDouble(matcher.group("number").replace(",", ""));
        String unit = matcher.group("unit").replaceAll("[\\s^]", "");
        String words = " " + test.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(usual -> words.contains(" " + usual.test()) && usual.units().stream().anyMatch(one -> one.equalsIgnoreCase(unit)))
                .reduce((_, longer) -> longer).filter(usual -> number < usual.low() || number > usual.high()).isPresent();
    }
}
