package casewright.reading;

import casewright.reading.CausalLinks.Strength;
import casewright.reading.Suspicions.Pair;
import casewright.reading.terms.Term;
import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which drug is blamed for which reaction, in which words; which drugs are said to interact; whether the blame is only a remark aside.
final class Blame {

    private static final Pattern TOGETHER = Pattern.compile("(?<!no )(?<!without )\\binteractions? (?:between|of|with)\\b|\\binteracted with\\b|\\b(?:levels?|concentrations?|exposure)\\b[^.;]{0,40}\\b(?:pushed up|raised|increased|elevated|boosted) by\\b|\\bin combination with\\b[^.;]*\\b(?:responsible|blamed|caused?)\\b|\\bthe combination of\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTERACTION = Pattern.compile("\\b(?:(?:drug[- ]drug|drug|pharmacokinetic|pharmacodynamic) )?interactions?\\b|\\binteract(?:s|ed|ing)? with\\b", Pattern.CASE_INSENSITIVE);
    static final Pattern INDUCED_BEHIND = Pattern.compile("[- ](?:induced|related|associated)\\b", Pattern.CASE_INSENSITIVE);
    private static final String PERSON = "(?:(?:the|his|her|my|our|a|an) )?(?:[\\w-]{1,20} ){0,2}?(?:physicians?|doctors?|GP|dermatologists?|neurologists?|cardiologists?|hepatologists?|allergologists?|allergists?|oncologists?|psychiatrists?|surgeons?|pharmacists?|pharmacologists?|nurses?|investigators?|reporters?|authors?|clinicians?|team|patient|mother|father|parents|wife|husband)";
    private static final String JUDGED = "(?:suspect(?:s|ed)?|belie(?:ves?|ved)|thinks?|thought|considers?|considered|attribut(?:es?|ed)|concluded?|concludes|assess(?:es|ed)|judged|blam(?:es?|ed))";
    private static final Pattern BY = Pattern.compile("\\b(?:(?<by>" + PERSON + "|we|I|he|she) (?:had |has |have |then |therefore |also |first )?" + JUDGED + "|in (?<view>our|my|his|her|" + PERSON + "(?:'s|\u2019s|'|\u2019)) (?:opinion|view|judge?ment|assessment)|" + JUDGED + " (?:(?:(?! and | but |,)[^.;]){0,60} )?by (?<agent>" + PERSON + ")|according to (?<according>" + PERSON + "))\\b", Pattern.CASE_INSENSITIVE);
    private static final int MOST_QUOTES = 4;
    private static final int FEWEST_SENTENCES_BESIDE = 8;

    private Blame() {
    }

    /// @param pairs of one reaction
    /// @return the drugs by name, with the sentences that lay the reaction to them
    static Fact of(List<Pair> pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Pair pair : pairs) names.merge(pair.drug().key(), pair.drug().term().kind() == Term.Kind.MODEL ? pair.drug().key() : pair.drug().term().text(), (first, _) -> first);
        List<Quote> quotes = pairs.stream().flatMap(pair -> Stream.of(pair.drug().sentence(), pair.reaction().sentence())).distinct().limit(MOST_QUOTES).map(Sentence::quote).toList();
        Set<String> ways = new TreeSet<>();
        pairs.forEach(pair -> ways.addAll(pair.ways()));
        return new Fact(String.join(", ", names.values()), null, quotes, List.copyOf(ways), null, pairs.stream().anyMatch(pair -> pair.strength() == Strength.STATED), List.of());
    }

    /// Who blames (E2B(R3) G.k.9.i.2.r.1, the source of the assessment), as a sentence says it that names drug and reaction; empty where none does.
    static Optional<Fact> by(List<Pair> pairs) {
        for (Sentence sentence : pairs.stream().map(pair -> pair.reaction().sentence()).distinct().filter(sentence -> pairs.stream().anyMatch(pair -> pair.drug().sentence() == sentence)).toList()) {
            Matcher matcher = BY.matcher(sentence.text());
            if (!matcher.find()) continue;
            String who = Stream.of("by", "view", "agent", "according").map(matcher::group).filter(Objects::nonNull).findFirst().orElseThrow();
            return Optional.of(Fact.of(who, null, sentence.quote(matcher.start(), matcher.end()), "pattern", false));
        }
        return Optional.empty();
    }

    /// "The interaction between warfarin and miconazole", "levels pushed up by ciprofloxacin": what the patient took besides the suspect is suspected with it.
    static void interactingWith(Mentions mentions, Map<String, List<Pair>> byDrug) {
        for (Sentence sentence : mentions.text().sentences()) {
            if (sentence.section() == Section.REFERENCES || !TOGETHER.matcher(sentence.text()).find()) continue;
            List<DrugMention> named = mentions.drugsIn(sentence).stream().filter(drug -> !drug.isDenied() && drug.term().kind() != Term.Kind.CLASS).toList();
            List<Pair> pairs = named.stream().map(drug -> byDrug.getOrDefault(drug.key(), List.of())).filter(of -> !of.isEmpty()).findFirst().orElse(List.of());
            for (DrugMention other : named) {
                boolean taken = mentions.drugs().stream().anyMatch(mention -> mention.key().equals(other.key()) && mention.sentence() != sentence && mention.sentence().section().tellsOfPatient() && !mention.isDenied() && !mention.isPast());
                if (!pairs.isEmpty() && taken) byDrug.putIfAbsent(other.key(), new ArrayList<>(pairs.stream().map(pair -> new Pair(other, pair.reaction(), pair.strength(), pair.ways(), pair.blame())).toList()));
            }
        }
    }

    /// E2B(R3) G.k.1, code 3: a sentence tells of an interaction and names the drug with another that is blamed.
    static Optional<Fact> interacting(Mentions mentions, String key, Set<String> suspects) {
        if (suspects.size() < 2) return Optional.empty();
        for (Sentence sentence : mentions.text().sentences()) {
            Matcher matcher = INTERACTION.matcher(sentence.text());
            Set<String> named = new TreeSet<>(mentions.drugsIn(sentence).stream().map(DrugMention::key).filter(suspects::contains).toList());
            if (sentence.section() != Section.REFERENCES && named.contains(key) && named.size() > 1 && matcher.find()) return Optional.of(Fact.of("interacting", "3", sentence.quote(matcher.start(), matcher.end()), "pattern", false));
        }
        return Optional.empty();
    }

    /// "steroid-induced diabetes" in a report about something else: told in passing, once.
    static boolean isAside(Mentions mentions, List<Pair> pairs) {
        List<Sentence> told = pairs.stream().map(pair -> pair.reaction().sentence()).distinct().toList();
        if (told.size() != 1 || mentions.text().ofPatient().size() < FEWEST_SENTENCES_BESIDE) return false;
        Sentence only = told.getFirst();
        boolean compound = pairs.stream().allMatch(pair -> pair.drug().sentence() == only && INDUCED_BEHIND.matcher(only.text()).region(pair.drug().term().end(), only.text().length()).lookingAt());
        Set<String> reactions = new TreeSet<>(pairs.stream().map(pair -> mentions.keyOf(pair.reaction())).toList());
        return compound && mentions.reactions().stream().noneMatch(mention -> mention.sentence() != only && reactions.contains(mentions.keyOf(mention)));
    }
}
