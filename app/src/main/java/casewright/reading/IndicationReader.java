package casewright.reading;

import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.UsualIndications;
import casewright.reading.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a drug was given for: said beside it, told as a purpose or reason, or the condition told last before it was started.
final class IndicationReader {

    private static final Pattern PURPOSE = Pattern.compile("\\bto (?:prevent|treat|control|manage|relieve|reduce|suppress|inhibit|adapt to|facilitate|induce|maintain|lower|alleviate|avoid) [^,.;()]{3,50}", Pattern.CASE_INSENSITIVE);
    private static final Pattern REASON = Pattern.compile("\\bfor (?:the )?(?:(?:treating|managing|controlling|preventing) |(?:treatment|management|prophylaxis|prevention|control) of )?(?!\\d|(?:past|last|previous|first|next|following|same|entire|whole)\\b|the (?:past|last|first|next|following|same)|more|less|at least|about|approximately|several|many|a (?:few|week|month|year|day|total)|an? hour|one|two|three|four|five|six|seven|eight|nine|ten|\\w+ (?:days|weeks|months|years|hours)|further|evaluation|which|an? (?:very |quite )?(?:long|short|brief|prolonged)|his|her|this|that|example|whom|years|months|weeks|days|long|(?:an? |some )?(?:unknown|unspecified|unclear)\\b)(?<r>[a-z][^,.;()]{4,60}?)(?= (?:by|with|at|on|in|and|from|after|since|for|was|were|which|because|as)\\b|,|\\.|;| \\(|$)", Pattern.CASE_INSENSITIVE);
    /// "who took amiodarone was seen for weight loss"
    private static final Pattern SEEN_FOR = Pattern.compile("\\b(?:seen|admitted|referred|evaluated|hospitali[sz]ed|operated|presented|visited|came|consulted|investigated)\\b", Pattern.CASE_INSENSITIVE);
    /// "was treated with propylthiouracil for five years because of Graves' disease"
    private static final Pattern BECAUSE_OF = Pattern.compile("[^.;,]{0,50} (?:because of|due to|owing to|on account of) (?:an? |his |her |the )?(?:[\\w-]+ ){0,2}", Pattern.CASE_INSENSITIVE);
    private static final Pattern GIVEN = Pattern.compile("\\b(?:treated|given|receiv\\w+|started|prescribed|taking|took|used|administered)\\b[^.;]{0,40}$", Pattern.CASE_INSENSITIVE);
    /// "as tocolysis", "for seizure prophylaxis": what it was to do.
    private static final Pattern AS_PURPOSE = Pattern.compile("\\b(?:as|for) (?:an? |the )?(?<r>(?:[\\w-]+ ){0,3}(?:prophylaxis|tocolysis|sedation|premedication|an(?:a)?esthesia|analgesia|anticoagulation|contraception|thromboprophylaxis|immunosuppression|prevention|induction|maintenance|pain relief))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROPHYLAXIS_BEHIND = Pattern.compile(" (?:prophylaxis|prevention)\\b", Pattern.CASE_INSENSITIVE);
    private static final List<String> AGAINST_CANCER = List.of("chemotherapy", "checkpoint inhibitor", "tyrosine kinase inhibitor");
    private static final Pattern CANCER = Pattern.compile("(?:carcinoma|cancer|melanoma|lymphoma|leuk(?:a)?emia|sarcoma|myeloma|blastoma|NHL)\\b", Pattern.CASE_INSENSITIVE);
    private static final int SENTENCES_BACK = 3;

    private final Mentions mentions;
    private final Set<String> reactionKeys;

    /// @param reactionKeys what is drafted as a reaction is no indication
    IndicationReader(Mentions mentions, Set<String> reactionKeys) {
        this.mentions = mentions;
        this.reactionKeys = Set.copyOf(reactionKeys);
    }

    /// @param own every mention of the drug that tells of the patient
    Optional<Fact> read(List<DrugMention> own) {
        if (own.stream().anyMatch(drug -> FormReader.VACCINE.matcher(drug.term().text() + drug.term().preferred()).find())) return first(own, this::indication);
        return first(own, this::indication).or(() -> first(own, this::conditionBefore).filter(condition -> UsualIndications.isUsual(own.getFirst().key(), condition.value()))).or(() -> cancer(own)).or(() -> usual(own)).or(() -> first(own, this::conditionBefore));
    }

    private static Optional<Fact> first(List<DrugMention> own, Function<DrugMention, Optional<Fact>> reading) {
        return own.stream().map(reading).flatMap(Optional::stream).findFirst();
    }

    /// What it is said to be given for.
    private Optional<Fact> indication(DrugMention mention) {
        Sentence sentence = mention.sentence();
        for (ReactionMention disorder : mentions.reactionsIn(sentence)) {
            if (reactionKeys.contains(mentions.keyOf(disorder))) continue;
            if (disorder.term().start() < mention.term().end()) continue;
            String between = sentence.text().substring(mention.term().end(), disorder.term().start());
            boolean reason = disorder.said() == Said.AFFIRMED && BECAUSE_OF.matcher(between).matches() && GIVEN.matcher(text(sentence, mention)).find() && !DrugDetailReader.STOPPED.matcher(between).find() && !SEEN_FOR.matcher(between).find();
            if (disorder.said() != Said.TREATED && !reason) continue;
            if (between.length() > 110 || between.contains(";")) continue;
            Matcher prophylaxis = PROPHYLAXIS_BEHIND.matcher(sentence.text()).region(disorder.term().end(), sentence.text().length());
            Quote named = prophylaxis.lookingAt() ? sentence.quote(disorder.term().start(), prophylaxis.end()) : disorder.quote();
            return Optional.of(Fact.of(named.text(), null, named, "dictionary", between.length() < 50));
        }
        for (ReactionMention disorder : mentions.reactionsIn(sentence)) {
            if (disorder.term().end() > mention.term().start()) continue;
            String between = sentence.text().substring(disorder.term().end(), mention.term().start());
            if (between.length() < 60 && between.matches("(?is).*\\b(?:was |were |is |been |being )?(?:initially )?(?:treated|managed|controlled|on treatment) (?:\\w+ )?(?:with|by)\\b.*|(?:,? (?:who|which) (?:was|is|were|had been))? (?:on|with|taking|receiving|under) (?:an? )?(?:(?:stable|low|high|daily|weekly|oral|regular|chronic|long-term)[- ]?){0,3}(?:dose )?(?:of )?")
                    && (disorder.said() == Said.TREATED || disorder.said() == Said.HISTORY || !between.startsWith(" with") || text(sentence, disorder).matches("(?is).*\\btreated for (?:\\w+ ){0,2}$"))) {
                return Optional.of(Fact.of(disorder.term().text(), null, disorder.quote(), "dictionary", false));
            }
        }
        return purpose(mention).or(() -> asPurpose(mention)).or(() -> reason(mention));
    }

    private static String text(Sentence sentence, DrugMention before) {
        return sentence.text().substring(0, before.term().start());
    }

    private static String text(Sentence sentence, ReactionMention before) {
        return sentence.text().substring(0, before.term().start());
    }

    private static Optional<Fact> asPurpose(DrugMention mention) {
        String text = mention.sentence().text();
        Matcher matcher = AS_PURPOSE.matcher(text).region(mention.term().end(), Math.min(text.length(), mention.term().end() + 80));
        return matcher.find() ? Optional.of(Fact.of(matcher.group("r"), null, mention.sentence().quote(matcher.start("r"), matcher.end("r")), "pattern", false)) : Optional.empty();
    }

    /// "... to prevent seizures": a purpose told with a verb.
    private static Optional<Fact> purpose(DrugMention mention) {
        String text = mention.sentence().text();
        Matcher matcher = PURPOSE.matcher(text);
        if (!matcher.find(mention.term().end()) || matcher.start() - mention.term().end() > 90 || DrugDetailReader.STOPPED.matcher(text.substring(mention.term().end(), matcher.start())).find()) return Optional.empty();
        return Optional.of(Fact.of(matcher.group().strip(), null, mention.sentence().quote(matcher.start(), matcher.end()), "pattern", false));
    }

    /// "... for inadequate serum uric acid control by ...": whatever it was given for.
    private static Optional<Fact> reason(DrugMention mention) {
        String text = mention.sentence().text();
        Matcher matcher = REASON.matcher(text);
        if (!matcher.find(mention.term().end()) || matcher.start() - mention.term().end() > 70 || !DrugDetailReader.STARTED.matcher(text).find() || SEEN_FOR.matcher(text.substring(mention.term().end(), matcher.start())).find() || DrugDetailReader.STOPPED.matcher(text.substring(mention.term().end(), matcher.start())).find()) return Optional.empty();
        return Optional.of(Fact.of(withoutTail(matcher.group("r").strip()), null, mention.sentence().quote(matcher.start("r"), matcher.start("r") + withoutTail(matcher.group("r").stripTrailing()).length()), "pattern", false));
    }

    /// "meningitis caused by ...": what is left of it before the "by".
    private static String withoutTail(String reason) {
        return reason.replaceFirst(" (?:caused|due|secondary|related|induced)$", "");
    }

    /// The condition told last before the drug is started, in the same sentence or in one of the three before it: "hypertension since his 30s. Amlodipine
    /// was begun". Complaints are no conditions.
    private Optional<Fact> conditionBefore(DrugMention mention) {
        String text = mention.sentence().text();
        if (!DrugDetailReader.STARTED.matcher(text).find() && !text.matches("(?is).*\\b(?:therapy|treatment) with\\b.*")) return Optional.empty();
        List<Sentence> told = mentions.text().sentences();
        for (int i = mention.sentence().index(); i >= Math.max(0, mention.sentence().index() - SENTENCES_BACK); i--) {
            Sentence sentence = told.get(i);
            if (sentence.section() != mention.sentence().section()) break;
            int end = i == mention.sentence().index() ? mention.term().start() : Integer.MAX_VALUE;
            List<ReactionMention> earlier = mentions.reactionsIn(sentence).stream().filter(disorder -> disorder.term().end() <= end && isCondition(disorder) && !isTreatedOtherwise(disorder, mention)).toList();
            if (!earlier.isEmpty()) return Optional.of(Fact.of(earlier.getLast().term().text(), null, earlier.getLast().quote(), "rule", false));
        }
        return Optional.empty();
    }

    /// Of the patient's conditions the one that such a drug is usually given for, told last before the drug or with it.
    private Optional<Fact> usual(List<DrugMention> own) {
        if (own.isEmpty()) return Optional.empty();
        DrugMention first = own.getFirst();
        return mentions.reactions().stream().filter(disorder -> disorder.sentence().index() <= first.sentence().index() && disorder.sentence().section().tellsOfPatient() && isPatients(disorder) && !reactionKeys.contains(mentions.keyOf(disorder)))
                .filter(disorder -> UsualIndications.isUsual(first.key(), disorder.term().text()) || UsualIndications.isUsual(first.key(), mentions.keyOf(disorder)))
                .reduce((_, later) -> later).map(disorder -> Fact.of(disorder.term().text(), null, disorder.quote(), "dictionary", false));
    }

    /// A drug against cancer is given for the one that the text tells last before it.
    private Optional<Fact> cancer(List<DrugMention> own) {
        for (DrugMention mention : own) {
            if (AGAINST_CANCER.stream().noneMatch(family -> mentions.vocabulary().drugs().belongs(mention.key(), family))) continue;
            Optional<ReactionMention> last = mentions.reactions().stream().filter(disorder -> disorder.sentence().index() <= mention.sentence().index() && disorder.sentence().section().tellsOfPatient())
                    .filter(disorder -> CANCER.matcher(disorder.term().text()).find() && !reactionKeys.contains(mentions.keyOf(disorder)) && isPatients(disorder)).reduce((_, later) -> later);
            if (last.isPresent()) return last.map(disorder -> Fact.of(disorder.term().text(), null, disorder.quote(), "rule", false));
        }
        return Optional.empty();
    }

    private static boolean isPatients(ReactionMention disorder) {
        return switch (disorder.said()) {
            case AFFIRMED, HISTORY, TREATED -> true;
            case DENIED, DOUBTED, FAMILY -> false;
        };
    }

    /// "hypertension, controlled with enalapril": the condition of that drug, not of this one.
    private boolean isTreatedOtherwise(ReactionMention disorder, DrugMention mention) {
        return disorder.sentence() != mention.sentence() && mentions.drugsIn(disorder.sentence()).stream().anyMatch(drug -> (drug.term().start() > disorder.term().end() || disorder.said() == Said.TREATED) && !drug.key().equals(mention.key()));
    }

    private boolean isCondition(ReactionMention disorder) {
        if (mentions.vocabulary().reactions().isSymptom(disorder.term().text()) || reactionKeys.stream().anyMatch(key -> key.equals(mentions.keyOf(disorder)) || mentions.vocabulary().reactions().isSignOf(mentions.keyOf(disorder), key))) return false;
        String behind = disorder.sentence().text().substring(disorder.term().end());
        return behind.matches("(?is)^(?: \\([^)]*\\))? (?:was|were|is|has been) (?:\\w+ ){0,2}(?:treated|managed|controlled|diagnosed|confirmed)\\b.*") || disorder.said() == Said.HISTORY || disorder.said() == Said.TREATED
                || disorder.said() == Said.AFFIRMED && disorder.sentence().text().substring(0, disorder.term().start()).matches("(?is).*\\b(?:diagnos\\w+ (?:with|as|of|was|the (?:condition|disease) as)|suffer\\w* from|(?:patient|man|woman|boy|girl|male|female|child|infant)(?: \\([^)]*\\))? (?:with|had)|revealed|confirmed|positive for|diagnosed as having) (?:[\\w-]+ ){0,4}");
    }
}
