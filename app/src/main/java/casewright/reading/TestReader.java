package casewright.reading;

import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tests with their results: a known test's name with a value and unit beside it or in a table, or an examination with what it showed. The decisive ones are kept: those
/// of sentences that tell of the reaction or the drug, and those called abnormal.
final class TestReader {

    private static final int MOST_TESTS = 6;
    private static final double LEAST_POINTS = 0.5;
    private static final double SHOWS_IT = 2;
    private static final double BESIDES = -2;
    private static final double UNUSUAL = 1;
    /// How much of the blamed drug was in the blood.
    private static final double OF_SUSPECT = 3;
    private static final double LONG_BEFORE = -1;
    private static final int SENTENCES_BEFORE = 3;
    static final String UNIT = "(?:%|mg/d[lL]|g/d[lL]|g/[lL]|mg/[lL]|\u00b5g/[mdn]?[lL]|\u03bcg/[mdn]?[lL]|(?:u|mc)g/[mdn]?[lL]|kU/[lL]|m[oO]sm(?:ol)?/(?:kg|[lL])|ng/m?[lL]|ng/d[lL]|pg/m[lL]|mmol/[lL]|\u00b5mol/[lL]|\u03bcmol/[lL]|umol/[lL]|nmol/[lL]|pmol/[lL]|mEq/[lL]|m?IU/[lL]|m?U/m?[lL]|\u00b5IU/m[lL]|\u03bcIU/m[lL]|mUJ/m[lL]|IU/m[lL]|U/[lL]|cells?/ ?(?:mm3|\u00b5L|\u03bcL)|[KkM]?/ ?(?:\u00b5L|\u03bcL|uL|mm3|mm\u00b3|cmm|hpf)|[x\u00d7] ?10\\^?[0-9\u2079\u00b9\u00b2]{1,2}(?: ?/ ?[lL])?|mm/h(?:r|our)?|mmHg|mm Hg|ms|s|sec|bpm|/min|mL/min(?:/1\\.73 ?m[2\u00b2])?|kPa|\u00b0 ?[CF]|\u2103|\u2109|cm|mm)";
    static final String NUMBER = "[<>\u2264\u2265]?\\s?\\d{1,3}(?:[ \u00a0\u202f]\\d{3})+(?=\\s?" + UNIT + "(?!\\w))|[<>\u2264\u2265]?\\s?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|[<>\u2264\u2265]?\\s?\\d+,\\d{1,2}(?![\\d,])|[<>\u2264\u2265]?\\s?\\d+(?:[.\u00b7]\\d+)?";
    private static final String NUMBER_AND_UNIT = "(?:" + NUMBER + ")\\s?" + UNIT;
    private static final String VALUE = "(?:" + NUMBER + ")(?:/\\d{2,3})?(?:\\s?" + UNIT + ")?(?:\\s?(?:-|\u2013|to)\\s?(?:" + NUMBER + "))?\\s?" + UNIT + "?";
    private static final String MULTIPLE_OF_NORMAL = "(?:(?:" + NUMBER + ")|two|three|four|five|six|seven|eight|nine|ten|twenty)(?:-| )?(?:times|fold|x|\u00d7) ?(?:above |higher than )?(?:the )?(?:upper (?:normal )?limits?(?: of (?:the )?normal)?(?: range)?|ULN|normal(?: values?| range)?|baseline)\\b";
    static final String NAME = "(?:(?:serum|plasma|blood|urine|urinary|total|direct|free|absolute|peak|cerebrospinal fluid|CSF) )*(?:white (?:blood )?cell(?: count)?s?(?: \\(WBCs?\\))?|WBCs?(?: count)?|leu[ck]ocytes?(?: count)?|neutrophils?(?: count)?|ANC|lymphocytes?|eosinophils?(?: count)?|platelets?(?: counts?)?|h(?:a)?emoglobin(?: A1c)?|Hb(?:A1c)?|h(?:a)?ematocrit|creatin(?:in)?e (?:phospho)?kinase|creatinine(?: clearance)?|CPK|CK|urea(?: nitrogen)?|BUN|eGFR|sodium|potassium|calcium|magnesium|chloride|phosphate|bicarbonate|HCO3-?|lactate|ammonia|glucose|bilirubin|alanine (?:amino)?trans(?:fer|amin)ase|aspartate (?:amino)?trans(?:fer|amin)ase|ALT|AST|SGPT|SGOT|alkaline phosphatase|ALP|GGT|\u03b3-GTP|LDH|lactate dehydrogenase|amylase|lipase|albumin|CRP|C-reactive protein|ESR|erythrocyte sedimentation rate|procalcitonin|ferritin|INR|prothrombin time|aPTT|D-dimer|fibrinogen|troponin(?: [TI])?|BNP|NT-proBNP|TSH|thyrotropin|thyroid stimulating (?:hormone|immunoglobulin)|free T[34]|T[34]|free (?:tri-?iodo)?thyroxine|cortisol|prolactin|pH|pCO2|PaCO2|pO2|PaO2|SpO2|oxygen saturation|ejection fraction|LVEF|EF|QTc?(?: interval)?|Glasgow coma (?:scale|score)|GCS(?: score)?|body temperature|temperature|blood pressure|heart rate|tryptase|uric acid|blood sugars?|C-peptide|liver enzymes|CK-MB|GFR|immunoglobulin [GAME]|Ig[GAME]|phosphorus|fT[34]|partial thromboplastin time|international normali[sz]ed ratio|(?:met|carboxy)ha?emoglobin|osmolality|anion gap|beta-hydroxybutyrate|proteinuria|protein[ -](?:to[ -])?creatinine ratio|C[34]|ACTH|CD4 (?:cell )?count|viral load|triglycerides?|cholesterol|myoglobin|haptoglobin|reticulocytes?|gamma[- ]glutamyl ?trans(?:fer|peptid)ase|lactic acid|aminotransferases?|vitamin [A-E]\\d{0,2}+|\\w+ level)";
    static final Pattern MEASURED = Pattern.compile("\\b(?<name>" + NAME + ")(?: (?:levels?|counts?|concentrations?|values?|score))?(?: [(\\[][A-Za-z0-9 ,-]{1,40}[)\\]](?: (?:levels?|counts?|concentrations?|values?))?)?(?: (?:\\d{1,2}|an?|one|two|three|four|six|several) (?:h|hrs?|hours?|min|minutes|days?|weeks?) (?:later|after [^.;,\\d]{1,25}?))?(?: (?:obtained|measured|taken|performed|drawn)(?: (?:at|on|in) [^.;,\\d]{1,25}?)?)?(?: [(\\[][A-Za-z0-9 -]{1,30}[)\\]])?(?:,? (?:was|were|is|of|had|had (?:decreased|increased|risen|fallen) to|has|increased to|decreased to|rose to|fell to|dropped to|at|to be|showed|elevated (?:at|to)|reached|reached a (?:nadir|peak|maximum|minimum) of|with a (?:nadir|peak) of|peaked at|remained|subsequently|later|measured|returned(?: at)?|came back(?: at)?|(?:fell|decreased|dropped|declined|rose|increased|improved) from|estimated (?:by \\w+ )?(?:at|to))| (?:\\w+ ){0,2}?(?:elevated|decreased|increased|low|high)| ?:| ?=|,| \\()* ?\\(?(?<value>" + MULTIPLE_OF_NORMAL + "|" + VALUE + ")(?!\\.?\\d|\\s?-?(?:times|fold)\\b|\\s?(?:(?:-|\u2013|to)\\s?\\d+(?:\\.\\d+)?\\s?)?(?:h|hours?|hrs?|days?|weeks?|months?|min|minutes?|years?)\\b)", Pattern.CASE_INSENSITIVE);
    private static final String EXAMINATION = "(?:(?:brain|cranial|chest|abdominal|thoracic|renal|endomyocardial|bone marrow|liver|skin|muscle|duodenal|renal|coronary|lumbar|cerebral|plain|contrast-enhanced|upper gastrointestinal|transthoracic) )*(?:magnetic resonance imaging|MRI|computed tomography|CT(?: scan)?|X-ray|radiograph\\w*|ultraso\\w+|echocardiogra\\w+|electrocardiogra\\w+|ECG|EKG|electroencephalogra\\w+|EEG|biopsy|endoscopy|colonoscopy|angiography|bone marrow(?: (?:examination|aspirat\\w+|biopsy))?|patch test\\w*|skin prick test\\w*|lymphocyte (?:stimulation|transformation) test|blood cultures?|lumbar puncture)";
    private static final Pattern EXAMINED = Pattern.compile("\\b(?<name>" + EXAMINATION + ")\\b[^.;]{0,60}?\\b(?:(?:(?:was|were) \\w+ and )?(?:was|were|showed|revealed|demonstrated|disclosed|confirmed) (?<value>[^.;,(]{3,90})|(?<denial>(?:failed to (?:reveal|show|demonstrate)|did not (?:reveal|show|demonstrate)|was not|were not) [^.;,(]{3,90}))", Pattern.CASE_INSENSITIVE);
    /// One of these stands in every [#EXAMINED] and [#EXAMINED_THEN].
    private static final Pattern ANY_FINDING = Pattern.compile("\\b(?:was|were|showed|revealed|demonstrated|disclosed|confirmed|failed to|did not)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGIT = Pattern.compile("\\d|\\btimes\\b|fold\\b");
    /// "A CT scan was performed; however, it failed to reveal any abnormalities"
    private static final Pattern EXAMINED_THEN = Pattern.compile("\\b(?<name>" + EXAMINATION + ")\\b[^.;]{0,60}[;,] (?:however|but),? it (?<value>(?:failed to|did not) (?:reveal|show|demonstrate) [^.;,(]{3,90})", Pattern.CASE_INSENSITIVE);
    /// "Chest X-ray: bilateral infiltrates"
    private static final Pattern LABELLED = Pattern.compile("\\b(?<name>" + EXAMINATION + ")(?: of [^.;:,]{3,30})?: ?(?<value>[^.;,(]{3,90})", Pattern.CASE_INSENSITIVE);
    /// "normal EEG, ophthalmoscopy, metabolic workup and cranial MRI"
    private static final Pattern NORMAL_LIST = Pattern.compile("\\b(?<value>normal) (?<list>[\\w/-]+(?: [\\w/-]+){0,2}(?:, [\\w/-]+(?: [\\w/-]+){0,2}){0,4},? and [\\w/-]+(?: [\\w/-]+){0,2})", Pattern.CASE_INSENSITIVE);
    static final Pattern RANGE = Pattern.compile("\\((?:normal (?:range|value)s?|reference (?:range|value|interval)s?|normal|reference|ref|range|N|nl)\\b\\.?[^)\\d<>]{0,5}?[:,]? ?(?<r>[^)]{3,40})\\)|;? ?normal range is (?<r2>[^);]{3,30})", Pattern.CASE_INSENSITIVE);
    /// "612 U/L (0-37)", "32 ug/L (<11.4)": the bounds right behind the result.
    private static final Pattern BARE_RANGE = Pattern.compile(" ?[(\\[](?<r>(?:(?:" + NUMBER + ")(?:\\s?" + UNIT + ")?\\s?(?:-|\u2013)\\s?|[<>\u2264\u2265]\\s?)(?:" + NUMBER + ")(?:\\s?" + UNIT + ")?)[)\\]]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABNORMAL = Pattern.compile("\\b(?:elevated|increased|raised|high|low|decreased|reduced|fell|dropped|rose|peaked|abnormal|marked|severe|positive|toxic|prolonged|only)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NORMAL = Pattern.compile("\\b(?:normal limits?|unremarkable|were (?:all )?normal|follows|as follows)\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> VITAL = Set.of("temperature", "body temperature", "blood pressure", "heart rate", "oxygen saturation", "spo2");

    /// "blood glucose and hemoglobin A1c were 299 mg/dL and 8.2%": the values in the order of the names.
    private static final Pattern PAIRED = Pattern.compile("\\b(?<name>" + NAME + ")(?: levels?)?(?: \\([A-Za-z0-9 -]{1,30}\\))?,? and (?:the |his |her )?(?<name2>" + NAME + ")(?: levels?)?(?: \\([A-Za-z0-9 -]{1,30}\\))? (?:was|were|of|at|increased|decreased|rose|fell|reached|peaked)\\b[^.;\\d]{0,40}(?<value>" + VALUE + ")(?: \\([^()]{1,40}\\))?,? and (?<value2>" + VALUE + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern NORMAL_EXAMINATION = Pattern.compile("\\b(?<value>normal|negative|unremarkable) (?<name>EEG|ECG|EKG|electrocardiogra\\w+|electroencephalogra\\w+|echocardiogra\\w+|(?:cranial |brain |chest |abdominal )?(?:MRI|CT(?: scan)?|X-ray|ultraso\\w+)|blood cultures?|urinalysis)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern SAMPLE = Pattern.compile("\\b(?:serum|plasma|blood|urine|trough|peak|whole[- ]blood)(?: (?:serum|plasma|blood|trough|peak))? (?:levels? of |concentrations? of )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern MULTIPLE = Pattern.compile("\\s?(?:times|fold|-fold|days?|hours?|weeks?|months?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEVEL = Pattern.compile("(?<level> (?:trough |peak |serum |plasma |blood )?(?:levels?|concentrations?))?(?:,? (?:was|were|is|of|had|measured|reached|peaked at|found to be|at|elevated at)| ?[:=(]| \\w+ (?:at|to))* ?(?<value>" + VALUE + "|(?:with)?in (?:the )?(?:normal|therapeutic|toxic|subtherapeutic) (?:range|limits?))", Pattern.CASE_INSENSITIVE);

    /// "pentobarbital and phenytoin levels measured 12.6 μg/mL (1-5) and 2.5 μg/mL": the values in the order of the drugs.
    private static final Pattern PAIRED_LEVELS = Pattern.compile(" (?:levels?|concentrations?)\\b[^.;\\d]{0,70}(?<first>" + VALUE + ")(?: [(\\[][^()]{1,40}[)\\]])?,? and (?<second>" + VALUE + ")", Pattern.CASE_INSENSITIVE);

    /// "2% neutrophils, 94% lymphocytes": the share stands before its cells.
    private static final Pattern SHARE = Pattern.compile("(?<value>\\d+(?:\\.\\d+)?\\s?%) (?:were )?(?<name>neutrophils|eosinophils|lymphocytes|blasts)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE_OF_NEXT = Pattern.compile(" ?(?:neutrophils|eosinophils|lymphocytes|monocytes|basophils|blasts|segmented|bands?)\\b", Pattern.CASE_INSENSITIVE);
    /// "a 17-year-old boy", "a two-week history"
    private static final Pattern OLD_BEHIND = Pattern.compile("[- ]?(?:old|history|of age)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_LEVEL = Pattern.compile("\\w+ level", Pattern.CASE_INSENSITIVE);

    private static final Pattern EXAMINATION_NAME = Pattern.compile("\\b" + EXAMINATION + "\\b", Pattern.CASE_INSENSITIVE);
    /// A test or examination by its name.
    static final Pattern NAMED = Pattern.compile("\\b(?:" + NAME + "|" + EXAMINATION + ")\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern LATER = Pattern.compile("(?<between>[^.;]{0,40}?(?:,| and| then| to)\\b[^.;]{0,40}?) (?<value>" + NUMBER_AND_UNIT + ")(?![\\w%/])", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT_AT_END = Pattern.compile(UNIT + "$", Pattern.CASE_INSENSITIVE);
    private static final Pattern JUST_BEHIND = Pattern.compile("(?: [(\\[][^()]{1,40}[)\\]])?[ ,(]*(?:on|at|by|in|the|as of|dated)?[ ]*", Pattern.CASE_INSENSITIVE);

    private static final int WHEN_CHARS = 400;

    /// @param earlier results of the same test in a row, which take no place of their own among the most tests
    private record Found(TestFacts test, double points, int order, List<TestFacts> earlier) {

        Found(TestFacts test, double points, int order) {
            this(test, points, order, List.of());
        }

        Stream<TestFacts> results() {
            return Stream.concat(earlier.stream(), Stream.of(test));
        }

        Found plus(double more) {
            return new Found(test, points + more, order, earlier);
        }
    }

    private final Mentions mentions;

    TestReader(Mentions mentions) {
        this.mentions = mentions;
    }

    List<TestFacts> read(Set<String> suspectKeys, Set<String> reactionKeys, int event) {
        List<Found> found = new ArrayList<>();
        for (Sentence sentence : mentions.text().ofPatient()) {
            if (sentence.section() == Section.CAPTION || sentence.section() == Section.FORM || mentions.text().isInTable(sentence)) continue;
            double importance = importance(sentence, suspectKeys, reactionKeys, event);
            int begin = found.size();
            // nothing is measured without a number, and nothing examined without a word for what came of it
            String numbers = DIGIT.matcher(sentence.text()).find() ? sentence.text() : "";
            String findings = ANY_FINDING.matcher(sentence.text()).find() ? sentence.text() : "";
            Matcher paired = PAIRED.matcher(numbers);
            int[] pair = {0, 0};
            while (paired.find()) {
                found.add(new Found(test(sentence, paired, "name", "value"), importance, found.size()));
                found.add(new Found(test(sentence, paired, "name2", "value2"), importance, found.size()));
                pair = new int[] {paired.start(), paired.end()};
            }
            Set<Integer> ends = levels(sentence, importance, suspectKeys, found);
            for (Pattern saying : List.of(NORMAL_EXAMINATION, EXAMINED_THEN, LABELLED)) {
                Matcher said = saying.matcher(sentence.text());
                while (said.find()) found.add(new Found(test(sentence, said, "name", "value"), importance, found.size()));
            }
            normalLists(sentence, importance, found);
            Matcher measured = MEASURED.matcher(numbers);
            while (measured.find()) {
                if (measured.start() < pair[1] && measured.end() > pair[0] || ends.contains(measured.start("value"))) continue;
                if (measured.group("value").isBlank() || ANY_LEVEL.matcher(measured.group("name")).matches() && !measured.group("value").contains("/")) continue;
                if (SHARE_OF_NEXT.matcher(sentence.text()).region(measured.end("value"), sentence.text().length()).lookingAt()) continue;
                double points = importance + (VITAL.contains(measured.group("name").toLowerCase(Locale.ROOT)) ? -1.5 : 0);
                List<TestFacts> series = ResultSeries.of(sentence, measured);
                if (!series.isEmpty()) {
                    found.add(new Found(series.getLast(), points, found.size(), series.subList(0, series.size() - 1)));
                    continue;
                }
                found.add(new Found(test(sentence, measured, "name", "value"), points, found.size()));
                later(sentence, measured, points, found);
            }
            QualitativeTests.in(sentence).stream().filter(one -> isNew(one, found, begin)).forEach(one -> found.add(new Found(one, importance - 0.3, found.size())));
            Matcher share = SHARE.matcher(numbers);
            while (share.find()) found.add(new Found(test(sentence, share, "name", "value"), importance, found.size()));
            Matcher examined = EXAMINED.matcher(findings);
            while (examined.find()) if (examined.group("denial") != null) found.add(new Found(test(sentence, examined, "name", "denial"), importance - 0.3, found.size()));
            else if (!examined.group("value").matches("(?is)(?:an?|the) [\\w-]+ ?|(?:treated|given|admitted|diagnosed|performed|immediately|reviewed|observed|noted|requested|scheduled|ordered|planned|taken|recommended|considered|sent|made|started|done|obtained|carried out|repeated|avoided|seen|used|that).*")) found.add(new Found(test(sentence, examined, "name", "value"), importance - 0.3, found.size()));
        }
        for (LabTables.Result result : LabTables.of(mentions.text().tables())) found.add(new Found(result.test(), result.points(), found.size()));
        return decisive(found, reactionKeys);
    }

    /// Not where the sentence gives the same test a number.
    private static boolean isNew(TestFacts test, List<Found> found, int begin) {
        return found.subList(begin, found.size()).stream().noneMatch(one -> one.test().name().value().equalsIgnoreCase(test.name().value()));
    }

    /// What shows the reaction goes before what was measured besides.
    private static List<TestFacts> decisive(List<Found> all, Set<String> reactionKeys) {
        boolean known = TestsOfDisorders.isKnown(reactionKeys);
        List<Found> found = all.stream().map(one -> !known ? one : one.plus(TestsOfDisorders.shows(one.test().name().value(), reactionKeys) ? SHOWS_IT : BESIDES))
                .map(one -> one.results().anyMatch(TestReader::isOutside) ? one.plus(UNUSUAL) : one).toList();
        return found.stream().filter(one -> one.points() >= LEAST_POINTS).sorted(Comparator.comparingDouble((Found one) -> -one.points()).thenComparingInt(Found::order)).limit(MOST_TESTS)
                .sorted(Comparator.comparingInt(Found::order)).flatMap(Found::results).map(test -> QualitativeTests.coded(TestQuantity.normalised(test))).toList();
    }

    private static boolean isOutside(TestFacts test) {
        return UsualRanges.isOutside(test.name().value(), detail(test, "value")) || LabTables.isOutside(detail(test, "value"), detail(test, "range"));
    }

    private static String detail(TestFacts test, String id) {
        Fact value = test.details().get(id);
        return value == null ? "" : value.value();
    }

    /// "serum pentobarbital level was 12.6 µg/mL": how much of a drug was in the blood.
    ///
    /// @return where the values begin that were taken
    private Set<Integer> levels(Sentence sentence, double importance, Set<String> suspectKeys, List<Found> found) {
        Set<Integer> taken = new HashSet<>();
        List<DrugMention> drugs = mentions.drugsIn(sentence);
        for (int i = 0; i + 1 < drugs.size(); i++) {
            DrugMention first = drugs.get(i);
            DrugMention second = drugs.get(i + 1);
            Matcher pair = PAIRED_LEVELS.matcher(sentence.text()).region(second.term().end(), sentence.text().length());
            if (!sentence.text().substring(first.term().end(), Math.max(first.term().end(), second.term().start())).equals(" and ") || !pair.lookingAt()) continue;
            addLevel(sentence, first.term().start(), first.term().end(), pair, "first", points(first, importance, suspectKeys), found, taken);
            addLevel(sentence, second.term().start(), second.term().end(), pair, "second", points(second, importance, suspectKeys), found, taken);
        }
        for (DrugMention drug : drugs) {
            String before = sentence.text().substring(0, drug.term().start());
            Matcher sample = SAMPLE.matcher(before);
            Matcher level = LEVEL.matcher(sentence.text()).region(drug.term().end(), sentence.text().length());
            boolean sampled = sample.find();
            if (!level.lookingAt() || !sampled && level.group("level") == null || MULTIPLE.matcher(sentence.text()).region(level.end(), sentence.text().length()).lookingAt()) continue;
            addLevel(sentence, sampled ? sample.start() : drug.term().start(), drug.term().end(), level, "value", points(drug, importance, suspectKeys), found, taken);
        }
        return taken;
    }

    private static double points(DrugMention drug, double importance, Set<String> suspectKeys) {
        return importance + (suspectKeys.contains(drug.key()) ? OF_SUSPECT : 0.5);
    }

    private static void addLevel(Sentence sentence, int start, int end, Matcher level, String group, double points, List<Found> found, Set<Integer> taken) {
        taken.add(level.start(group));
        Fact name = Fact.of(sentence.text().substring(start, end), null, sentence.quote(start, end), "pattern", false);
        Fact value = Fact.of(level.group(group).strip(), null, sentence.quote(level.start(group), level.start(group) + level.group(group).stripTrailing().length()), "pattern", false);
        found.add(new Found(new TestFacts(name, new LinkedHashMap<>(Map.of("value", value))), points, found.size()));
    }

    /// The later examinations of a list that is called normal; the first is read with its word.
    private static void normalLists(Sentence sentence, double importance, List<Found> found) {
        Matcher list = NORMAL_LIST.matcher(sentence.text());
        while (list.find()) {
            Matcher examination = EXAMINATION_NAME.matcher(sentence.text()).region(list.start("list"), list.end("list"));
            while (examination.find()) {
                if (examination.start() == list.start("list")) continue;
                Fact name = Fact.of(examination.group(), null, sentence.quote(examination.start(), examination.end()), "pattern", false);
                found.add(new Found(new TestFacts(name, new LinkedHashMap<>(Map.of("value", Fact.of("normal", null, sentence.quote(list.start("value"), list.end("value")), "pattern", false)))), importance, found.size()));
            }
        }
    }

    private double importance(Sentence sentence, Set<String> suspectKeys, Set<String> reactionKeys, int event) {
        double points = 0;
        if (mentions.reactionsIn(sentence).stream().anyMatch(reaction -> reactionKeys.contains(mentions.keyOf(reaction)))) points += 2;
        if (mentions.drugsIn(sentence).stream().anyMatch(drug -> suspectKeys.contains(drug.key()))) points += 1;
        if (ABNORMAL.matcher(sentence.text()).find()) points += 1;
        if (RANGE.matcher(sentence.text()).find()) points += 0.5;
        int from = sentence.index() - event;
        if (from >= -2 && from <= 4) points += 1.2;
        else if (from > 4) points += 0.7;
        else if (from < -SENTENCES_BEFORE) points += LONG_BEFORE;
        if (NORMAL.matcher(sentence.text()).find()) points -= 0.7;
        return points;
    }

    /// "creatinine was 4.1 mg/dL on day 2 and 1.2 mg/dL on day 9": a later result of the same test, in the same unit, with no other test between.
    private static void later(Sentence sentence, Matcher measured, double points, List<Found> found) {
        String unit = unitIn(measured.group("value"));
        if (unit.isEmpty()) return;
        Fact name = Fact.of(measured.group("name"), null, sentence.quote(measured.start("name"), measured.end("name")), "pattern", false);
        Matcher more = LATER.matcher(sentence.text()).region(measured.end("value"), sentence.text().length());
        while (more.lookingAt()) {
            if (!unitIn(more.group("value")).equals(unit) || NAMED.matcher(more.group("between")).find()) return;
            found.add(new Found(result(sentence, name, more, "value"), points, found.size()));
            more.region(more.end("value"), sentence.text().length());
        }
    }

    private static String unitIn(String value) {
        Matcher unit = UNIT_AT_END.matcher(value.strip());
        return unit.find() ? unit.group().replaceAll("\\s", "") : "";
    }

    static TestFacts test(Sentence sentence, Matcher matcher, String nameGroup, String valueGroup) {
        return result(sentence, Fact.of(matcher.group(nameGroup), null, sentence.quote(matcher.start(nameGroup), matcher.end(nameGroup)), "pattern", false), matcher, valueGroup);
    }

    private static TestFacts result(Sentence sentence, Fact name, Matcher matcher, String valueGroup) {
        Map<String, Fact> details = new LinkedHashMap<>();
        int end = matcher.start(valueGroup) + matcher.group(valueGroup).stripTrailing().length();
        details.put("value", Fact.of(matcher.group(valueGroup).strip(), null, sentence.quote(matcher.start(valueGroup), end), "pattern", false));
        Matcher bare = BARE_RANGE.matcher(sentence.text()).region(end, sentence.text().length());
        Matcher range = RANGE.matcher(sentence.text());
        if (bare.lookingAt()) details.put("range", Fact.of(bare.group("r").strip(), null, sentence.quote(bare.start("r"), bare.end("r")), "pattern", false));
        else if (range.find(end) && range.start() - end < 12) {
            String group = range.group("r") != null ? "r" : "r2";
            details.put("range", Fact.of(range.group(group).strip(), null, sentence.quote(range.start(group), range.end(group)), "pattern", false));
        }
        when(sentence, matcher.start(valueGroup), end).ifPresent(fact -> details.put("when", fact));
        return new TestFacts(name, details);
    }

    /// The time just behind a value, before the next one.
    static Optional<Fact> justBehind(Sentence sentence, int end, int next) {
        Matcher when = Dates.ANY.matcher(sentence.text()).useTransparentBounds(true).region(end, next);
        if (!when.find() || Dates.isDuration(when.group()) || !JUST_BEHIND.matcher(sentence.text().substring(end, when.start())).matches()) return Optional.empty();
        return Optional.of(Fact.of(when.group().strip(), Dates.iso(when.group()).orElse(null), sentence.quote(when.start(), when.end()), "pattern", false));
    }

    /// The time just behind the value, else the last one before it, else the first of the sentence; a length of time only where nothing else is told.
    static Optional<Fact> when(Sentence sentence, int start, int end) {
        Matcher when = Dates.ANY.matcher(sentence.text()).useTransparentBounds(true).region(Math.max(0, start - WHEN_CHARS), Math.min(sentence.text().length(), end + WHEN_CHARS));
        Quote best = null;
        int rank = 0;
        while (when.find()) {
            if (OLD_BEHIND.matcher(sentence.text()).region(when.end(), sentence.text().length()).lookingAt()) continue;
            boolean behind = when.start() >= end && JUST_BEHIND.matcher(sentence.text().substring(end, when.start())).matches();
            int here = Dates.isDuration(when.group()) ? 1 : behind ? 4 : when.end() <= start ? 3 : 2;
            if (here > rank || here == 3 && rank == 3) best = sentence.quote(when.start(), when.end());
            rank = Math.max(rank, here);
        }
        return Optional.ofNullable(best).map(quote -> Fact.of(quote.text().strip(), Dates.iso(quote.text()).orElse(null), quote, "pattern", false));
    }
}
