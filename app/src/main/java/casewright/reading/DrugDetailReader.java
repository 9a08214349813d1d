package casewright.reading;

import casewright.reading.ReactionMention.Said;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dose, route, dates, indication, batch and action taken of one drug, from the sentences that name it.
final class DrugDetailReader {

    private static final String AMOUNT = "\\d+(?:[.,]\\d+)?(?:\\s?(?:-|\u2013|to)\\s?\\d+(?:[.,]\\d+)?)?\\s?(?:mg|g|mcg|\u00b5g|\u03bcg|ug|micrograms?|milligrams?|grams?|ml|mL|IU|U|units?|mEq|mmol|MBq|tablets?|capsules?|puffs?|drops?|vials?|ampoules?)\\b";
    private static final String PER = "(?:\\s?/\\s?(?:kg|m2|m\u00b2|day|d|h|hr|hour|min|week|wk|dose|mL|ml)(?:/(?:day|d|h|hr|hour|min|week|dose))?| per (?:kg|kilogram|square meter(?: of body[- ]surface area)?|day|hour|dose|week|m2)(?: per day)?| (?:once|twice|three times|thrice|four times|five times)(?: (?:a|per|every|each|daily|weekly|monthly))?(?: ?(?:day|week|month|daily))?| daily| weekly| monthly| every \\w+(?: \\w+)?| (?:a|each|per) day| (?:q\\d+h|qd|qid|bid|tid|b\\.i\\.d\\.|t\\.i\\.d\\.|q\\.i\\.d\\.|od|qhs|prn)\\b| at (?:night|bedtime))*";
    private static final Pattern DOSE = Pattern.compile(AMOUNT + PER, Pattern.CASE_INSENSITIVE);
    private static final Pattern TEST_VALUE_BEFORE = Pattern.compile("(?:level|concentration|serum|plasma|blood|count|pressure|clearance|creatinine|hemoglobin|urine|excretion)\\w*[^.;]{0,30}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROUTE = Pattern.compile(
            "\\b(?<r>oral(?:ly)?|by mouth|per os|intravenous(?:ly)?|i\\.v\\.|IV|intramuscular(?:ly)?|i\\.m\\.|IM|subcutaneous(?:ly)?|s\\.c\\.|SC|intrathecal(?:ly)?|epidural(?:ly)?|topical(?:ly)?|inhal(?:ed|ation)|nebuli[sz]ed|intravitreal|intraocular|ophthalmic|intranasal(?:ly)?|nasal spray|rectal(?:ly)?|vaginal(?:ly)?|transdermal(?:ly)?|sublingual(?:ly)?|intra-?articular(?:ly)?|intradermal(?:ly)?|intraperitoneal(?:ly)?|intralesional|intra-?arterial(?:ly)?|continuous infusion|infusion|PO|p\\.o\\.|eye ?drops?|patch)\\b");
    private static final Pattern BATCH = Pattern.compile("\\b(?:batch|lot)(?: ?/ ?lot)?(?: (?:number|no\\.?|#))?[: ]+(?<b>[A-Z0-9][A-Z0-9-]{2,20})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern STARTED = Pattern.compile("\\b(?:start\\w*|initiat\\w*|begun|began|beg[ai]n\\w*|commenc\\w+|introduc\\w+|prescribed|since|from|taking|receiv\\w+|given|administ\\w+|vaccinated|added|underwent|put on|placed on|treated with|for the past|had been)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOPPED = Pattern.compile("\\b(?:discontinu\\w+|stopp?\\w*|withdr\\w+|ceas\\w+|cessation|withheld|held|suspend\\w+|interrupt\\w+|taper\\w+ off|switched|replaced|removed|terminat\\w+|omitted)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REDUCED = Pattern.compile("\\b(?:dose|dosage|it|therapy)?\\s?(?:was|were|been)?\\s?(?:reduced|decreased|lowered|halved|tapered|reduction|down-?titrated)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTINUED = Pattern.compile("\\b(?:was|were) (?:continued|maintained|not (?:stopped|discontinued|changed))|continued (?:to take|taking|on|treatment|therapy)|without (?:dose )?(?:modification|interruption)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SINGLE = Pattern.compile("\\b(?:single (?:dose|injection|infusion|administration)|one dose|overdose|ingest\\w+|vaccin\\w+|immuni[sz]ed|shot)\\b", Pattern.CASE_INSENSITIVE);

    private final Mentions mentions;

    DrugDetailReader(Mentions mentions) {
        this.mentions = mentions;
    }

    /// @param own every mention of the drug that tells of the patient
    Map<String, Fact> read(List<DrugMention> own) {
        Map<String, Fact> details = new LinkedHashMap<>();
        for (DrugMention mention : own) {
            dose(mention).ifPresent(fact -> details.putIfAbsent("dose", fact));
            route(mention).ifPresent(fact -> details.putIfAbsent("route", fact));
            indication(mention).ifPresent(fact -> details.putIfAbsent("indication", fact));
            batch(mention).ifPresent(fact -> details.putIfAbsent("batch", fact));
            time(mention, STARTED, true).ifPresent(fact -> details.putIfAbsent("start", fact));
            time(mention, STOPPED, false).ifPresent(fact -> details.putIfAbsent("stop", fact));
        }
        action(own).ifPresent(fact -> details.put("actionTaken", fact));
        return details;
    }

    /// The amount that stands nearest behind the name, or before it with "of", without another drug between.
    private Optional<Fact> dose(DrugMention mention) {
        String text = mention.sentence().text();
        int nextDrug = mentions.drugsIn(mention.sentence()).stream().mapToInt(drug -> drug.term().start()).filter(start -> start >= mention.term().end()).min().orElse(text.length());
        int previousDrug = mentions.drugsIn(mention.sentence()).stream().mapToInt(drug -> drug.term().end()).filter(end -> end <= mention.term().start()).max().orElse(0);
        Matcher matcher = DOSE.matcher(text);
        while (matcher.find()) {
            boolean behind = matcher.start() >= mention.term().end() && matcher.start() - mention.term().end() <= 70;
            boolean sameDrugInBrackets = behind && matcher.start() > nextDrug && text.substring(mention.term().end(), nextDrug).matches("\\s*[®™]?\\s*\\(\\s*");
            if (behind && matcher.start() > nextDrug && !sameDrugInBrackets) continue;
            boolean before = matcher.end() <= mention.term().start() && matcher.start() >= previousDrug && text.substring(matcher.end(), mention.term().start()).matches("\\s*(?:of|oral|intravenous|iv|IV|per day of|/day of|daily of)?\\s*(?:\\w+ )?");
            if (!behind && !before) continue;
            if (behind && text.substring(mention.term().end(), matcher.start()).matches("(?s).*(?:\\. |;|\\bwas \\d|level|concentration|increas|reduc).*")) continue;
            if (TEST_VALUE_BEFORE.matcher(text.substring(Math.max(0, matcher.start() - 50), matcher.start())).find() && !before) continue;
            return Optional.of(Fact.of(matcher.group().strip(), null, mention.sentence().quote(matcher.start(), matcher.start() + matcher.group().stripTrailing().length()), "pattern", true));
        }
        return Optional.empty();
    }

    private Optional<Fact> route(DrugMention mention) {
        String text = mention.sentence().text();
        int from = Math.max(0, mention.term().start() - 35);
        int to = Math.min(text.length(), mention.term().end() + 60);
        Matcher matcher = ROUTE.matcher(text);
        while (matcher.find()) {
            if (matcher.start() < from || matcher.end() > to) continue;
            boolean otherBetween = mentions.drugsIn(mention.sentence()).stream().anyMatch(drug -> drug != mention && (drug.term().start() >= matcher.end() && drug.term().end() <= mention.term().start()
                    || drug.term().start() >= mention.term().end() && drug.term().end() <= matcher.start()));
            if (otherBetween) continue;
            String word = matcher.group("r");
            return Optional.of(Fact.of(plainRoute(word), null, mention.sentence().quote(matcher.start(), matcher.end()), "pattern", true));
        }
        return Optional.empty();
    }

    private static String plainRoute(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        return switch (folded) {
            case "orally", "by mouth", "per os", "po", "p.o." -> "oral";
            case "intravenously", "iv", "i.v." -> "intravenous";
            case "im", "i.m.", "intramuscularly" -> "intramuscular";
            case "sc", "s.c.", "subcutaneously" -> "subcutaneous";
            case "topically" -> "topical";
            case "inhaled" -> "inhalation";
            default -> folded;
        };
    }

    /// What it is said to be given for.
    private Optional<Fact> indication(DrugMention mention) {
        Sentence sentence = mention.sentence();
        for (ReactionMention disorder : mentions.reactionsIn(sentence)) {
            if (disorder.said() != Said.TREATED || disorder.term().start() < mention.term().end()) continue;
            String between = sentence.text().substring(mention.term().end(), disorder.term().start());
            if (between.length() > 110 || between.contains(";")) continue;
            return Optional.of(Fact.of(disorder.term().text(), null, disorder.quote(), "dictionary", between.length() < 50));
        }
        for (ReactionMention disorder : mentions.reactionsIn(sentence)) {
            if (disorder.term().end() > mention.term().start()) continue;
            String between = sentence.text().substring(disorder.term().end(), mention.term().start());
            if (between.length() < 60 && between.matches("(?is).*\\b(?:was |were |is |been |being )?(?:initially )?(?:treated|managed|controlled|on treatment) (?:\\w+ )?(?:with|by)\\b.*")) {
                return Optional.of(Fact.of(disorder.term().text(), null, disorder.quote(), "dictionary", false));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fact> batch(DrugMention mention) {
        Matcher matcher = BATCH.matcher(mention.sentence().text());
        if (!matcher.find()) return Optional.empty();
        return Optional.of(Fact.of(matcher.group("b"), null, mention.sentence().quote(matcher.start("b"), matcher.end("b")), "pattern", true));
    }

    /// The time expression nearest to the drug in a sentence with a verb of starting, or of stopping.
    private Optional<Fact> time(DrugMention mention, Pattern verb, boolean start) {
        String text = mention.sentence().text();
        Matcher verbs = verb.matcher(text);
        List<Integer> places = new ArrayList<>();
        while (verbs.find()) if (Math.abs(verbs.start() - mention.term().start()) < 90) places.add(verbs.start());
        if (places.isEmpty() || start && STOPPED.matcher(text).find()) return Optional.empty();
        int nextDrug = mentions.drugsIn(mention.sentence()).stream().mapToInt(drug -> drug.term().start()).filter(at -> at > mention.term().end() + 25).min().orElse(text.length());
        Matcher matcher = (start ? Dates.WRITTEN_OUT : Dates.ANY).matcher(text);
        while (matcher.find()) {
            boolean behind = matcher.start() > mention.term().end() && matcher.start() - mention.term().end() < 60 && matcher.start() < nextDrug + 1;
            boolean before = matcher.end() < mention.term().start() && mention.term().start() - matcher.end() < 60;
            if (!behind && !before) continue;
            String written = matcher.group().strip().replaceAll("(?i)^(?:on|in|from|since) ", "");
            int from = matcher.start() + matcher.group().indexOf(written);
            return Optional.of(Fact.of(written, Dates.iso(written).orElse(null), mention.sentence().quote(from, from + written.length()), "pattern", Dates.iso(written).isPresent()));
        }
        return Optional.empty();
    }

    private Optional<Fact> action(List<DrugMention> own) {
        for (DrugMention mention : own) {
            Optional<Quote> quote = near(mention, STOPPED, 60);
            if (quote.isPresent()) return Optional.of(Fact.of("withdrawn", "1", quote.get(), "pattern", true));
        }
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

    /// The words of the action in the drug's clause, with no other drug nearer to them.
    private Optional<Quote> near(DrugMention mention, Pattern action, int within) {
        String text = mention.sentence().text();
        Matcher matcher = action.matcher(text);
        while (matcher.find()) {
            int distance = matcher.start() >= mention.term().end() ? matcher.start() - mention.term().end() : mention.term().start() - matcher.end();
            if (distance < 0 || distance > within) continue;
            if (text.substring(Math.max(0, matcher.start() - 25), matcher.start()).matches("(?is).*\\b(?:not|without|never|before|if|should be|may be)\\s+(?:be |been )?(?:\\w+ )?$")) continue;
            int from = Math.min(matcher.start(), mention.term().start());
            int to = Math.max(matcher.end(), mention.term().end());
            return Optional.of(mention.sentence().quote(from, to));
        }
        return Optional.empty();
    }
}
