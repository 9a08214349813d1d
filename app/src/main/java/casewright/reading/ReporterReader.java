package casewright.reading;

import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who reports: the signature of a letter, the sender of an e-mail, the authors of an article; with qualification, country and the reporter's own words on
/// the cause. E2B(R3) C.2.r, G.k.9.i.2.
final class ReporterReader {

    private static final Pattern SENDER = Pattern.compile("^(?:From|Von): (?<n>[\\p{Lu}][\\p{L}.'-]+(?: [\\p{Lu}][\\p{L}.'-]+){1,3})");
    private static final Pattern REPORTED_BY = Pattern.compile("^(?:Caller|Reporter|Reported by|Informant|Taken from)[:]? (?<n>[^,;(]{3,60})", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNED = Pattern.compile("^(?<n>(?:(?:Dr|Prof|Mr|Mrs|Ms|Miss)\\.? (?:med\\. )?)?[\\p{Lu}][\\p{L}.'-]*(?: [\\p{Lu}][\\p{L}.'-]+){1,3})(?:, (?:MD|MPharm|PharmD|RN|PhD|FRCP|BSc|MBBS|M\\.D\\.)\\.?.*)?$");
    private static final Pattern CLOSING = Pattern.compile("^(?:with )?(?:kind|best|yours|sincerely|regards|many thanks|warm|cordially|thank you)\\b.{0,30}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORS = Pattern.compile("^(?:[\\p{Lu}][\\p{L}.'\u2019-]*\\.?(?: (?:(?:de|da|di|del|della|van|von|der|den|la|le|el|al|bin|ter|dos) )*[\\p{Lu}][\\p{L}.'\u2019-]*)*(?:(?: ?[\\d,*()\u2217\u2020\u2021\u00a7\u00b6#\u00b9\u00b2\u00b3]+)?(?:, and |, | and |;|$| ?& ?)|,[\\d,*()\u2217\u2020\u2021\u00a7\u00b6#\u00b9\u00b2\u00b3]+ (?:and )?)){2,}.*$");
    private static final Pattern PHYSICIAN = Pattern.compile("\\b(?:physician|doctor|general practitioner|GP|consultant|surgeon|(?:neuro|nephro|cardio|dermato|haemato|hemato|onco|rheumato|endocrino|gastroentero|pulmono|uro)logist|psychiatrist|p(?:a)?ediatrician|an(?:a)?esthetist|an(?:a)?esthesiologist|internist|Dr\\.?|M\\.?D\\.?|MBBS)(?![\\p{L}])");
    private static final Pattern PHARMACIST = Pattern.compile("\\b(?:[Pp]harmacist|MPharm|PharmD)\\b");
    private static final Pattern OTHER_PROFESSIONAL = Pattern.compile("\\b(?:nurse|midwife|dentist|paramedic|physiotherapist|health (?:care )?professional|RN)\\b", Pattern.CASE_INSENSITIVE);
    /// "The doctor said": not who writes.
    private static final Pattern SOMEBODY = Pattern.compile("\\b(?:the|my|his|her|our|their|another) (?:[\\w-]+ ){0,2}(?:doctor|physician|nurse|pharmacist|consultant|surgeon|GP|\\w+ologist|dentist|midwife|paramedic)s?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern I_AM = Pattern.compile("\\bI am (?:a|an|the) (?:\\w+ ){0,3}\\w+", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST_PERSON = Pattern.compile("\\b(?:I (?:have|had|am|took|take|feel|felt|was|started|noticed|developed|could)|my (?:doctor|arm|tablets|husband|wife|mother|father|son|daughter|child))\\b");
    private static final Pattern CAUSALITY = Pattern.compile("\\b(?:we (?:suspected|consider(?:ed)?|assessed|regard|believe|concluded)|in (?:my|our) (?:opinion|view)|(?:was|were|is) (?:attributed to|suspected)|suspected (?:adverse|to be)|causal(?:ity| relationship| link)|(?:most )?(?:probably|likely|possibly) (?:caused|due|related)|I (?:think|believe|suspect)|(?:drug|\\w+)-induced \\w+ was (?:suspected|diagnosed)|not tolerated|comes? from)\\b", Pattern.CASE_INSENSITIVE);

    /// Where the reporter weighs it: said before a mere suspicion.
    private static final Pattern JUDGED = Pattern.compile("\\b(?:in (?:my|our) (?:opinion|view)|we (?:consider(?:ed)?|believe|concluded?|assessed)|i (?:consider|believe|think)|(?:most|very) (?:probably|likely)[^.;]{0,20}(?:induced|caused|due|related|cause)|(?:was|were) (?:considered|thought|felt|judged) (?:to be )?(?:the )?(?:responsible|cause|likely cause|probable|related)|(?:causality|relationship|association|reaction|event)[^.;]{0,40}\\b(?:was|were) (?:assessed|considered|rated|classified|judged)[^.;]{0,15}\\b(?:probable|possible|certain|definite|likely)|naranjo)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern ASSESSMENT = Pattern.compile("\\bNaranjo\\b|\\bcausality\\b", Pattern.CASE_INSENSITIVE);

    /// "Thyroid storm was suspected" says nothing of a medicine.
    private static final Pattern BLAMES = Pattern.compile("drug|medic|adverse|induced|related|caus|attribut|tox|vaccin|treatment|therapy|tolerated|comes? from", Pattern.CASE_INSENSITIVE);

    private static final Pattern LIST_MARK = Pattern.compile("(?:[-*\u2013\u2022\u25aa\u25cf\u00b7]|\\(?\\d{1,2}[.)]) +");
    /// Numbers, stars and daggers behind a name, raised or not: "Rossi1,2*", "Rossi,1 Verdi", "Rossi (1)".
    private static final Pattern AUTHOR_MARKS = Pattern.compile("(?<=\\p{L}) ?\\(\\d{1,2}(?:, ?\\d{1,2})*\\)|(?<=[\\p{L}.,)]) ?[\\d*\u2217\u2020\u2021\u00a7\u00b6#\u00b9\u00b2\u00b3\u2070-\u2079]+(?: ?, ?[\\d*\u2217\u2020\u2021\u00a7\u00b6#\u00b9\u00b2\u00b3\u2070-\u2079]+)*");
    private static final int LONGEST_AUTHORS_CHARS = 200;

    /// "1 Department of Dermatology, Hospital of Veldhaven", "St. Orla Hospital, Galway": a line that is an address and no sentence.
    private static final Pattern PLACE = Pattern.compile("^(?:[\\d*\u2217\u2020\u2021\u00a7\u00b6#\u00b9\u00b2\u00b3]{1,3}[ .)]? ?)?(?<p>(?:Department|Division|Dept\\.?|Institute|Faculty|School|Clinic|Unit|Section|Service) (?:of|for) [\\p{Lu}].*|(?:[\\p{Lu}][\\p{L}.'\u2019-]*,? (?:of |and |de |the |& )*){0,7}(?:Hospital|Clinic|University|Infirmary|Medical Cent(?:er|re)|Surgery|Practice|Pharmacy)\\b(?:,.*| of .*|))(?<![.!?])$");
    private static final int LONGEST_PLACE_CHARS = 220;
    private static final int MOST_FRONT_LINES = 14;

    /// A letter's signature stands among these.
    private static final int LAST_LINES = 12;

    private final Mentions mentions;
    private final List<Sentence> sentences;
    private final List<Quote> imprint;

    ReporterReader(Mentions mentions, SourceText whole) {
        this.mentions = mentions;
        this.sentences = whole.sentences();
        this.imprint = whole.imprint();
    }

    Map<String, Fact> read(Set<String> suspectKeys, Set<String> reactionKeys, boolean article) {
        Map<String, Fact> found = new LinkedHashMap<>();
        name(article).ifPresent(fact -> found.put("name", fact));
        qualification(article).ifPresent(fact -> found.put("qualification", fact));
        Optional<Sentence> address = article ? name(true).flatMap(authors -> new AuthorAddress(imprint).of(authors.quotes().getFirst())).map(quote -> Sentence.of(0, quote.document(), quote.page(), quote.start(), quote.text(), Section.FRONT, "")) : Optional.empty();
        address.map(line -> fact(line, 0, line.text().length())).or(() -> organisation(article)).ifPresent(fact -> found.put("organisation", fact));
        address.flatMap(Countries::in).or(() -> country(article)).ifPresent(fact -> found.put("country", fact));
        if (article) new LiteratureReference(imprint).read(name(true), title()).ifPresent(fact -> found.put("reference", fact));
        causality(suspectKeys, reactionKeys).ifPresent(fact -> found.put("causality", fact));
        return found;
    }

    private Optional<Fact> name(boolean article) {
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            Matcher sender = SENDER.matcher(sentence.text());
            if (sender.find()) return Optional.of(fact(sentence, sender.start("n"), sender.end("n")));
            Matcher by = REPORTED_BY.matcher(sentence.text());
            if (by.find()) return Optional.of(fact(sentence, by.start("n"), by.end("n")));
            boolean afterClosing = i > 0 && CLOSING.matcher(sentences.get(i - 1).text()).matches();
            Matcher signed = SIGNED.matcher(sentence.text());
            if (!article && signed.matches() && (afterClosing || i >= sentences.size() - LAST_LINES && sentence.text().matches("(?:Dr|Prof|Mr|Mrs|Ms)\\b.*"))) return Optional.of(fact(sentence, signed.start("n"), signed.end("n")));
            if (article && (sentence.section() == Section.FRONT || sentence.section() == Section.TITLE) && i > 0 && i < 8 && AUTHORS.matcher(sentence.text()).matches()) return Optional.of(authors(sentence));
        }
        return Optional.empty();
    }

    /// The names without the marks that lead to addresses and notes; a long list ends with a whole name.
    private static Fact authors(Sentence sentence) {
        Fact written = fact(sentence, 0, Math.min(sentence.text().length(), LONGEST_AUTHORS_CHARS));
        String names = AUTHOR_MARKS.matcher(written.value()).replaceAll("").replaceAll(" +,", ",").strip();
        if (sentence.text().length() > LONGEST_AUTHORS_CHARS && names.indexOf(',') > 0) names = names.substring(0, names.lastIndexOf(',')) + " et al.";
        return Fact.of(names, null, written.quotes().getFirst(), "pattern", false);
    }

    private Optional<Fact> qualification(boolean article) {
        for (Sentence sentence : sentences) {
            Matcher self = I_AM.matcher(sentence.text());
            if (self.find()) {
                Optional<Fact> told = profession(sentence, self.group(), self.start());
                if (told.isPresent()) return told;
            }
        }
        for (Sentence sentence : sentences.subList(Math.max(0, sentences.size() - LAST_LINES), sentences.size())) {
            Optional<Fact> told = article ? Optional.empty() : profession(sentence, sentence.text(), 0);
            if (told.isPresent() && sentence.text().length() < 90 && !SOMEBODY.matcher(sentence.text()).find()) return told;
        }
        for (Sentence sentence : sentences) {
            if (REPORTED_BY.matcher(sentence.text()).find()) {
                Optional<Fact> told = profession(sentence, sentence.text(), 0);
                if (told.isPresent()) return told;
            }
        }
        for (Sentence sentence : sentences) {
            Matcher own = FIRST_PERSON.matcher(sentence.text());
            if (!article && own.find()) return Optional.of(new Fact("consumer", "5", List.of(sentence.quote(own.start(), own.end())), List.of("rule"), null, false, List.of()));
        }
        return Optional.empty();
    }

    /// The address line of the authors, or the line below a letter's signature that names a hospital or practice: as written, without the mark before it.
    private Optional<Fact> organisation(boolean article) {
        List<Sentence> lines = article ? sentences.stream().filter(sentence -> sentence.section() == Section.FRONT || sentence.section() == Section.TITLE).limit(MOST_FRONT_LINES).toList()
                : sentences.subList(Math.max(0, sentences.size() - LAST_LINES), sentences.size());
        for (Sentence sentence : lines) {
            Matcher place = PLACE.matcher(sentence.text());
            if (sentence.text().length() <= LONGEST_PLACE_CHARS && place.find()) return Optional.of(fact(sentence, place.start("p"), sentence.text().length()));
        }
        return Optional.empty();
    }

    private static Optional<Fact> profession(Sentence sentence, String words, int offset) {
        Matcher pharmacist = PHARMACIST.matcher(words);
        if (pharmacist.find()) return Optional.of(Fact.of("pharmacist", "2", sentence.quote(offset + pharmacist.start(), offset + pharmacist.end()), "pattern", true));
        Matcher other = OTHER_PROFESSIONAL.matcher(words);
        if (other.find()) return Optional.of(Fact.of("other health professional", "3", sentence.quote(offset + other.start(), offset + other.end()), "pattern", true));
        Matcher physician = PHYSICIAN.matcher(words);
        if (physician.find()) return Optional.of(Fact.of("physician", "1", sentence.quote(offset + physician.start(), offset + physician.end()), "pattern", true));
        return Optional.empty();
    }

    /// Of an article's addresses; in a letter wherever a country is named, its address lines first.
    private Optional<Fact> country(boolean article) {
        if (article) return sentences.stream().filter(sentence -> sentence.section() == Section.FRONT || sentence.section() == Section.TITLE).map(Countries::in).flatMap(Optional::stream).findFirst();
        return sentences.subList(Math.max(0, sentences.size() - LAST_LINES), sentences.size()).stream().filter(sentence -> PLACE.matcher(sentence.text()).find()).map(Countries::in).flatMap(Optional::stream).findFirst()
                .or(() -> sentences.stream().map(Countries::in).flatMap(Optional::stream).findFirst());
    }

    private Optional<Fact> title() {
        return sentences.stream().filter(sentence -> sentence.section() == Section.TITLE && sentence.text().length() > 25).findFirst().map(sentence -> fact(sentence, 0, sentence.text().length()));
    }

    /// The sentence in which the reporter says what they hold of the cause, in their words.
    private Optional<Fact> causality(Set<String> suspectKeys, Set<String> reactionKeys) {
        return causality(JUDGED, suspectKeys, reactionKeys).or(() -> causality(CAUSALITY, suspectKeys, reactionKeys));
    }

    private Optional<Fact> causality(Pattern words, Set<String> suspectKeys, Set<String> reactionKeys) {
        for (Sentence sentence : mentions.text().sentences()) {
            boolean drug = mentions.drugsIn(sentence).stream().anyMatch(mention -> suspectKeys.contains(mention.key()));
            boolean reaction = mentions.reactionsIn(sentence).stream().anyMatch(mention -> reactionKeys.contains(mentions.keyOf(mention)));
            boolean own = sentence.section().tellsOfPatient() || SourceText.pointsAtPatient(sentence);
            boolean blames = drug || words == JUDGED && ASSESSMENT.matcher(sentence.text()).find() || reaction && BLAMES.matcher(sentence.text()).find();
            if (own && blames && sentence.text().length() < 400 && words.matcher(sentence.text().toLowerCase(Locale.ROOT)).find()) return Optional.of(fact(sentence, 0, sentence.text().length()));
        }
        return Optional.empty();
    }

    /// Without the mark of a list before it.
    private static Fact fact(Sentence sentence, int from, int to) {
        Matcher mark = LIST_MARK.matcher(sentence.text()).region(from, to);
        int start = mark.lookingAt() ? mark.end() : from;
        String written = sentence.quote(start, to).text().stripTrailing();
        return Fact.of(written, null, sentence.quote(start, start + written.length()), "pattern", false);
    }
}
