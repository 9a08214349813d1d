package casewright.reading.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Findings that are told as a change of what is measured: "a drop in the platelet count", "elevated serum aminotransferases". Each gets the name that
/// the list of reactions has for it.
final class LaboratoryChanges {

    private static final String OF = " (?:in|of) (?:(?:the|his|her|patient's|serum|plasma|blood|total|peripheral|mean) ){0,3}";
    private static final String BEFORE = "(?: (?:serum|plasma|blood|total|peripheral))? ";
    private static final String BEHIND = "(?: (?:levels?|counts?|concentrations?|values?|percent(?:age)?s?|activit(?:y|ies)))?\\b(?![- ](?:diets?|intake|supplement\\w*|excretion|uptake|clearance|channels?|aggregation|adhesi\\w+|function|tolerance|content|consumption|infusion|transfusions?|dose|A1c)\\b)";
    private static final String UP_NOUN = "(?:elevations?|increases?|rise|surge)";
    private static final String UP_WORD = "(?:elevated|increased|raised|high|rising)";
    private static final String DOWN_NOUN = "(?:drops?|decreases?|fall|declines?|reductions?)";
    private static final String DOWN_WORD = "(?:decreased|reduced|low|falling)";

    /// "blood pressure (SBP) suddenly dropped"
    private static final String VERB_BEHIND = "(?: levels?| counts?)?(?: \\([A-Za-z0-9]{1,6}\\))?(?: (?:had|has))?(?: (?:abruptly|suddenly|rapidly|further|then|markedly|significantly|quickly|gradually|acutely))? ";
    /// "fell to 130/80", "rose to 72": nothing that befell.
    private static final String NOT_TO_NORMAL = "\\b(?! to (?:(?:the |his |her )?(?:normal|baseline)|1[0-4]\\d/|[5-9]\\d ?(?:bpm|beats|/ ?min)))";
    private static final String UP_VERB = "(?:rose|increased|climbed|shot up)";
    private static final String DOWN_VERB = "(?:dropped|fell|decreased|declined|plummeted|plunged)";

    /// A part of each word above: where none stands, no change is told, and most texts are passed over by one look.
    private static final Pattern ANY_CHANGE = Pattern.compile("\\b(?:elevat|increas|rise|surge|raised|high|rising|drop|decreas|fall|declin|reduc|low|rose|climbed|shot up|fell|plummeted|plunged)", Pattern.CASE_INSENSITIVE);

    private record Change(String preferred, Pattern pattern) {
    }

    private final List<Change> changes = new ArrayList<>();

    LaboratoryChanges() {
        for (String line : TermFiles.lines("laboratory-changes.txt")) {
            String[] parts = line.split("\\s*\\|\\s*");
            boolean verb = parts[0].equals("rises") || parts[0].equals("falls");
            boolean up = parts[0].equals("up") || parts[0].equals("rises");
            String measured = "(?:" + String.join("|", List.of(parts[2].split("\\s*,\\s*")).stream().map(name -> name.equals(name.toUpperCase(Locale.ROOT)) ? "(?-i:" + name + ")s?" : name + "s?").toList()) + ")";
            String told = verb ? "\\b" + measured + VERB_BEHIND + (up ? UP_VERB : DOWN_VERB) + NOT_TO_NORMAL
                    : "\\b(?:" + (up ? UP_NOUN : DOWN_NOUN) + OF + measured + "|" + (up ? UP_WORD : DOWN_WORD) + BEFORE + measured + ")" + BEHIND;
            changes.add(new Change(parts[1], Pattern.compile(told, Pattern.CASE_INSENSITIVE)));
        }
    }

    /// @return the changes told in the text, each with the name of its finding, in no order
    List<Term> find(String text) {
        if (!ANY_CHANGE.matcher(text).find()) return List.of();
        List<Term> found = new ArrayList<>();
        for (Change change : changes) {
            Matcher matcher = change.pattern().matcher(text);
            while (matcher.find()) found.add(new Term(matcher.start(), matcher.end(), matcher.group(), change.preferred(), Term.Kind.DISORDER, false));
        }
        return found;
    }
}
