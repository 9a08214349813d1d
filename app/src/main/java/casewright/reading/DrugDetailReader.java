package casewright.reading;

import casewright.reading.terms.Term;
import casewright.reading.text.Sentence;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dose, form, route, dates, duration, indication, batch and action taken of one drug, from the sentences that name it.
final class DrugDetailReader {

    private static final Pattern ROUTE = Pattern.compile(
            "\\b(?<r>[Oo]ral(?:ly)?|[Ii]ntravenous(?:ly)?|[Ii]ntramuscular(?:ly)?|[Ss]ubcutaneous(?:ly)?|[Tt]opical(?:ly)?|[Ii]nhaled|by mouth|per os|intravenous(?:ly)?|i\\.v\\.|IV|intramuscular(?:ly)?|i\\.m\\.|IM|subcutaneous(?:ly)?|s\\.c\\.|SC|intrathecal(?:ly)?|epidural(?:ly)?|topical(?:ly)?|inhal(?:ed|ation)|nebuli[sz]ed|intravitreal|intraocular|ophthalmic|intranasal(?:ly)?|nasal spray|rectal(?:ly)?|vaginal(?:ly)?|transdermal(?:ly)?|sublingual(?:ly)?|intra-?articular(?:ly)?|intradermal(?:ly)?|intraperitoneal(?:ly)?|intralesional|intra-?arterial(?:ly)?|continuous infusion|infusion|iv|im|sc|po|PO|p\\.o\\.|eye ?drops?|patch)(?![\\p{L}\\p{N}])");
    /// "her oral medication: glipizide 5 mg, ..."
    private static final Pattern LIST_OF_ROUTE = Pattern.compile("\\b(?<r>oral|intravenous|topical|inhaled|subcutaneous) (?:medications?|medicines?|drugs?|agents?|therapy|treatments?)\\b[^.;:]{0,25}:", Pattern.CASE_INSENSITIVE);
    /// "intravenous fluids": another thing's route.
    private static final Pattern ROUTE_OF_OTHERS = Pattern.compile(" (?:fluids?|hydration|antibiotics?|steroids?|access|line|immunoglobulins?|saline|crystalloids?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BATCH = Pattern.compile("\\b(?:batch|lot)(?: ?/ ?lot)?(?: (?:number|no\\.?|#))?[: ]+(?<b>[A-Z0-9][A-Z0-9-]{2,20})\\b", Pattern.CASE_INSENSITIVE);
    static final Pattern STARTED = Pattern.compile("\\b(?:start\\w*|intake|initiat\\w*|begun|began|beg[ai]n\\w*|commenc\\w+|introduc\\w+|prescribed|since|from|taking|receiv\\w+|given|administ\\w+|vaccinated|added|underwent|use of|used|using|put on|placed on|treated with|for the past|had been)\\b", Pattern.CASE_INSENSITIVE);
    static final Pattern STOPPED = Pattern.compile("\\b(?:" + StopWords.STOPPED + "|" + StopWords.REPLACED + "|cut on)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REDUCED = Pattern.compile("\\b(?:dose|dosage|it|therapy)?\\s?(?:was|were|been)?\\s?" + StopWords.REDUCED + "\\b", Pattern.CASE_INSENSITIVE);
    /// "after a dose of vancomycin the platelet count decreased"
    private static final Pattern MEASURED_BETWEEN = Pattern.compile("\\b(?:counts?|levels?|function|pressure|rate|output|scores?|values?|titers?|size|weight|h(?:a)?emoglobin|creatinine|sodium|potassium|platelets?)(?: \\w+){0,2} ?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTINUED = Pattern.compile("\\bstill (?:taking|on|takes|using)|(?:was|were|is being|is|are) (?:continued|unchanged|maintained|not (?:stopped|discontinued|changed))|continued (?:to take|taking|on|treatment|therapy)|without (?:dose )?(?:modification|interruption)\\b", Pattern.CASE_INSENSITIVE);
    /// The drug behind these words is the new one.
    static final Pattern SWITCHED_TO = Pattern.compile("\\b(?:replaced (?:by|with)|(?:exchanged|swapped) for|(?:in favou?r of)|switched to|changed to|substituted (?:by|with)|instead of [^.;]{3,30} to|switched from [^.;]{3,40} to)\\s(?:\\w+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHETHER = Pattern.compile("\\bwhether\\b[^.;,]{0,60}$", Pattern.CASE_INSENSITIVE);
    /// "He had interrupted lithium for a week, and had restarted it before admission."
    private static final Pattern TAKEN_UP_AGAIN = Pattern.compile("[^.;]{0,60}\\b(?:but|and|then)\\b[^.;]{0,25}\\b(?:restarted|resumed|taken up again|reintroduced)\\b", Pattern.CASE_INSENSITIVE);
    /// "stopped bleeding", "failed to stop the recurrence": something else is stopped.
    static final Pattern STOPS_SOMETHING = Pattern.compile(" (?:the |his |her )?(?:recurrence|progression|bleeding|growth|spread|seizures?|h(?:a)?emorrhage|vomiting)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SINGLE = Pattern.compile("\\b(?:single (?:dose|injection|infusion|administration)|one dose|overdose|(?:accidental(?:ly)?|deliberate(?:ly)?|intentional(?:ly)?|suicidal) ingest\\w+|vaccin\\w+|immuni[sz]ed|shot)\\b", Pattern.CASE_INSENSITIVE);

    private static final int SENTENCES_TO_STOP = 4;
    /// "All drugs except ethambutol were stopped".
    private static final String EXCEPT = "(?:,? (?:except|apart from|other than|with the exception of|but)(?: for)? (?:the )?[\\w -]{3,40}?,?)?";
    private static final Pattern NO_MORE = Pattern.compile("\\bno (?:further|more) (?:doses? of |tablets? of )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WAS_GIVEN = Pattern.compile(" (?:was|were) (?:given|administered|taken|injected|infused)\\b", Pattern.CASE_INSENSITIVE);
    static final Pattern EXCEPTED = Pattern.compile("\\b(?:except|apart from|other than|with the exception of)(?: for)? (?:the )?(?:[\\w-]+ (?:and|or) )?$", Pattern.CASE_INSENSITIVE);
    static final Pattern STOPPED_TOGETHER = Pattern.compile("\\b(?:[\\w-]{1,40}(?:ic|al|ive|ous) (?:drugs|medications|medicines|agents)|all medications)" + EXCEPT + " (?:were|had been) (?:\\w+ )?(?:stopped|discontinued|withdrawn|withheld|ceased)\\b|\\b(?:all|these|both|the) (?:[\\w-]+ ){0,2}(?:drugs|medications|medicines|agents|antibiotics|treatments|vaccines|tablets)" + EXCEPT + " (?:were|had been) (?:\\w+ )?(?:stopped|discontinued|withdrawn|withheld|held|ceased|suspended)\\b|\\bboth (?:drugs |were |had been )?(?:\\w+ )?(?:stopped|discontinued|withdrawn|withheld|held|halted|ceased|suspended|omitted)\\b|\\b(?:stopp\\w+|discontinu\\w+|withdr\\w+) (?:of )?(?:all|these|both) (?:of )?(?:the |his |her )?(?:[\\w-]+ ){0,2}(?:drugs|medications|medicines|agents|antibiotics)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern OFFENDING_STOPPED = Pattern.compile("\\b(?:discontinu\\w+|stopp\\w+|withdr\\w+|cessation|removal) (?:of )?(?:(?:the|all|any|his|her) )?(?:offending|culprit|causative|suspect(?:ed)?|responsible|implicated|inciting) (?:drug|agent|medication|medicine)s?\\b|\\b(?:offending|culprit|causative|suspect(?:ed)?|responsible|implicated|inciting) (?:drug|agent|medication|medicine)s? (?:was|were|had been) (?:(?!not\\b|never\\b)\\w+ )?(?:discontinued|stopped|withdrawn|withheld|removed|ceased)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DOSE_REDUCED = Pattern.compile("\\b(?:the|his|her|daily) (?:daily )?(?:dose|dosage) (?:was|had to be|were) (?:\\w+ly )?(?:reduced|lowered|decreased|halved)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern POISONED = Pattern.compile("\\b(?:suicid\\w+ (?:note|attempt|ingestion|intent|gesture)|attempted suicide|accidental(?:ly)? (?:ingest|inject|swallow|took)\\w*|intentional(?:ly)? (?:ingest|inject|overdos)\\w*|deliberate(?:ly)? (?:ingest|inject|overdos)\\w*)", Pattern.CASE_INSENSITIVE);
    private final Mentions mentions;
    private final IndicationReader indications;
    private final DoseReader doses;
    private final DrugTimes times;

    /// @param reactionKeys what is drafted as a reaction is no indication
    DrugDetailReader(Mentions mentions, Set<String> reactionKeys) {
        this.mentions = mentions;
        this.doses = new DoseReader(mentions);
        this.times = new DrugTimes(mentions, doses);
        this.indications = new IndicationReader(mentions, reactionKeys);
    }

    /// @param own   every mention of the drug that tells of the patient
    /// @param event index of the sentence in which the reaction is told first: of several doses the one at that time counts
    Map<String, Fact> read(List<DrugMention> own, int event) {
        Map<String, Fact> details = new LinkedHashMap<>();
        List<DrugMention> nearest = own.stream().sorted(Comparator.comparingInt((DrugMention mention) -> mention.sentence().index() <= event ? event - mention.sentence().index() : 100_000 + mention.sentence().index())).toList();
        List<Fact> told = nearest.stream().map(doses::dose).flatMap(Optional::stream).toList();
        single(told).or(() -> nearest.stream().map(doses::withoutUnit).flatMap(Optional::stream).findFirst()).ifPresent(fact -> details.put("dose", fact));
        DoseReader.others(told).ifPresent(fact -> details.put("otherDoses", fact));
        single(nearest.stream().map(this::route).flatMap(Optional::stream).toList()).ifPresent(fact -> details.put("route", fact));
        for (DrugMention mention : own) {
            batch(mention).ifPresent(fact -> details.putIfAbsent("batch", fact));
            doses.form(mention).ifPresent(fact -> details.putIfAbsent("form", fact));
            doses.duration(mention).ifPresent(fact -> details.putIfAbsent("duration", fact));
            times.range(mention, details);
            times.start(mention).ifPresent(fact -> details.putIfAbsent("start", fact));
        }
        indications.read(own).ifPresent(fact -> details.put("indication", fact));
        action(own).ifPresent(fact -> details.put("actionTaken", fact));
        if (details.containsKey("actionTaken") && details.get("actionTaken").value().equals("withdrawn")) {
            for (DrugMention mention : own) times.stop(mention).ifPresent(fact -> details.putIfAbsent("stop", fact));
        }
        return details;
    }

    /// The nearest of what was found; sure only where the text tells of no other.
    private static Optional<Fact> single(List<Fact> found) {
        if (found.isEmpty()) return Optional.empty();
        boolean several = found.stream().map(fact -> fact.value().toLowerCase(Locale.ROOT)).distinct().count() > 1;
        return Optional.of(several ? found.getFirst().sure(false) : found.getFirst());
    }

    private Optional<Fact> route(DrugMention mention) {
        String text = mention.sentence().text();
        int from = Math.max(0, mention.term().start() - 50);
        int to = Math.min(text.length(), Math.min(mention.term().end() + 110, endOfList(mention)));
        Matcher matcher = ROUTE.matcher(text);
        while (matcher.find()) {
            if (matcher.start() < from || matcher.end() > to) continue;
            boolean otherBetween = mentions.drugsIn(mention.sentence()).stream().anyMatch(drug -> !drug.key().equals(mention.key()) && drug.term().start() >= matcher.end() && drug.term().end() <= mention.term().start());
            if (otherBetween || ROUTE_OF_OTHERS.matcher(text).region(matcher.end(), text.length()).lookingAt() || text.substring(Math.max(0, matcher.start() - 12), matcher.start()).matches("(?s).*(?:per|without|from) $")) continue;
            return Optional.of(Fact.of(plainRoute(matcher.group("r")), null, mention.sentence().quote(matcher.start(), matcher.end()), "pattern", true));
        }
        Matcher list = LIST_OF_ROUTE.matcher(text).region(0, mention.term().start());
        return list.find() ? Optional.of(Fact.of(plainRoute(list.group("r")), null, mention.sentence().quote(list.start("r"), list.end("r")), "pattern", true)) : Optional.empty();
    }

    /// "fentanyl and midazolam through a continuous infusion": what stands behind a pair is told of both.
    private int endOfList(DrugMention mention) {
        String text = mention.sentence().text();
        int next = doses.nextDrug(mention);
        if (next >= text.length() || !text.substring(mention.term().end(), next).matches(" (?:and|plus|/) ")) return next;
        return mentions.drugsIn(mention.sentence()).stream().filter(drug -> drug.term().start() == next).findFirst().map(doses::nextDrug).orElse(next);
    }

    private static String plainRoute(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        return switch (folded) {
            case "orally", "per os", "po", "p.o." -> "oral";
            case "intravenously", "iv", "i.v." -> "intravenous";
            case "im", "i.m.", "intramuscularly" -> "intramuscular";
            case "sc", "s.c.", "subcutaneously" -> "subcutaneous";
            case "topically" -> "topical";
            case "inhaled" -> "inhalation";
            default -> folded;
        };
    }

    private static Optional<Fact> batch(DrugMention mention) {
        Matcher matcher = BATCH.matcher(mention.sentence().text());
        if (!matcher.find()) return Optional.empty();
        return Optional.of(Fact.of(matcher.group("b"), null, mention.sentence().quote(matcher.start("b"), matcher.end("b")), "pattern", true));
    }

    /// "No further primaquine was administered".
    private static Optional<Quote> givenNoMore(DrugMention mention) {
        String text = mention.sentence().text();
        Matcher no = NO_MORE.matcher(mention.sentence().before(mention.term().start(), 40));
        Matcher given = WAS_GIVEN.matcher(text).region(mention.term().end(), text.length());
        return no.find() && given.lookingAt() ? Optional.of(mention.sentence().quote(mention.term().start() - (no.end() - no.start()), given.end())) : Optional.empty();
    }

    Optional<Fact> action(List<DrugMention> mentioned) {
        // "all antibiotics except amoxicillin": neither by its name nor with its class
        List<Sentence> excepting = mentioned.stream().filter(mention -> EXCEPTED.matcher(mention.sentence().before(mention.term().start(), 60)).find()).map(DrugMention::sentence).toList();
        List<DrugMention> own = mentioned.stream().filter(mention -> !excepting.contains(mention.sentence())).toList();
        for (DrugMention mention : own) {
            Optional<Quote> quote = near(mention, STOPPED, 60).or(() -> givenNoMore(mention));
            if (quote.isPresent()) return Optional.of(Fact.of("withdrawn", "1", quote.get(), "pattern", true));
        }
        Optional<Fact> together = stoppedTogether(own);
        if (together.isPresent()) return together;
        for (DrugMention mention : own) {
            Optional<Quote> quote = near(mention, REDUCED, 50);
            if (quote.isPresent()) return Optional.of(Fact.of("dose reduced", "2", quote.get(), "pattern", false));
        }
        for (DrugMention mention : own) {
            Optional<Quote> quote = near(mention, CONTINUED, 50);
            if (quote.isPresent()) return Optional.of(Fact.of("not changed", "4", quote.get(), "pattern", false));
        }
        for (DrugMention mention : own) {
            Optional<Quote> quote = near(mention, SINGLE, 30);
            if (quote.isPresent()) return Optional.of(Fact.of("not applicable", "9", quote.get(), "rule", false));
        }
        return Optional.empty();
    }

    /// "The antirheumatic medications were withdrawn": true of each drug told shortly before.
    private Optional<Fact> stoppedTogether(List<DrugMention> own) {
        for (DrugMention mention : own) {
            Matcher here = STOPPED_TOGETHER.matcher(mention.sentence().text()).region(mention.term().end(), mention.sentence().text().length());
            if (here.find() && doses.nextDrug(mention) >= here.start()) return Optional.of(Fact.of("withdrawn", "1", mention.sentence().quote(here.start(), here.end()), "rule", false));
            for (Sentence next : mentions.text().sentences().stream().skip(mention.sentence().index() + 1L).limit(SENTENCES_TO_STOP).toList()) {
                Matcher matcher = STOPPED_TOGETHER.matcher(next.text());
                if (next.section() == mention.sentence().section() && STOPPED.matcher(next.text()).find() && matcher.find() && isMeant(mention, next, matcher)) return Optional.of(Fact.of("withdrawn", "1", next.quote(matcher.start(), matcher.end()), "rule", false));
            }
        }
        return Optional.empty();
    }

    /// Of drugs named in the sentence of the stop only their class, the excepted ones, and the new ones behind it may be others.
    private boolean isMeant(DrugMention mention, Sentence next, Matcher stop) {
        List<DrugMention> named = mentions.drugsIn(next).stream().filter(drug -> drug.term().start() < stop.end()).toList();
        if (named.stream().anyMatch(drug -> drug.key().equals(mention.key()))) return false;
        return named.stream().allMatch(drug -> EXCEPTED.matcher(next.before(drug.term().start(), 60)).find() || drug.term().kind() == Term.Kind.CLASS && mentions.vocabulary().drugs().belongs(mention.key(), drug.key()));
    }

    /// "She got better after discontinuation of the offending drug": whichever the text blames.
    Optional<Fact> offendingStopped() {
        return firstTold(OFFENDING_STOPPED, "withdrawn", "1");
    }

    /// A poisoning on purpose or by accident is over: nothing was left to withdraw.
    Optional<Fact> poisoning() {
        return firstTold(POISONED, "not applicable", "9");
    }

    /// "The dose was lowered to 37.5 mg", where one drug is suspected.
    Optional<Fact> doseReduced() {
        return firstTold(DOSE_REDUCED, "dose reduced", "2");
    }

    private Optional<Fact> firstTold(Pattern words, String action, String code) {
        for (Sentence sentence : mentions.text().ofPatient()) {
            Matcher matcher = words.matcher(sentence.text());
            if (matcher.find()) return Optional.of(Fact.of(action, code, sentence.quote(matcher.start(), matcher.end()), "rule", false));
        }
        return Optional.empty();
    }

    /// "switch her to aripiprazole and stop clozapine": what stands right behind the verb is stopped.
    static boolean isOfNext(Mentions mentions, DrugMention mention, int verbEnd) {
        return mention.term().end() < verbEnd && mentions.drugsIn(mention.sentence()).stream().anyMatch(drug -> !drug.key().equals(mention.key()) && drug.term().start() >= verbEnd
                && mention.sentence().text().substring(verbEnd, drug.term().start()).matches("(?i) (?:(?:the|his|her|of) ){0,2}"));
    }

    /// The words of the action in the drug's clause, with no other drug nearer to them.
    private Optional<Quote> near(DrugMention mention, Pattern action, int within) {
        String text = mention.sentence().text();
        Matcher matcher = action.matcher(text);
        while (matcher.find()) {
            int distance = matcher.start() >= mention.term().end() ? matcher.start() - mention.term().end() : mention.term().start() - matcher.end();
            if (action == REDUCED && matcher.start() > mention.term().end() && MEASURED_BETWEEN.matcher(text.substring(mention.term().end(), matcher.start())).find()) continue;
            // "the dose was lowered" names the drug in the words of the action
            if (mention.term().kind() == Term.Kind.MODEL && matcher.start() < mention.term().end() && matcher.end() > mention.term().end()) distance = 0;
            if (action == STOPPED && isOfNext(mentions, mention, matcher.end())) continue;
            if (distance < 0 || distance > within || STOPS_SOMETHING.matcher(text).region(matcher.end(), text.length()).lookingAt()) continue;
            if (matcher.start() < mention.term().start() && SWITCHED_TO.matcher(text.substring(0, mention.term().start())).find()) continue;
            if (text.substring(Math.max(0, matcher.start() - 25), matcher.start()).matches("(?is).*\\b(?:not|without|never|before|if|should be|may be)\\s+(?:be |been )?(?:\\w+ )?$")) continue;
            if (WHETHER.matcher(text.substring(0, matcher.start())).find()) continue;
            int from = Math.min(matcher.start(), mention.term().start());
            int to = Math.max(matcher.end(), mention.term().end());
            if (action == STOPPED && TAKEN_UP_AGAIN.matcher(text).region(to, text.length()).lookingAt()) continue;
            return Optional.of(mention.sentence().quote(from, to));
        }
        return Optional.empty();
    }
}
