package casewright.reading;

import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times that are told by their distance from another one: worked out where that one is written to the day, and both places are cited. The source's words
/// stay the value, the day is its code (E2B(R3) dates, as far as known: months give a month, years a year). Never sure. Example: started on 4 March 2021,
/// "three weeks later": 2021-03-25; "day 3 of treatment": 2021-03-06.
final class RelativeDates {

    private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final String DISTANCE = "(?<n>\\d{1,3}|an?|" + String.join("|", NUMBERS) + ") (?<u>day|week|month|year)s?";
    private static final Pattern LATER = Pattern.compile("(?:" + DISTANCE + " (?:later|afterwards|thereafter)|(?<next>(?:on )?the (?:next|following) day))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_START = Pattern.compile("(?:after )?" + DISTANCE + " (?:after|into|following|of) (?:the )?(?:start(?:ing)?|beginning|initiati(?:on|ng)|commenc(?:ing|ement)|introduc(?:tion|ing)|taking|receiving|first (?:dose|cycle|infusion|injection)|treatment|therapy)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_OF_TREATMENT = Pattern.compile("(?:on )?(?:the )?(?:treatment day (?<a>\\d{1,3})|day (?<b>\\d{1,3}) of (?:the )?(?:treatment|therapy|taking|receiving))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_ADMISSION = Pattern.compile(DISTANCE + " (?:before|prior to|previous to) (?:the |his |her )?(?:admission|presentation|hospitali[sz]ation)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_OPERATION = Pattern.compile("(?:on )?(?:the )?post-?operative day (?<n>\\d{1,3})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADMITTED = Pattern.compile("\\b(?:admitted|hospitali[sz]ed|presented)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPERATED = Pattern.compile("\\b(?:underwent|operated|operation|surgery)\\b", Pattern.CASE_INSENSITIVE);
    private static final int SENTENCES_BACK = 2;
    private static final int WHOLE_DAY_CHARS = 10;

    private final SourceText text;

    RelativeDates(SourceText text) {
        this.text = text;
    }

    /// A day with the words that tell it.
    private record Anchor(LocalDate day, Quote quote) {
    }

    /// @param start of the one suspect drug, from which a treatment's days count; null where there are several, or of the drug itself
    Map<String, Fact> in(Map<String, Fact> details, @Nullable Fact start) {
        Map<String, Fact> resolved = new LinkedHashMap<>(details);
        for (String id : List.of("start", "stop", "onset", "end", "when", "deathDate")) resolved.computeIfPresent(id, (_, fact) -> of(fact, start));
        return resolved;
    }

    private Fact of(Fact told, @Nullable Fact start) {
        if (told.code() != null || !told.others().isEmpty()) return told;
        Quote quote = told.quotes().getFirst();
        Optional<Sentence> found = text.sentences().stream().filter(sentence -> sentence.document() == quote.document() && sentence.page() == quote.page() && sentence.start() <= quote.start() && quote.end() <= sentence.end()).findFirst();
        if (found.isEmpty()) return told;
        Sentence sentence = found.get();
        String words = sentence.text().substring(quote.start() - sentence.start());
        Matcher later = LATER.matcher(words);
        if (later.lookingAt()) return dayBefore(sentence, quote.start() - sentence.start()).map(anchor -> with(told, anchor, later.group("next") != null ? anchor.day().plusDays(1).toString() : moved(anchor.day(), later, 1))).orElse(told);
        Matcher admission = BEFORE_ADMISSION.matcher(words);
        if (admission.lookingAt()) return only(ADMITTED).map(anchor -> with(told, anchor, moved(anchor.day(), admission, -1))).orElse(told);
        Matcher operation = AFTER_OPERATION.matcher(words);
        if (operation.lookingAt()) return only(OPERATED).map(anchor -> with(told, anchor, anchor.day().plusDays(Long.parseLong(operation.group("n"))).toString())).orElse(told);
        if (start == null || start.code() == null || start.code().length() != WHOLE_DAY_CHARS) return told;
        Anchor first = new Anchor(LocalDate.parse(start.code()), start.quotes().getFirst());
        Matcher after = AFTER_START.matcher(words);
        if (after.lookingAt()) return with(told, first, moved(first.day(), after, 1));
        Matcher day = DAY_OF_TREATMENT.matcher(words);
        if (!day.lookingAt()) return told;
        long number = Long.parseLong(day.group("a") != null ? day.group("a") : day.group("b"));
        return number == 0 ? told : with(told, first, first.day().plusDays(number - 1).toString());
    }

    private static Fact with(Fact told, Anchor anchor, String iso) {
        List<Quote> quotes = new ArrayList<>(told.quotes());
        quotes.add(anchor.quote());
        List<String> ways = new ArrayList<>(told.ways());
        if (!ways.contains("rule")) ways.add("rule");
        return new Fact(told.value(), iso, quotes, ways, told.probability(), false, List.of());
    }

    /// Days and weeks give a day, months a month, years a year: no more than the words say.
    private static String moved(LocalDate day, Matcher distance, int direction) {
        String number = distance.group("n").toLowerCase(Locale.ROOT);
        long n = direction * (number.startsWith("a") ? 1L : NUMBERS.contains(number) ? NUMBERS.indexOf(number) + 1L : Long.parseLong(number));
        return switch (distance.group("u").toLowerCase(Locale.ROOT)) {
            case "day" -> day.plusDays(n).toString();
            case "week" -> day.plusWeeks(n).toString();
            case "month" -> day.plusMonths(n).toString().substring(0, 7);
            default -> day.plusYears(n).toString().substring(0, 4);
        };
    }

    /// The time told last before a place, in its sentence or one of the two before: the anchor where it is a whole day.
    private Optional<Anchor> dayBefore(Sentence sentence, int at) {
        for (int index = sentence.index(); index >= Math.max(0, sentence.index() - SENTENCES_BACK); index--) {
            Sentence here = text.sentences().get(index);
            if (here.section() != sentence.section() || here.document() != sentence.document()) return Optional.empty();
            Matcher times = Dates.ANY.matcher(index == sentence.index() ? here.text().substring(0, at) : here.text());
            Quote last = null;
            while (times.find()) if (!Dates.isDuration(times.group()) && !here.text().startsWith("-old", times.end()) && !here.text().startsWith(" old", times.end())) last = here.quote(times.start(), times.end());
            if (last != null) return wholeDay(last);
        }
        return Optional.empty();
    }

    /// The one day that the text gives for an admission or an operation; none where it gives several.
    private Optional<Anchor> only(Pattern what) {
        List<Anchor> days = new ArrayList<>();
        for (Sentence sentence : text.ofPatient()) {
            if (!what.matcher(sentence.text()).find()) continue;
            Matcher times = Dates.WRITTEN_OUT.matcher(sentence.text());
            while (times.find()) wholeDay(sentence.quote(times.start(), times.end())).ifPresent(days::add);
        }
        return days.stream().map(Anchor::day).distinct().count() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
    }

    private static Optional<Anchor> wholeDay(Quote quote) {
        return Dates.iso(quote.text()).filter(iso -> iso.length() == WHOLE_DAY_CHARS).map(iso -> new Anchor(LocalDate.parse(iso), quote));
    }
}
