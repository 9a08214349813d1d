package casewright.reading.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Text that is written in capitals throughout, as old report forms and teletypes have it: there a capital says nothing of names. What patterns and the model
/// look at is put into small letters, unit by unit, but for what has capitals in any text; what is quoted stays as written.
final class Capitals {

    private static final int FEWEST_LETTERS = 16;
    private static final int FEWEST_WORDS = 4;
    /// "DR. JANE SMITH, ST. MARY HOSPITAL": a line without a stop may be a name and address.
    private static final int FEWEST_WORDS_WITHOUT_STOP = 8;
    private static final int NEAR_CHARS = 8;
    private static final double SHARE = 0.85;
    private static final Pattern WORD = Pattern.compile("\\p{Lu}+");
    private static final Pattern MONTH_OR_DAY = Pattern.compile("JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|(?:SUN|MON|TUES|WEDNES|THURS|FRI|SATUR)DAY|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)(?=\\b)");
    private static final Pattern ABBREVIATION = Pattern.compile("\\b(?:I\\.V|I\\.M|S\\.C|P\\.O|B\\.I\\.D|T\\.I\\.D|Q\\.I\\.D|Q\\.D|A\\.M|P\\.M|E\\.G|I\\.E)\\.");
    private static final Set<String> COUNTRIES = Stream.concat(Stream.of("England", "Scotland", "Wales", "Holland", "Korea"), Arrays.stream(Locale.getISOCountries()).map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))).map(name -> name.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    private static final Pattern TITLE = Pattern.compile("DR|PROF|MR|MRS|MS|MISS|ST");
    private static final Pattern ROMAN = Pattern.compile("I{1,3}|I?V|VI{1,3}|I?X");
    private static final Set<String> SHORT_FORMS = Set.of("ABG", "ACE", "ACTH", "AIDS", "AKI", "ALP", "ALT", "ANA", "ANC", "ANCA", "ARDS", "ARF", "AST", "AV", "BAL", "BMI", "BNP", "BP", "BUN", "CAD", "CBC", "CHF", "CK", "CKD", "CMV", "CNS", "COPD", "COVID", "CPK", "CPR", "CRP", "CSF", "CT",
            "DAPT", "DIC", "DILI", "DLST", "DNA", "DRESS", "DT", "DVT", "EBV", "ECG", "ED", "EEG", "EF", "EKG", "EMG", "ENT", "ER", "ESR", "GBS", "GCS", "GERD", "GGT", "GI", "GP", "HAV", "HB", "HBV", "HCV", "HHV", "HIT", "HIV", "HPV", "HR", "HSV", "ICU", "ICD", "IG", "IM", "INR", "ITP", "IU", "IV",
            "LDH", "LFT", "LFTS", "LVEF", "MCV", "MD", "MI", "MMR", "MRI", "MRSA", "MS", "NMS", "NSAID", "NSAIDS", "NYHA", "OD", "PCR", "PE", "PLT", "PO", "PPI", "PT", "PTT", "QT", "RBC", "RNA", "RR", "SARS", "SC", "SGOT", "SGPT", "SIADH", "SJS", "SLE", "SOB", "TB", "TEN", "TIA", "TSH", "TTP", "UK", "URI", "US", "USA", "UTI",
            "VAERS", "WBC");

    private Capitals() {
    }

    /// The text as patterns look at it: as long as what is written.
    static String plain(String written) {
        return areThroughout(written) ? lowered(written) : written;
    }

    private static boolean areThroughout(String text) {
        int upper = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetter(text.charAt(i))) continue;
            letters++;
            if (Character.isUpperCase(text.charAt(i))) upper++;
        }
        int words = text.strip().split("\\s+").length;
        boolean stopped = text.stripTrailing().matches("(?s).*[.!?;][\")']?");
        return letters >= FEWEST_LETTERS && upper >= SHARE * letters && words >= (stopped ? FEWEST_WORDS : FEWEST_WORDS_WITHOUT_STOP);
    }

    private static String lowered(String text) {
        StringBuilder lowered = new StringBuilder(text);
        Matcher word = WORD.matcher(text);
        boolean afterTitle = false;
        int begin = text.length() - text.stripLeading().length();
        while (word.find()) {
            boolean first = word.start() == begin;
            boolean named = afterTitle || first || COUNTRIES.contains(word.group()) || MONTH_OR_DAY.matcher(word.group()).matches() || isMay(text, word) || TITLE.matcher(word.group()).matches() && isTitle(text, word);
            if (!keepsCapitals(text, word)) put(lowered, word.start() + (named ? 1 : 0), word.end());
            afterTitle = TITLE.matcher(word.group()).matches() && isTitle(text, word);
        }
        ABBREVIATION.matcher(text).results().forEach(found -> put(lowered, found.start(), found.end()));
        return lowered.toString();
    }

    /// "mg/dL" and "IU/L", "type B" and "I"; no "a" before a word.
    private static boolean keepsCapitals(String text, Matcher word) {
        String written = word.group();
        boolean behindNumber = before(text, word).matches("(?s).*\\d ?");
        if (written.length() == 1) return !written.equals("A") && !(behindNumber && written.matches("[GMHS]")) || written.equals("A") && word.end() < text.length() && text.charAt(word.end()) == '.';
        if (TITLE.matcher(written).matches() && isTitle(text, word)) return false;
        boolean unit = behindNumber && !written.equals("IU");
        return !unit && (SHORT_FORMS.contains(written) || ROMAN.matcher(written).matches());
    }

    private static boolean isTitle(String text, Matcher word) {
        return text.startsWith(". ", word.end()) || !word.group().matches("MS|ST") && text.startsWith(" ", word.end());
    }

    /// "MAY 2021", "3 MAY", "in MAY"; no "may have".
    private static boolean isMay(String text, Matcher word) {
        return word.group().equals("MAY") && (text.substring(word.end(), Math.min(text.length(), word.end() + NEAR_CHARS)).matches("(?s),? \\d.*") || before(text, word).matches("(?s).*(?:\\d|\\bIN|\\bOF|\\bSINCE|\\bUNTIL) "));
    }

    private static String before(String text, Matcher word) {
        return text.substring(Math.max(0, word.start() - NEAR_CHARS), word.start());
    }

    private static void put(StringBuilder text, int from, int to) {
        String small = text.substring(from, to).toLowerCase(Locale.ROOT);
        if (small.length() == to - from) text.replace(from, to, small);
    }
}
