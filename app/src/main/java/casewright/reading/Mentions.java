package casewright.reading;

import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.Fold;
import casewright.reading.terms.Term;
import casewright.reading.terms.VaccineNames;
import casewright.reading.terms.Vocabulary;
import casewright.reading.text.FormField;
import casewright.reading.text.FormKey;
import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every drug and every disorder named in the documents, each with its sentence; names of one drug share a key.
final class Mentions {

    /// "valproic acid (VPA)", "methylphenidate (Concerta®)": what stands in brackets behind a name is another name of it.
    private static final Pattern BRACKETS = Pattern.compile("^\\s*[®™]?\\s*\\(([^()]{2,60})\\)");
    private static final Pattern BRAND_OF = Pattern.compile("\\b(?<brand>[A-Z][a-z]{3,20})[\u00ae\u2122]?(?: \\d+ ?(?:mg|g|\u00b5g|mcg|ml)(?: (?:tablets?|capsules?))?)? \\((?<inside>[^()]{4,40})\\)");
    private static final Pattern BRAND_WITH_STRENGTH = Pattern.compile("\\b(?<brand>[A-Z][a-z]{3,20})[\u00ae\u2122]? \\d+(?:[.,]\\d+)? ?(?:mg|\u00b5g|mcg|micrograms?)\\b");
    private static final Pattern BLAMED_BY_NAME = Pattern.compile("\\b(?:drug|medication|herb|supplement)[- ]induced [^.;]{3,60}?\\b(?:secondary to|due to|caused by|attributed to|induced by) (?:the |his |her |use of |ingestion of |consumption of )?(?<d>(?!(?:the|his|her|an?|use|drugs?|medications?|treatment|therapy|long|chronic|high|low)\\b)[A-Za-z][\\w-]{3,})");
    /// "her liver injury was attributed to kratom use": a word no list holds, blamed as something taken.
    private static final Pattern BLAMED_USE = Pattern.compile("\\b(?:secondary to|due to|caused by|attributed to|induced by|associated with|resulting from) (?:the |his |her |chronic |regular |daily |heavy |prolonged ){0,2}(?<d>[a-z]{4,}) (?:use|ingestion|consumption|intake|supplementation|supplements?|overdose|tablets?)\\b");
    private static final Pattern ANAPHOR = Pattern.compile("^(?:[A-Z][^,.;]{0,30}, |(?:When|After|Once|Since|As) )?(?<it>It|it|This|[Tt]he (?:drug|medicine|medication|tablets?|treatment|therapy|agent|infusion|injections?|dose)|Treatment|Therapy) (?:was|were|had been|has been) (?:then |therefore |immediately |subsequently |gradually |temporarily )?(?:stopped|discontinued|withdrawn|withheld|ceased|continued|reduced|increased|started|resumed|restarted|reintroduced|tapered|given|administered|suspended|interrupted|well tolerated|not tolerated)\\b|\\b(?:I|[Hh]e|[Ss]he|patient) (?:have |has |had )?(?:been )?(?:taken|taking|take|took|using|used|received|started|stopped) (?<them>them|it)\\b|\\b(?:[Ss]topp(?:ed|ing)|[Dd]iscontinu(?:ed|ing|ation of)|ceased|[Cc]essation of|quit|[Ww]ith(?:drew|drawing|drawal of)) (?:taking |using )?(?<that>(?:this|the|that) (?:(?:offending|said|suspect(?:ed)?|causative|culprit|responsible|inciting|implicated) ){0,2}(?:medication|medicine|drug|agent|tablets?|treatment))\\b|(?:\\b(?:with|after|following|upon|on|by|and|because) |^)(?<drug>(?:[Tt]he )?(?:(?:suspected|offending|causative|culprit|responsible) ){0,2}(?:[Dd]rug|[Mm]edication|[Mm]edicine|[Tt]reatment|[Tt]herapy)) (?:withdrawal|discontinuation|cessation)\\b|\\b(?<those>[Tt]he (?:(?:offending|suspect(?:ed)?|causative|culprit|responsible|inciting|implicated) ){1,2}(?:medication|medicine|drug|agent)) (?:was|were|had been) (?:\\w+ )?(?:stopped|discontinued|withdrawn|withheld|ceased|held)\\b|\\b(?:[Tt]olerated) (?<borne>(?:the|this|his|her) (?:therapy|treatment|regimen)),? (?:but|except|apart from)\\b");
    private static final Pattern AGAIN = Pattern.compile("(?<before>(?i:" + StopWords.MEDICINE_AGAIN + "))(?=(?:(?! and | but )[^.;,]){0,25}?\\b(?:" + StopWords.STOPPED + "|" + StopWords.REPLACED + "|" + StopWords.REDUCED + "|restarted|resumed|reintroduced|blamed|suspected|responsible)\\b)|\\b(?i:" + StopWords.STOPPED + "|" + StopWords.REDUCED + "|skipp(?:ed|ing)|blam(?:ed|ing)|suspected|skipp(?:ed|ing)|no more of|nothing to do with|repeat|binned|restarted|resumed) (?:taking |using |of |all )?(?<behind>(?i:" + StopWords.MEDICINE_AGAIN + "|it\\b(?= (?:and|for|because|after|when|on|during|at|in)\\b)|it(?=[,.;])))");
    /// A sentence of more drugs and more disorders than that is a heap of names that tells nothing: every reader looks around each name, so the rest is left out.
    private static final int MOST_OF_EACH = 25;
    private static final int SENTENCES_BACK_TO_NAME = 2;
    private static final int SENTENCES_BACK_TO_ONLY_NAME = 8;
    private static final int MOST_NAMES_BACK = 20;
    private static final Pattern GIVEN_FOR = Pattern.compile("(?is),?(?:\\s*\\([^()]{1,40}\\))?(?: (?:\\d[\\w.,/]*|mg|mcg|g|iv|po|therapy|treatment|daily|weekly|twice|once|three times|a|per|every|day|week|night|orally|intravenously|tablets?)){0,7}(?: for (?:the (?:past|last) )?(?:\\d+|an?|one|two|three|four|five|six|several|many) (?:days|weeks|months|years))?,? ?(?:(?:was|were|is|being|had been) (?:given|started|prescribed|used|taken|administered|indicated|initiated|begun|commenced|added|recommended) )?(?:for|against) (?:the (?:treatment|management|relief|control) of )?(?:(?:an?|his|her|the|their|chronic|acute|severe|mild|recurrent|suspected|presumed|long-standing|underlying|recent|type) ){0,4}");
    private static final Pattern THIS_DISORDER = Pattern.compile("\\b(?:this|these|the) (?:(?:adverse|allergic|drug|skin|side) )?(?:syndrome|reactions?|complication|adverse events?|side[- ]effects?|eruption)\\b|\\b(?:[Tt]he|[Tt]hese|[Hh]is|[Hh]er) symptoms?(?= (?:was |were |had |has |have )?(?:developed|began|begun|appeared|occurred|started|arose)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AMOUNT = Pattern.compile("\\d ?(?:mg|g|mcg|\u00b5g|\u03bcg|ml|IU|units?|mEq|mmol)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIAGNOSED = Pattern.compile("\\b[Dd]iagnos(?:is of|ed with|ed as)(?: an?| the)? ([A-Z]{2,6})\\b");
    private static final Pattern SALT = Pattern.compile(
            "\\b(?:sodium|potassium|calcium|hydrochloride|hcl|fumarate|maleate|mesylate|mesilate|besylate|besilate|sulfate|sulphate|phosphate|acetate|tartrate|succinate|citrate|bromide|chloride|nitrate|hemifumarate|medoxomil|axetil|proxetil|disoproxil|trihydrate|monohydrate|hydrobromide|dihydrate|oxalate|malate|tosylate|pamoate|palmitate|decanoate|valerate|propionate|dipropionate|furoate|gluconate|lysine|meglumine|extended[- ]release|sustained[- ]release|slow[- ]release)\\b");

    private final Vocabulary vocabulary;
    private final SourceText text;
    private final List<DrugMention> drugs = new ArrayList<>();
    private final List<ReactionMention> reactions = new ArrayList<>();
    private final Map<Integer, List<DrugMention>> drugsBySentence = new HashMap<>();
    private final Map<Integer, List<ReactionMention>> reactionsBySentence = new HashMap<>();
    /// defined in the text: short form as written -> key of its drug
    private final Map<String, String> defined = new HashMap<>();
    /// disorder as written -> its key
    private final Map<String, String> keys = new HashMap<>();
    /// defined in the text: short form -> long form of a disorder
    private final Map<String, String> longForms = new HashMap<>();
    /// What its kind was is told with its first mention: by itself such a word names none.
    private static final Set<String> WITHOUT_KIND = Set.of("rash", "eruption", "swelling", "bleeding", "haemorrhage", "hemorrhage", "lesion", "pain", "ulcer", "oedema", "edema", "seizure", "convulsion", "exanthema", "erythema", "blister", "injury");
    private static final Pattern DEFINITE = Pattern.compile("\\b(?:the|this|that|his|her|my) $", Pattern.CASE_INSENSITIVE);
    private final Worsening worsening = new Worsening(this::keyOf);

    Mentions(SourceText text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
        defineProducts();
        for (Sentence sentence : text.sentences()) define(sentence);
        for (Sentence sentence : text.sentences()) defineDiagnosis(sentence);
        for (Sentence sentence : text.sentences()) find(sentence);
    }

    /// What a form's box for the product names is a medicine, also where no list knows it.
    private void defineProducts() {
        for (FormField field : text.fields()) {
            if (FormKey.of(field) == FormKey.PRODUCT) FormProducts.nameIn(field).filter(name -> vocabulary.drugs().find(name).isEmpty()).ifPresent(name -> defined.putIfAbsent(name, name.toLowerCase(Locale.ROOT)));
        }
    }

    private void define(Sentence sentence) {
        String words = sentence.text();
        if (words.indexOf('(') >= 0) defineByBrackets(words);
        defineBrands(words);
        defineBlamed(words);
    }

    /// "valproic acid (VPA)", "toxic epidermal necrolysis (TEN)"
    private void defineByBrackets(String words) {
        for (Term term : vocabulary.drugs().find(words)) {
            Matcher matcher = BRACKETS.matcher(words.substring(term.end()));
            if (!matcher.find() || AMOUNT.matcher(matcher.group(1)).find()) continue;
            for (String part : matcher.group(1).split("[,;/]")) {
                String name = part.replaceAll("[®™]", "").strip();
                // "an anticonvulsant (carbamazepine)" names a member, no other word for the class
                if (term.kind() == Term.Kind.CLASS && vocabulary.drugs().isListed(name) && !vocabulary.drugs().isFamily(name)) continue;
                if (name.matches("[\\p{L}][\\p{L}\\p{N}-]{1,24}") && !name.matches("(?i)mg|day|daily|oral|iv|im|sc|po|ref|table|fig|see|and|the|or|usa|uk|japan|germany|france|inc|ltd|brand|generic")
                        && !vocabulary.reactions().isListed(name)) {
                    defined.put(name, keyOf(term));
                }
            }
        }
        for (Term term : vocabulary.reactions().find(words)) {
            Matcher matcher = BRACKETS.matcher(words.substring(term.end()));
            if (matcher.find() && matcher.group(1).matches("[A-Z][A-Za-z-]{1,9}")) longForms.put(matcher.group(1).replaceFirst("(?<=[A-Z]{2})s$", ""), term.text());
        }
    }

    /// "Velorin (losartan)", "Velorin 50 mg tablets": a capital word no list knows, with a substance in brackets or a strength behind it.
    private void defineBrands(String words) {
        Matcher bracket = BRAND_OF.matcher(words);
        while (bracket.find()) {
            List<Term> inside = vocabulary.drugs().find(bracket.group("inside"));
            if (!inside.isEmpty() && vocabulary.isUnknownWord(bracket.group("brand"))) defined.putIfAbsent(bracket.group("brand"), keyOf(inside.getFirst()));
        }
        Matcher strength = BRAND_WITH_STRENGTH.matcher(words);
        while (strength.find()) {
            String brand = strength.group("brand");
            if (vocabulary.isUnknownWord(brand) && vocabulary.drugs().find(brand).isEmpty()) defined.putIfAbsent(brand, brand.toLowerCase(Locale.ROOT));
        }
    }

    /// "drug-induced liver injury secondary to valerian root tea", "sandoxil-induced hepatitis": what is blamed like that is a medicine, whatever no list knows.
    private void defineBlamed(String words) {
        Matcher blamed = BLAMED_BY_NAME.matcher(words);
        while (blamed.find()) defineUnknown(blamed.group("d"));
        Matcher use = BLAMED_USE.matcher(words);
        while (use.find()) if (vocabulary.isUnknownWord(use.group("d"))) defineUnknown(use.group("d"));
        for (InducedWords.Found induced : InducedWords.statedIn(words)) {
            String effect = words.substring(induced.effect()[0], induced.effect()[1]);
            if (!vocabulary.reactions().find(effect).isEmpty() && vocabulary.isUnknownWord(words.substring(induced.cause()[0], induced.cause()[1]))) defineUnknown(words.substring(induced.cause()[0], induced.cause()[1]));
        }
    }

    private void defineUnknown(String name) {
        if (vocabulary.drugs().find(name).isEmpty() && vocabulary.reactions().find(name).isEmpty()) defined.putIfAbsent(name, name.toLowerCase(Locale.ROOT));
    }

    /// "a diagnosis of VHE was made": an unknown short form that is diagnosed is a disorder.
    private void defineDiagnosis(Sentence sentence) {
        Matcher matcher = DIAGNOSED.matcher(sentence.text());
        while (matcher.find()) if (!defined.containsKey(matcher.group(1)) && vocabulary.drugs().find(matcher.group(1)).isEmpty()) longForms.putIfAbsent(matcher.group(1), matcher.group(1));
    }

    private void find(Sentence sentence) {
        String words = sentence.text();
        List<Term> names = new ArrayList<>(vocabulary.drugs().find(words));
        // what the text itself defines goes before a guess by the word's shape
        names.removeIf(term -> term.kind() == Term.Kind.ENDING && defined.containsKey(term.text()));
        names.addAll(definedIn(words, names));
        // "escitalopram oxalate": the salt belongs to the name before it
        List<Term> whole = List.copyOf(names);
        names.removeIf(term -> SALT.matcher(term.text()).matches() && whole.stream().anyMatch(other -> other.end() == term.start() - 1));
        // "serotonin syndrome", "insulin resistance": the longer name counts
        List<Term> all = vocabulary.reactions().find(words);
        boolean heap = names.size() > MOST_OF_EACH && all.size() > MOST_OF_EACH;
        List<Term> listed = heap ? all.subList(0, MOST_OF_EACH) : all;
        if (heap) names = new ArrayList<>(names.stream().sorted(Comparator.comparingInt(Term::start)).limit(MOST_OF_EACH).toList());
        names.removeIf(name -> listed.stream().anyMatch(disorder -> disorder.start() <= name.start() && disorder.end() >= name.end() && disorder.end() - disorder.start() > name.end() - name.start() && isOneThing(disorder, name)));
        List<Term> kept = List.copyOf(names);
        names.replaceAll(name -> VaccineNames.whole(words, name, kept));
        names.sort(Comparator.comparingInt(Term::start));
        List<DrugMention> here = new ArrayList<>(names.stream().map(term -> new DrugMention(sentence, term, keyOf(term))).toList());
        anaphor(sentence).filter(it -> here.stream().noneMatch(drug -> drug.term().start() <= it.term().start())).ifPresent(it -> here.addFirst(it));
        drugs.addAll(here);
        drugsBySentence.put(sentence.index(), here);

        List<ReactionMention> found = new ArrayList<>();
        List<Term> disorders = new ArrayList<>(listed);
        disorders.addAll(shortDisorders(words, disorders));
        disorders.removeIf(term -> NoDisorders.isNone(words, term));
        withoutTheirDrug(words, names, disorders);
        disorders.sort(Comparator.comparingInt(Term::start));
        for (Term term : disorders) {
            if (names.stream().noneMatch(term::overlaps)) found.add(new ReactionMention(sentence, term, said(words, names, term)));
        }
        anaphoricDisorder(sentence, found).ifPresent(it -> {
            found.add(it);
            found.sort(Comparator.comparingInt(mention -> mention.term().start()));
        });
        found.replaceAll(this::calledShort);
        found.replaceAll(worsening::told);
        reactions.addAll(found);
        reactionsBySentence.put(sentence.index(), found);
    }

    /// "Heparin-induced thrombocytopenia", which lists hold as a whole: the drug stands by itself, and so does what it induced.
    private void withoutTheirDrug(String words, List<Term> names, List<Term> disorders) {
        for (Term whole : List.copyOf(disorders)) {
            names.stream().filter(name -> name.start() == whole.start() && name.end() < whole.end()).findFirst().ifPresent(name -> {
                disorders.remove(whole);
                vocabulary.reactions().find(words.substring(name.end(), whole.end())).forEach(rest -> disorders.add(rest.movedBy(name.end())));
            });
        }
    }

    private static Said said(String words, List<Term> names, Term disorder) {
        Said said = HowSaid.of(words, disorder);
        return said != Said.FAMILY && isGivenFor(words, names, disorder) ? Said.TREATED : said;
    }

    /// "minocycline for acne": directly behind a drug, with at most its dose between, "for" names what it is given against.
    private static boolean isGivenFor(String words, List<Term> names, Term disorder) {
        return names.stream().filter(name -> name.end() <= disorder.start()).reduce((_, last) -> last)
                .filter(name -> GIVEN_FOR.matcher(words.substring(name.end(), disorder.start())).matches()).isPresent();
    }

    /// A disorder that lists hold as a whole; "methotrexate toxicity" stays a drug with what befell.
    private boolean isOneThing(Term disorder, Term name) {
        return vocabulary.reactions().isListed(disorder.text()) && !disorder.text().substring(Math.min(disorder.text().length(), name.end() - disorder.start())).matches("(?is)[- ](?:systemic )?(?:induced|related|associated|toxicity|overdose|poisoning|intoxication|allergy|hypersensitivity).*");
    }

    /// "It was stopped on the same day": the drug named last before.
    private Optional<DrugMention> anaphor(Sentence sentence) {
        if (drugs.isEmpty()) return Optional.empty();
        Matcher matcher = ANAPHOR.matcher(sentence.text());
        if (!matcher.find()) return namedAgain(sentence);
        DrugMention last = drugs.getLast();
        String named = matcher.group("it") == null ? "" : matcher.group("it").toLowerCase(Locale.ROOT);
        boolean plain = matcher.group("them") != null || named.equals("it") || named.equals("this");
        int back = !plain && drugs.stream().allMatch(drug -> drug.key().equals(last.key())) ? SENTENCES_BACK_TO_ONLY_NAME : SENTENCES_BACK_TO_NAME;
        if (sentence.index() - last.sentence().index() > back || last.sentence().section() != sentence.section()) return Optional.empty();
        String group = matcher.group("it") != null ? "it" : matcher.group("them") != null ? "them" : matcher.group("that") != null ? "that" : matcher.group("drug") != null ? "drug" : matcher.group("borne") != null ? "borne" : "those";
        Term term = new Term(matcher.start(group), matcher.end(group), matcher.group(group), last.key(), Term.Kind.MODEL, false);
        return Optional.of(new DrugMention(sentence, term, last.key()));
    }

    /// "He gave up the tablets", "Prophylaxis was discontinued": the medicine named last before.
    private Optional<DrugMention> namedAgain(Sentence sentence) {
        Matcher again = AGAIN.matcher(sentence.text());
        DrugMention last = drugs.reversed().stream().limit(MOST_NAMES_BACK).filter(drug -> drug.term().kind() != Term.Kind.CLASS && !drug.isDenied() && !drug.isPast()).findFirst().orElse(null);
        if (last == null || !again.find() || sentence.index() - last.sentence().index() > SENTENCES_BACK_TO_ONLY_NAME || last.sentence().section() != sentence.section()) return Optional.empty();
        String group = again.group("before") != null ? "before" : "behind";
        return Optional.of(new DrugMention(sentence, new Term(again.start(group), again.end(group), again.group(group), last.key(), Term.Kind.MODEL, false), last.key()));
    }

    /// "A case of this syndrome", "the reaction recurred": the disorder named last before.
    private Optional<ReactionMention> anaphoricDisorder(Sentence sentence, List<ReactionMention> here) {
        if (reactions.isEmpty()) return Optional.empty();
        Matcher matcher = THIS_DISORDER.matcher(sentence.text());
        ReactionMention last = reactions.reversed().stream().limit(MOST_NAMES_BACK).filter(mention -> mention.said() == Said.AFFIRMED || mention.said() == Said.DOUBTED).findFirst().orElse(null);
        if (last == null || !matcher.find() || !matcher.group().contains("ymptom") && here.stream().anyMatch(mention -> mention.term().kind() == Term.Kind.DISORDER) || sentence.index() - last.sentence().index() > SENTENCES_BACK_TO_NAME || last.sentence().section() != sentence.section()) return Optional.empty();
        Term term = new Term(matcher.start(), matcher.end(), matcher.group(), keyOf(last), Term.Kind.MODEL, false);
        return Optional.of(new ReactionMention(sentence, term, HowSaid.of(sentence.text(), term)));
    }

    /// "An urticarial rash appeared ... the rash disappeared": the one named in full before.
    private ReactionMention calledShort(ReactionMention mention) {
        String word = Fold.phrase(mention.term().text());
        if (!WITHOUT_KIND.contains(word) || mention.isAnaphor() || !DEFINITE.matcher(mention.sentence().before(mention.term().start(), 8)).find()) return mention;
        String key = keyOf(mention);
        if (reactions.stream().anyMatch(earlier -> keyOf(earlier).equals(key))) return mention;
        return reactions.reversed().stream().limit(MOST_NAMES_BACK).filter(earlier -> earlier.said() == Said.AFFIRMED && !earlier.isAnaphor() && Fold.phrase(earlier.term().text()).endsWith(" " + word)).findFirst()
                .map(earlier -> new ReactionMention(mention.sentence(), new Term(mention.term().start(), mention.term().end(), mention.term().text(), keyOf(earlier), Term.Kind.MODEL, false), mention.said())).orElse(mention);
    }

    private List<Term> definedIn(String words, List<Term> names) {
        List<Term> more = new ArrayList<>();
        defined.forEach((name, key) -> {
            Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])").matcher(words);
            while (matcher.find()) {
                Term term = new Term(matcher.start(), matcher.end(), matcher.group(), key, Term.Kind.SHORT_NAME, false);
                if (names.stream().noneMatch(term::overlaps)) more.add(term);
            }
        });
        return more;
    }

    private List<Term> shortDisorders(String words, List<Term> found) {
        List<Term> more = new ArrayList<>();
        longForms.forEach((name, longForm) -> {
            Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}(])" + Pattern.quote(name) + "s?(?![\\p{L}\\p{N}])").matcher(words);
            while (matcher.find()) {
                Term term = new Term(matcher.start(), matcher.end(), matcher.group(), longForm, Term.Kind.DISORDER, false);
                if (found.stream().noneMatch(term::overlaps)) more.add(term);
            }
        });
        return more;
    }

    /// One key a drug: the ingredient without its salt.
    private String keyOf(Term term) {
        String named = defined.getOrDefault(term.text(), term.preferred());
        String plain = SALT.matcher(vocabulary.drugs().canonical(named)).replaceAll(" ").replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? named : plain;
    }

    /// A disorder's key: its preferred term, its short form resolved.
    String keyOf(ReactionMention mention) {
        if (mention.isAnaphor() || mention.isWorsened()) return mention.term().preferred();
        return keys.computeIfAbsent(mention.term().text(), written -> vocabulary.reactions().preferred(longForms.getOrDefault(written, written)));
    }

    List<DrugMention> drugs() {
        return drugs;
    }

    List<ReactionMention> reactions() {
        return reactions;
    }

    List<DrugMention> drugsIn(Sentence sentence) {
        return drugsBySentence.getOrDefault(sentence.index(), List.of());
    }

    List<ReactionMention> reactionsIn(Sentence sentence) {
        return reactionsBySentence.getOrDefault(sentence.index(), List.of());
    }

    SourceText text() {
        return text;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }
}
