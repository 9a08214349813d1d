package casewright.reading;

import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Age, sex, weight, height, pregnancy, initials and birth date: grammar, so patterns read them.
final class PatientReader {

    private static final String NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?";
    private static final String UNIT = "years?|yrs?|months?|mos?|weeks?|wks?|days?|hours?|y/?o|a";
    private static final Pattern AGE_OLD = Pattern.compile("\\b(?<n>\\d{1,3}(?:\\.\\d)?|" + NUMBER_WORDS + ")[- \u2010\u2011]?(?:(?<u>years?|yrs?|months?|weeks?|wks?|days?|hours?)[- \u2010\u2011]?(?:old\\b|of age\\b)|(?<yo>y/?o)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGE_OF = Pattern.compile("\\b(?:aged|age[:,]?|aged about|at the age of|at age) (?<n>\\d{1,3})(?: (?<u>" + UNIT + ")\\b)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGE_PERSON = Pattern.compile("\\b(?<n>\\d{1,3})[- ](?<u>years?|months?|weeks?|days?)[- ](?:\\w+ ){0,3}(?:man|woman|boy|girl|male|female|infant|patient|child|lady|gentleman)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGE_I_AM = Pattern.compile("\\b(?:I am|I'm|he is|she is|who is|woman of|man of|boy of|girl of|lady of|person of) (?<n>\\d{1,3})\\b(?: (?<u>years?|months?))?(?! ?(?:kg|cm|%|mg|weeks|days))", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGE_LISTED = Pattern.compile("\\b(?:male|female|man|woman|boy|girl|patient|[MF]),? ?\\(?(?<n>\\d{1,3}) ?(?<u>years?|yrs?|months?|weeks?|days?|y)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGE_RELATIVE_OF_WRITER = Pattern.compile("\\bmy (?:husband|wife|mother|father|son|daughter|child|partner|brother|sister|baby)(?: is|,)? (?:aged )?\\(?(?<n>\\d{1,3})\\b(?: (?<u>years?|months?))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGE_OF_CHILD = Pattern.compile("\\b(?:infant|neonate|newborn|baby|child|toddler|boy|girl) of (?<n>\\d{1,3}) (?<u>years?|months?|weeks?|days?|hours?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECADE = Pattern.compile("\\bin (?:his|her|their) (?<n>\\d0)s\\b", Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> AGES = List.of(AGE_OLD, AGE_PERSON, AGE_OF, AGE_LISTED, AGE_OF_CHILD, AGE_RELATIVE_OF_WRITER, AGE_I_AM, DECADE);
    /// Those that may stand in a sentence without a digit.
    private static final List<Pattern> AGES_IN_WORDS = List.of(AGE_OLD);
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern NOT_THE_PATIENT = Pattern.compile("\\b(?:mother|father|brother|sister|son|daughter|husband|wife|donor|fetus|uncle|aunt|another patient|other patient|previous(?:ly)? reported|literature|et al|control)\\b", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_WORDS_OF_OTHER_SEX = 2;
    private static final Pattern OLD_PERSON = Pattern.compile("\\b(?<n>\\d{1,3})[- ]years?[- ]old (?:[A-Z]?[\\w-]+ ){0,2}?(?:man|woman|male|female|patient|gentleman|lady|boy|girl)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AS_A = Pattern.compile("\\b(?:as|when|while|since|at) (?:(?:he|she) was )?(?:an? )?$", Pattern.CASE_INSENSITIVE);
    private static final String SEX_WORD = "\\b(?<s>man|male|boy|gentleman|woman|female|girl|lady)\\b";
    private static final Pattern SEX = Pattern.compile(SEX_WORD, Pattern.CASE_INSENSITIVE);
    /// "a 54 year old Japanese woman"
    private static final Pattern SEX_BEHIND_AGE = Pattern.compile("(?:\\d{1,3}|" + NUMBER_WORDS + ")[- \u2010]?(?:years?|yrs?|months?|weeks?|days?|y/?o)[- \u2010]?(?:old)?,? ?(?:\\(?[\\w, -]{0,60}?)" + SEX_WORD, Pattern.CASE_INSENSITIVE);
    private static final Pattern MALE = Pattern.compile("\\b(?:man|male|boy|gentleman|mr\\.?|he|his|him|himself|father|husband)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FEMALE = Pattern.compile("\\b(?:woman|female|girl|lady|mrs|ms|she|her|herself|pregnant|pregnancy|gravida|primigravida|multigravida|postmenopausal|menstrual|mother|(?<!weeks[\u2019\u0027] )(?<!weeks )(?<!weeks of )gestation|parturient|g\\d+p\\d+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEIGHT = Pattern.compile(
            "(?:\\b(?:body )?(?:weight|weighed|weighing|weighs|weigh|wt)\\b(?: (?:was|is|of|about|approximately|only|now|decreased to|at presentation|on admission))*[:,]? ?(?:of )?(?<a>\\d{1,3}(?:\\.\\d{1,2})?) ?(?<ua>kgs?|kilograms?|lbs?|pounds?|g)\\b(?!/)|(?:[,(]|\\b(?:man|woman|boy|girl|patient|soldier|male|female|child|infant) of) ?(?<b>\\d{2,3}(?:\\.\\d)?) ?kg(?= body weight|, [A-Z]| ?\\)|,|\\.|;|$| (?:male|female|man|woman|boy|girl|patient)))", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEIGHT = Pattern.compile(
            "\\b(?:height|tall)\\b(?: (?:was|is|of))*[:,]? ?(?<n>\\d(?:\\.\\d{1,2})?|\\d{2,3}(?:\\.\\d)?) ?(?<u>cm|m)\\b|\\b(?<cm>1\\d\\d|[4-9]\\d) ?cm(?=(?: tall\\b|(?:,|;| and| /|/) ?\\d{1,3}(?:\\.\\d)? ?kg\\b))|\\bkg(?:,|;| and| /|/) ?(?<after>1\\d\\d) ?cm\\b|\\b(?<feet>[3-7])(?: ?(?:feet|foot|ft)\\.?,?(?: and)? ?|['\u2019\u2032] ?)(?:(?<inches>\\d{1,2})(?: ?(?:inch(?:es)?|in)\\b| ?[\"\u201d\u2033])| tall\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGE = Pattern.compile("\\b(?:lost|gained|loss|gain|decreased by|increased by|dropped by)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PREGNANT = Pattern.compile("\\b(?:\\d{1,2}(?:st|nd|rd|th)? weeks? (?:pregnant|of gestation|of pregnancy|gestation)|(?:first|second|third) trimester(?: of (?:her |the )?pregnancy)?|\\d{1,2}(?:st|nd|rd|th) (?:week|month) of (?:her |the )?pregnancy|pregnant|gravid[aA]|primigravida|multigravida|G\\d+ ?P\\d+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_PREGNANT = Pattern.compile("\\b(?:not|never|nor|non|no longer|denie[ds] (?:being|to be)|ruled out|if|whether (?:she|I) (?:is|was)|(?:become|becoming|became|get|getting))[- ]$", Pattern.CASE_INSENSITIVE);
    /// "at 24 weeks of gestation": of a mother, unless it tells when a child was born.
    private static final Pattern GESTATION = Pattern.compile("\\b(?:at|in the) \\d{1,2}(?:st|nd|rd|th)? weeks?['\u2019]?(?: of)? (?:gestation|pregnancy)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_CHILD = Pattern.compile("\\b(?:born|birth|infant|neonate|newborn|preterm|premature|baby|boy|child)\\b", Pattern.CASE_INSENSITIVE);
    /// "at 24 weeks of gestation", "28 weeks pregnant": how far the pregnancy was; nothing that tells when a child was born.
    private static final Pattern GESTATION_PERIOD = Pattern.compile("(?<!born at )\\b(?<t>\\d{1,2}(?:st|nd|rd|th)? weeks?['\u2019]?(?: of)? (?:gestation|pregnan(?:cy|t)))\\b|\\b(?<week>\\d{1,2}(?:st|nd|rd|th) week of (?:her |the )?(?:pregnancy|gestation))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST_MENSTRUATION = Pattern.compile("\\b(?:last menstrual period|last menstruation|LMP)(?: (?:was|is|had been|began|started))?(?: on)?:? (?<t>" + Dates.CALENDAR + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern INITIALS = Pattern.compile("\\b(?:(?i:initials?)(?: (?:are|were|is))?[: ]+(?<i>[A-Z]\\.? ?[A-Z]\\.?(?: ?[A-Z]\\.)?)|(?i:patient|mrs?|ms|miss)\\.?[: ]+(?<dotted>[A-Z]\\. ?[A-Z]\\.(?: ?[A-Z]\\.)?))(?=[\\s,;).(]|$)");
    private static final Pattern BIRTH = Pattern.compile("\\b(?:born(?: on)?|date of birth|d\\.?o\\.?b\\.?|birth date)[: ]+(?<d>\\d{1,2}[./ -](?:\\d{1,2}|[A-Z][a-z]+)[./ -]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2} [A-Z][a-z]+ \\d{4}|[A-Z][a-z]+ \\d{1,2}, \\d{4})", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> WORDS = words();

    private final List<Sentence> sentences;

    PatientReader(SourceText text) {
        List<Sentence> own = text.ofPatient().stream().filter(sentence -> sentence.section() != Section.CAPTION).toList();
        List<Sentence> all = new ArrayList<>(own);
        text.sentences().stream().filter(sentence -> sentence.section() == Section.ABSTRACT || sentence.section() == Section.TITLE).forEach(all::add);
        this.sentences = all;
    }

    Map<String, Fact> read() {
        Map<String, Fact> found = new LinkedHashMap<>();
        age().ifPresent(fact -> found.put("age", fact));
        sex().ifPresent(fact -> found.put("sex", fact));
        weight().ifPresent(fact -> found.put("weightKg", fact));
        height().ifPresent(fact -> found.put("heightCm", fact));
        if (found.containsKey("sex") && found.get("sex").value().equals("female")) first(PREGNANT, "pregnancy").ifPresent(fact -> found.put("pregnancy", fact));
        first(INITIALS, "initials").ifPresent(fact -> found.put("initials", fact));
        first(BIRTH, "birth").ifPresent(fact -> found.put("birthDate", fact));
        if (!found.containsKey("age")) sentences.stream().map(sentence -> AgeGroups.in(sentence, NOT_THE_PATIENT)).flatMap(Optional::stream).findFirst().ifPresent(fact -> found.put("ageGroup", fact));
        if (found.containsKey("pregnancy")) told(GESTATION_PERIOD).ifPresent(quote -> found.put("gestationPeriod", Fact.of(quote.text(), quote.text().replaceAll("\\D.*", "") + " wk", quote, "pattern", false)));
        told(LAST_MENSTRUATION).ifPresent(quote -> found.put("lastMenstruation", Fact.of(quote.text(), Dates.iso(quote.text()).orElse(null), quote, "pattern", true)));
        return found;
    }

    private Optional<Fact> age() {
        for (Sentence sentence : sentences) {
            for (Pattern pattern : DIGIT.matcher(sentence.text()).find() ? AGES : AGES_IN_WORDS) {
                Matcher matcher = pattern.matcher(sentence.text());
                while (matcher.find()) {
                    String before = sentence.text().substring(Math.max(0, matcher.start() - 60), matcher.start());
                    if (pattern != AGE_RELATIVE_OF_WRITER && NOT_THE_PATIENT.matcher(before).find() || pattern == AGE_OF && before.matches("(?is).*\\b(?:diagnosed|since|began|started|first)\\b.*")) continue;
                    Optional<Fact> fact = ageOf(sentence, matcher, pattern);
                    if (fact.isPresent()) return fact.map(first -> withOtherAge(first, sentence));
                }
            }
        }
        return Optional.empty();
    }

    /// "A 54-year-old woman ... This 57-year-old woman": the same person cannot have both ages.
    private Fact withOtherAge(Fact first, Sentence told) {
        if (!OLD_PERSON.matcher(told.text()).find()) return first;
        for (Sentence sentence : sentences) {
            Matcher matcher = OLD_PERSON.matcher(sentence.text());
            while (matcher.find()) {
                if (sentence == told || NOT_THE_PATIENT.matcher(sentence.text()).find() || AS_A.matcher(sentence.text().substring(0, matcher.start())).find()) continue;
                Fact other = Fact.of(matcher.group("n") + " years", matcher.group("n") + " a", sentence.quote(matcher.start("n"), matcher.end("n")), "pattern", true);
                if (!other.value().equals(first.value())) return first.conflictingWith(List.of(other));
            }
        }
        return first;
    }

    private static Optional<Fact> ageOf(Sentence sentence, Matcher matcher, Pattern pattern) {
        String written = matcher.group("n").toLowerCase(Locale.ROOT).replace('-', ' ');
        double value = WORDS.containsKey(written) ? WORDS.get(written) : Double.parseDouble(written);
        String unit = "a";
        if (pattern == DECADE) unit = "{decade}";
        else if (pattern != AGE_OLD || matcher.group("yo") == null) {
            String word = matcher.group("u") == null ? "years" : matcher.group("u").toLowerCase(Locale.ROOT);
            unit = word.startsWith("mo") ? "mo" : word.startsWith("w") ? "wk" : word.startsWith("d") ? "d" : word.startsWith("h") ? "h" : "a";
        }
        if (unit.equals("a") && value > 120 || unit.equals("a") && value == 0) return Optional.empty();
        String number = value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
        if (unit.equals("{decade}")) number = Long.toString(Math.round(value / 10));
        String word = switch (unit) {
            case "mo" -> "months";
            case "wk" -> "weeks";
            case "d" -> "days";
            case "h" -> "hours";
            case "{decade}" -> "decades";
            default -> "years";
        };
        return Optional.of(Fact.of(number + " " + word, number + " " + unit, sentence.quote(matcher.start(), matcher.end()), "pattern", true));
    }

    /// The words before the first age decide where they say it; else the majority of words for one sex.
    private Optional<Fact> sex() {
        for (Sentence sentence : sentences) {
            if (!SEX.matcher(sentence.text()).find()) continue;
            Matcher matcher = SEX_BEHIND_AGE.matcher(sentence.text());
            if (matcher.find()) return Optional.of(withOtherSex(sexOf(sentence, matcher.start("s"), matcher.end("s"))));
        }
        int male = 0;
        int female = 0;
        Fact firstMale = null;
        Fact firstFemale = null;
        for (Sentence sentence : sentences) {
            if (NOT_THE_PATIENT.matcher(sentence.text()).find()) continue;
            Matcher m = MALE.matcher(sentence.text());
            while (m.find()) {
                male++;
                if (firstMale == null) firstMale = Fact.of("male", "1", sentence.quote(m.start(), m.end()), "pattern", true);
            }
            Matcher gestation = GESTATION.matcher(sentence.text());
            if (gestation.find() && !OF_CHILD.matcher(sentence.text()).find()) {
                female++;
                if (firstFemale == null) firstFemale = Fact.of("female", "2", sentence.quote(gestation.start(), gestation.end()), "pattern", true);
            }
            Matcher f = FEMALE.matcher(sentence.text());
            while (f.find()) {
                female++;
                if (firstFemale == null) firstFemale = Fact.of("female", "2", sentence.quote(f.start(), f.end()), "pattern", true);
            }
        }
        if (firstMale != null && male > 2 * female) return Optional.of(firstMale.sure(female == 0));
        if (firstFemale != null && female > 2 * male) return Optional.of(firstFemale.sure(male == 0));
        if (firstMale != null && firstFemale != null) return Optional.of(male >= female ? firstMale.conflictingWith(List.of(firstFemale)) : firstFemale.conflictingWith(List.of(firstMale)));
        return Optional.empty();
    }

    /// Where more words of the text say the other sex than the one of the first phrase, both are shown.
    private Fact withOtherSex(Fact first) {
        boolean female = first.value().equals("female");
        int own = 0;
        List<Quote> others = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (NOT_THE_PATIENT.matcher(sentence.text()).find()) continue;
            own += (int) (female ? FEMALE : MALE).matcher(sentence.text()).results().count();
            (female ? MALE : FEMALE).matcher(sentence.text()).results().forEach(match -> others.add(sentence.quote(match.start(), match.end())));
        }
        if (others.size() < FEWEST_WORDS_OF_OTHER_SEX || others.size() <= own) return first;
        return first.conflictingWith(List.of(Fact.of(female ? "male" : "female", female ? "1" : "2", others.getFirst(), "pattern", true)));
    }

    private static Fact sexOf(Sentence sentence, int start, int end) {
        String word = sentence.text().substring(start, end).toLowerCase(Locale.ROOT);
        boolean female = word.equals("woman") || word.equals("female") || word.equals("girl") || word.equals("lady");
        return Fact.of(female ? "female" : "male", female ? "2" : "1", sentence.quote(start, end), "pattern", true);
    }

    private Optional<Fact> weight() {
        for (Sentence sentence : sentences) {
            Matcher matcher = WEIGHT.matcher(sentence.text());
            while (matcher.find()) {
                if (CHANGE.matcher(sentence.text().substring(Math.max(0, matcher.start() - 25), matcher.end())).find() || NOT_THE_PATIENT.matcher(sentence.before(matcher.start(), 60)).find() && !AGE_RELATIVE_OF_WRITER.matcher(sentence.text()).find()) continue;
                String written = matcher.group("a") != null ? matcher.group("a") : matcher.group("b");
                double kg = Double.parseDouble(written);
                String unit = matcher.group("ua") == null ? "kg" : matcher.group("ua").toLowerCase(Locale.ROOT);
                if (unit.startsWith("lb") || unit.startsWith("pound")) kg = kg * 0.45359237;
                else if (unit.equals("g")) kg = kg / 1000;
                if (kg < 0.3 || kg > 350) continue;
                String value = kg == Math.rint(kg) ? Long.toString(Math.round(kg)) : String.format(Locale.ROOT, "%.1f", kg);
                return Optional.of(Fact.of(value, value + " kg", sentence.quote(matcher.start(), matcher.end()), "pattern", true));
            }
        }
        return Optional.empty();
    }

    private Optional<Fact> height() {
        for (Sentence sentence : sentences) {
            Matcher matcher = HEIGHT.matcher(sentence.text());
            if (!matcher.find() || NOT_THE_PATIENT.matcher(sentence.text().substring(0, matcher.start())).find()) continue;
            double cm = matcher.group("feet") != null ? Integer.parseInt(matcher.group("feet")) * 30.48 + (matcher.group("inches") == null ? 0 : Integer.parseInt(matcher.group("inches")) * 2.54)
                    : Double.parseDouble(Stream.of("n", "cm", "after").map(matcher::group).filter(Objects::nonNull).findFirst().orElseThrow()) * ("m".equalsIgnoreCase(matcher.group("u")) ? 100 : 1);
            String value = Long.toString(Math.round(cm));
            return Optional.of(Fact.of(value, value + " cm", sentence.quote(matcher.start(), matcher.end()), "pattern", true));
        }
        return Optional.empty();
    }

    private Optional<Quote> told(Pattern pattern) {
        for (Sentence sentence : sentences) {
            Matcher matcher = pattern.matcher(sentence.text());
            if (!matcher.find() || NOT_THE_PATIENT.matcher(sentence.text().substring(0, matcher.start())).find()) continue;
            String group = matcher.group("t") != null ? "t" : "week";
            return Optional.of(sentence.quote(matcher.start(group), matcher.end(group)));
        }
        return Optional.empty();
    }

    private Optional<Fact> first(Pattern pattern, String what) {
        for (Sentence sentence : sentences) {
            Matcher matcher = pattern.matcher(sentence.text());
            if (!matcher.find() || pattern == PREGNANT && NOT_PREGNANT.matcher(sentence.before(matcher.start(), 40)).find() || NOT_THE_PATIENT.matcher(sentence.text().substring(0, matcher.start())).find()) continue;
            Quote quote = sentence.quote(matcher.start(), matcher.end());
            return switch (what) {
                case "initials" -> Optional.of(Fact.of((matcher.group("i") == null ? matcher.group("dotted") : matcher.group("i")).strip(), null, quote, "pattern", true));
                case "birth" -> Optional.of(Fact.of(matcher.group("d").strip(), Dates.iso(matcher.group("d")).orElse(null), quote, "pattern", true));
                default -> Optional.of(Fact.of(matcher.group(), null, quote, "pattern", true));
            };
        }
        return Optional.empty();
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        List<String> ones = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");
        List<String> tens = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        for (int i = 0; i < ones.size(); i++) words.put(ones.get(i), i + 1);
        for (int t = 0; t < tens.size(); t++) {
            words.put(tens.get(t), (t + 2) * 10);
            for (int i = 0; i < 9; i++) words.put(tens.get(t) + " " + ones.get(i), (t + 2) * 10 + i + 1);
        }
        return words;
    }
}
