package casewright.reading;

import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Drugs that were suspected first and that the same text later clears: "amoxicillin was exonerated", "hepatitis E was found to be the cause". A report whose
/// source excludes the causal relationship is no valid one (GVP VI.B.2). What the text blames after that counts again.
final class Cleared {

    private static final int LONGEST_WAY = 200;
    private static final String ADVERB = "(?:(?:later|then|finally|eventually|ultimately|subsequently|therefore|thus|thereby|clearly|retrospectively|definitely|confidently) )?";
    private static final String CAUSE = "(?:cause|culprit|trigger|explanation|a?etiology|causative agent)";
    /// Directly behind the drug.
    private static final Pattern EXONERATED = Pattern.compile("^[^.;,]{0,30}?\\b(?:was|were|is|are|has been|have been|had been|could be) " + ADVERB
            + "(?:exonerated|acquitted|cleared of (?:\\w+ )?(?:blame|suspicion|responsibility)|(?:excluded|ruled out|dismissed|rejected|eliminated) as (?:the |a |an |its |their )?(?:\\w+ )?" + CAUSE
            + "|(?:(?:judged|considered|deemed|thought|felt|found|held|assessed|regarded|classified) (?:to be |as )?)?(?:not (?:to be |causally )?|un)(?:related\\b(?! to (?!the|this|these|his|her|it)\\w)|responsible|(?:the|a) " + CAUSE + "|to blame|implicated))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXCLUDED = Pattern.compile("^[^.;,]{0,60}\\b(?:was|were|has been|had been|could be) (?:\\w+ly )?(?:excluded|ruled out|rejected|dismissed|refuted|disproved)\\b", Pattern.CASE_INSENSITIVE);
    private static final String ROLE = "(?:causal(?:ity| role| relation(?:ship)?| link| association| connection| involvement)|causative role|role|involvement|responsibility|contribution|(?:allergy|hypersensitivity|reaction|intolerance))";
    /// Directly before the drug, with [#EXCLUDED] behind it.
    private static final Pattern ROLE_OF = Pattern.compile("\\b" + ROLE + " (?:of|to|with|by) (?:the )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXCLUDING_ROLE_OF = Pattern.compile("(?<!not )(?<!cannot )\\b(?:excluded|ruled out|refuted|disproved) (?:an? |the |any )?(?:\\w+ ){0,2}" + ROLE + " (?:of|to|with|by) (?:the )?$", Pattern.CASE_INSENSITIVE);
    /// "Skin prick tests to propofol, fentanyl and latex were negative."
    private static final Pattern TESTED = Pattern.compile("\\b(?:skin|prick|intradermal|patch|provocation|challenge|allergy) (?:\\w+ )?test(?:s|ing)?\\b(?:(?!positive)[^.;])*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEGATIVE_TO = Pattern.compile("\\bnegative (?:to|for|with) (?:(?!positive)[^.;])*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEGATIVE = Pattern.compile("(?:(?!positive)[^.;])*?\\b(?:negative|stayed flat)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTHING_TO_DO_WITH = Pattern.compile("\\bnothing to do with (?:the |his |her )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RATHER_THAN = Pattern.compile("\\b(?:caused by|due to|attribut\\w+ to|ascribed to|explained by|" + CAUSE + " was|result of)\\b[^.;]{3,80}\\b(?:rather than|and not|but not|instead of) (?:to |by |from )?(?:the )?$", Pattern.CASE_INSENSITIVE);
    private static final String FOUND = "(?:was|were|turned out|proved|has been|had been) " + ADVERB + "(?:(?:found|shown|established|identified|determined|confirmed|proven|recogni[sz]ed) )?(?:to be |as )?";
    private static final Pattern OTHER_CAUSE = Pattern.compile("\\b(?:actual|true|real|underlying|ultimate) " + CAUSE + " (?:of [^.;,]{3,60} )?" + FOUND + "(?<other>[^.;]{3,80})"
            + "|(?<cause>[^.;,]{3,80}) (?:was|were|turned out|proved) " + ADVERB + "(?:(?:found|shown|established|identified|determined|confirmed|proven|recogni[sz]ed) )?(?:to be|as) the (?:actual |true |real |sole |underlying )?" + CAUSE + "\\b", Pattern.CASE_INSENSITIVE);
    /// One of these stands in every [#OTHER_CAUSE], which is tried at each word.
    private static final Pattern ANY_CAUSE = Pattern.compile("cause|causative|culprit|trigger|explanation|etiology", Pattern.CASE_INSENSITIVE);
    /// "An allergy to amoxicillin was excluded": whatever the reaction was called.
    private static final Pattern ANY_REACTION = Pattern.compile("\\b(?:allerg\\w+|hypersensitivity|reactions?|intolerance)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_A_MEDICINE = Pattern.compile("\\b(?:drugs?|medic\\w+|toxic\\w*|vaccin\\w*|treatment|therapy|unknown|unclear|not|never|no|it|this|these|which|that)\\b", Pattern.CASE_INSENSITIVE);

    /// @param drugs     that are cleared; empty: all that were suspected before
    /// @param reactions of which; empty: of all
    private record Clearing(Sentence sentence, List<String> drugs, List<String> reactions) {

        boolean clears(String drug, @Nullable String reaction) {
            return (drugs.isEmpty() || drugs.contains(drug)) && (reaction == null || reactions.isEmpty() || reactions.contains(reaction));
        }
    }

    private final Mentions mentions;
    private final List<Clearing> clearings = new ArrayList<>();

    Cleared(Mentions mentions) {
        this.mentions = mentions;
        for (Sentence sentence : mentions.text().sentences()) if (sentence.section().tellsOfPatient() || SourceText.pointsAtPatient(sentence)) look(sentence);
    }

    private void look(Sentence sentence) {
        List<String> drugs = mentions.drugsIn(sentence).stream().filter(Cleared::isCleared).map(DrugMention::key).toList();
        boolean otherCause = namesAnotherCause(sentence) || !drugs.isEmpty() && sentence.text().contains("nothing to do with");
        if (drugs.isEmpty() && !otherCause) return;
        List<String> reactions = otherCause ? List.of() : mentions.reactionsIn(sentence).stream().filter(reaction -> !reaction.isAnaphor() && !ANY_REACTION.matcher(reaction.term().text()).find()).map(mentions::keyOf).toList();
        clearings.add(new Clearing(sentence, drugs, reactions));
    }

    private static boolean isCleared(DrugMention drug) {
        String text = drug.sentence().text();
        String before = drug.sentence().before(drug.term().start(), LONGEST_WAY);
        String after = text.substring(drug.term().end(), Math.min(text.length(), drug.term().end() + LONGEST_WAY));
        return EXONERATED.matcher(after).find() || ROLE_OF.matcher(before).find() && EXCLUDED.matcher(after).find() || EXCLUDING_ROLE_OF.matcher(before).find() || RATHER_THAN.matcher(before).find() || NOTHING_TO_DO_WITH.matcher(before).find() || NEGATIVE_TO.matcher(drug.sentence().before(drug.term().start(), 150)).find() || TESTED.matcher(drug.sentence().before(drug.term().start(), 150)).find() && NEGATIVE.matcher(text).region(drug.term().end(), text.length()).lookingAt();
    }

    private boolean namesAnotherCause(Sentence sentence) {
        if (!mentions.drugsIn(sentence).isEmpty() || !ANY_CAUSE.matcher(sentence.text()).find()) return false;
        Matcher found = OTHER_CAUSE.matcher(sentence.text());
        if (!found.find()) return false;
        String cause = found.group("other") != null ? found.group("other") : found.group("cause");
        return !OF_A_MEDICINE.matcher(cause).find();
    }

    /// Takes out what is cleared behind the sentence that blames it.
    ///
    /// @return the sentences that clear; empty where nothing was taken out
    List<Quote> takeOutOf(List<Suspicions.Pair> pairs, List<Suspicions.Blamed> blamedAlone) {
        Set<Quote> deciding = new LinkedHashSet<>();
        for (Clearing clearing : clearings) {
            int at = clearing.sentence().index();
            boolean out = pairs.removeIf(pair -> clearing.clears(pair.drug().key(), mentions.keyOf(pair.reaction())) && pair.drug().sentence().index() <= at && pair.reaction().sentence().index() <= at);
            out |= blamedAlone.removeIf(blamed -> clearing.clears(blamed.drug().key(), null) && blamed.sentence().index() <= at);
            if (out) deciding.add(clearing.sentence().quote());
        }
        return List.copyOf(deciding);
    }
}
