package casewright.reading;

import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Countries as written, with their codes of ISO 3166-1 alpha-2 (E2B(R3) C.2.r.3, E.i.9). The names are the Java runtime's English ones and what else people write.
final class Countries {

    private static final Map<String, String> CODES = codes();
    /// Also names of people, animals, other places, or words: only where they end an address, or behind "in".
    private static final Set<String> AMBIGUOUS = Set.of("georgia", "jordan", "chad", "jersey", "guinea", "niger", "dominica", "togo", "reunion", "us");
    private static final String NAMES = CODES.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote).collect(Collectors.joining("|"));
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}-])(?=\\p{Lu})(?<c>(?i:" + NAMES + ")|U\\.S\\.A?\\.|U\\.K\\.)(?![\\p{L}-]| of China\\b)", Pattern.UNICODE_CASE);
    private static final Pattern ADDRESS = Pattern.compile("(?:, |\\()(?:[A-Z]{2} )?(?:[\\d -]{4,9} )?$");
    private static final Pattern ADDRESS_END = Pattern.compile("^(?:\\s?[.;)]|\\s*$| and )");
    /// "He was admitted to a hospital in Japan", "developed in Portugal": where the patient was when it happened.
    private static final Pattern HAPPENED = Pattern.compile("\\b(?:admitted|hospitali[sz]ed|presented|presenting|treated|seen|occurred|developed|began|fell ill|living|lives|resident|travell?ing|on holiday|on vacation|hospital|clinic|department|emergency (?:room|department)|centre|center)\\b[^.;]{0,60}\\bin (?:the )?(?:[\\p{Lu}][\\p{L}-]+, )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_THEN = Pattern.compile("\\b(?:born|previously|before|years ago|history|approved|marketed|licen[cs]ed|manufactured|available|family|travel(?:led)? history|returned from)\\b", Pattern.CASE_INSENSITIVE);

    private static final int AROUND_CHARS = 200;

    private Countries() {
    }

    /// "United Kingdom", "U.K.", "England" as GB; null for what is no country, such as a town.
    static @Nullable String code(String written) {
        String plain = written.strip().replaceAll("[.,;]+$", "").toLowerCase(Locale.ROOT);
        String code = CODES.get(plain.replace(".", "").replaceFirst("^the ", ""));
        if (code == null && written.strip().matches("[A-Z]{2}") && Set.of(Locale.getISOCountries()).contains(written.strip())) return written.strip();
        return code;
    }

    /// The country of an address, a letter head or a sentence "... in Japan": a name that is also something else counts only at the end of an address.
    static Optional<Fact> in(Sentence sentence) {
        Matcher matcher = NAME.matcher(sentence.text());
        while (matcher.find()) {
            boolean address = ADDRESS.matcher(sentence.before(matcher.start(), AROUND_CHARS)).find() && ADDRESS_END.matcher(sentence.text().substring(matcher.end(), Math.min(sentence.text().length(), matcher.end() + AROUND_CHARS))).find();
            if (isCapital(matcher.group("c")) && (address || !AMBIGUOUS.contains(matcher.group("c").toLowerCase(Locale.ROOT)) && !sentence.before(matcher.start(), 4).endsWith("New "))) return Optional.of(fact(sentence, matcher));
        }
        return Optional.empty();
    }

    /// Where the reaction occurred, as far as the patient's story says it; empty where it names several countries so.
    static Optional<Fact> ofEvent(SourceText text) {
        Fact found = null;
        for (Sentence sentence : text.ofPatient()) {
            Matcher matcher = NAME.matcher(sentence.text());
            while (matcher.find()) {
                String before = sentence.before(matcher.start(), AROUND_CHARS);
                if (!isCapital(matcher.group("c")) || !HAPPENED.matcher(before).find() || NOT_THEN.matcher(before).find()) continue;
                Fact here = fact(sentence, matcher);
                if (found != null && !Objects.equals(found.code(), here.code())) return Optional.empty();
                found = found == null ? here : found;
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean isCapital(String name) {
        return Character.isUpperCase(name.charAt(0)) && (name.length() > 3 || name.equals(name.toUpperCase(Locale.ROOT)));
    }

    private static Fact fact(Sentence sentence, Matcher matcher) {
        return Fact.of(matcher.group("c"), code(matcher.group("c")), sentence.quote(matcher.start("c"), matcher.end("c")), "pattern", false);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) codes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        Map<String, String> others = Map.ofEntries(Map.entry("uk", "GB"), Map.entry("england", "GB"), Map.entry("scotland", "GB"), Map.entry("wales", "GB"), Map.entry("northern ireland", "GB"), Map.entry("great britain", "GB"), Map.entry("usa", "US"),
                Map.entry("us", "US"), Map.entry("united states of america", "US"), Map.entry("korea", "KR"), Map.entry("republic of korea", "KR"), Map.entry("czech republic", "CZ"), Map.entry("czechia", "CZ"), Map.entry("turkey", "TR"), Map.entry("t\u00fcrkiye", "TR"),
                Map.entry("the netherlands", "NL"), Map.entry("holland", "NL"), Map.entry("people's republic of china", "CN"), Map.entry("p r china", "CN"), Map.entry("pr china", "CN"), Map.entry("prc", "CN"), Map.entry("viet nam", "VN"), Map.entry("russian federation", "RU"), Map.entry("hong kong", "HK"), Map.entry("macau", "MO"),
                Map.entry("ivory coast", "CI"), Map.entry("burma", "MM"), Map.entry("myanmar", "MM"), Map.entry("macedonia", "MK"), Map.entry("bosnia and herzegovina", "BA"), Map.entry("uae", "AE"), Map.entry("ksa", "SA"), Map.entry("deutschland", "DE"), Map.entry("\u00f6sterreich", "AT"), Map.entry("espa\u00f1a", "ES"), Map.entry("italia", "IT"));
        codes.putAll(others);
        return codes;
    }
}
