package casewright.evidence.listedness;

import java.util.regex.Pattern;

/// Words that make a reaction graver. "Fatal hepatitis" is not listed by "hepatitis": 21 CFR 314.80(a), "unexpected" includes greater severity.
final class Gravity {

    private static final Pattern GRAVE = Pattern.compile("\\b(?:severe|serious|fatal|lethal|life[ -]threatening|fulminant)\\b", Pattern.CASE_INSENSITIVE);

    private Gravity() {
    }

    static boolean isTold(String reaction) {
        return GRAVE.matcher(reaction).find() && !without(reaction).isBlank();
    }

    static String without(String reaction) {
        return GRAVE.matcher(reaction).replaceAll("").strip();
    }
}
