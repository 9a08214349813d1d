package casewright.reading;

import casewright.reading.text.FormField;
import casewright.reading.text.FormKey;
import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The outcome of a reaction (E2B(R3) E.i.7) and the action taken with a drug (G.k.8), where the source says that they are not known. The two have codes of
/// their own for it, 0 = unknown, and 9 = not applicable for the action, in place of a null flavour. Read last: whatever the source tells goes before it.
final class CodedUnknown {

    private static final String KNOWN_NOT = "(?:unknown|not known|un(?:available|determined|reported)|not (?:been )?(?:reported|provided|stated|specified|available|given))";
    private static final Pattern WHOLE_ANSWER = pattern(KNOWN_NOT);
    private static final String FALSE_FRIEND = "(?<!(?:date|day|time) of )(?<!(?:date|day|time) of the )(?<!term )";
    private static final String OF_WHAT = "(?: (?:of|for|with|from|to) (?<of>(?:(?!\\b(?:was|were|is|are|had|has|have|which|that|who|and (?:he|she|it|the))\\b)[^.;:]){3,90}?))?(?: in response to the (?:event|reaction)s?)?";
    private static final String IS = "(?:,? (?:(?:was|were|is|are|has|have|had|remain(?:s|ed)?) )?(?:also |both |still |currently )?|: ?)";
    /// "It is unknown whether", "The reporter did not know if", "... whether he recovered is not known".
    private static final String NOT_SAID_WHETHER = "\\b(?:unknown|not (?:known|reported|stated)|un(?:clear|certain)|(?:did|does|do|could|can)(?: ?not|n['\u2019]t) (?:know|say|tell|recall)|unable to (?:say|tell))(?: (?:to|by) the reporter)? (?:whether|if|what)\\b(?<of>(?:(?!\\bwhen\\b)[^.;]){0,80}?)";
    private static final Pattern OUTCOME = pattern(FALSE_FRIEND + "\\boutcomes?" + OF_WHAT + IS + KNOWN_NOT + "\\b|\\bunknown outcome\\b");
    private static final Pattern WHETHER_RECOVERED = pattern(NOT_SAID_WHETHER + " (?:(?:has|had|have|was|were|is|are|fully|completely|ever) )*(?:recover(?:ed|ing)|resolv(?:ed|ing)|subsided|abated|disappeared|improved|better)\\b");
    private static final Pattern ACTION = pattern("\\bactions? (?:that was )?taken" + OF_WHAT + IS + "(?:" + KNOWN_NOT + "|not applicable|n/a)\\b");
    private static final Pattern WHETHER_STOPPED = pattern(NOT_SAID_WHETHER + "(?: action (?:was|had been) taken\\b|(?:(?:was|were|is|are|has|had|been|still) )+(?:stopped|discontinued|withdrawn|interrupted|continued|reduced|changed|taken|taking)\\b)");
    /// What an outcome or an action is told of without the name of a reaction or a drug.
    private static final Pattern GENERAL = pattern("(?:(?:the|this|these|his|her|their|all|suspect(?:ed)?|adverse|reported|serious|study) )*(?:events?|reactions?|symptoms?|side effects?|patient|patient's|illness|case|drugs?|products?|medicinal products?|medications?|medicines?|vaccines?|therapy|treatment|he|she|it|they|was|what)(?: .*)?");
    private static final Pattern REST = pattern("(?:\\b(?:currently|still|at (?:the )?(?:time|moment)(?: of (?:this |the )?(?:report(?:ing)?|last contact))?)\\b[ ,]*)");

    private final Mentions mentions;

    private CodedUnknown(Mentions mentions) {
        this.mentions = mentions;
    }

    static PatientFacts completed(PatientFacts facts, Mentions mentions) {
        CodedUnknown unknown = new CodedUnknown(mentions);
        List<ReactionFacts> reactions = facts.reactions().stream().map(reaction -> reaction.details().containsKey("outcome") ? reaction : unknown.outcome(reaction).map(fact -> reaction.with("outcome", fact)).orElse(reaction)).toList();
        List<DrugFacts> suspects = facts.suspects().stream().map(drug -> drug.details().containsKey("actionTaken") ? drug : unknown.action(drug).map(fact -> withAction(drug, fact)).orElse(drug)).toList();
        return facts.with(suspects, reactions);
    }

    /// CIOMS I box 20: where no action applies, no dechallenge does.
    private static DrugFacts withAction(DrugFacts drug, Fact action) {
        DrugFacts completed = drug.with("actionTaken", action);
        return "9".equals(action.code()) && !drug.details().containsKey("dechallenge") ? completed.with("dechallenge", new Fact("not applicable", "3", action.quotes(), List.of("rule"), null, false, List.of())) : completed;
    }

    private Optional<Fact> outcome(ReactionFacts reaction) {
        return boxes(FormKey.OUTCOME).stream().filter(box -> reasonOf(box).filter(reason -> reason != NullFlavor.NA).isPresent()).findFirst().map(box -> unknown(box.keyQuote(), "form"))
                .or(() -> told(OUTCOME, this::reactionsIn, reaction.names())).or(() -> told(WHETHER_RECOVERED, this::reactionsIn, reaction.names()));
    }

    private Optional<Fact> action(DrugFacts drug) {
        // "Dechallenge: unknown" is asked for in another field
        return boxes(FormKey.ACTION).stream().filter(box -> box.has("action") && reasonOf(box).isPresent()).findFirst()
                .map(box -> reasonOf(box).filter(reason -> reason == NullFlavor.NA).isPresent() ? notApplicable(box.keyQuote(), "form") : unknown(box.keyQuote(), "form"))
                .or(() -> told(ACTION, this::drugsIn, drug.names())).or(() -> told(WHETHER_STOPPED, this::drugsIn, drug.names()));
    }

    private List<FormField> boxes(FormKey key) {
        return mentions.text().fields().stream().filter(field -> FormKey.of(field) == key).toList();
    }

    /// Why the box holds no answer; a privacy that is kept says nothing of what is known.
    private static Optional<NullFlavor> reasonOf(FormField box) {
        String plain = REST.matcher(box.shown()).replaceAll("").strip();
        Optional<NullFlavor> reason = NullFlavor.ofAnswer(plain).filter(found -> found != NullFlavor.MSK);
        return reason.isEmpty() && WHOLE_ANSWER.matcher(plain).matches() ? Optional.of(NullFlavor.UNK) : reason;
    }

    private interface Named {
        List<Name> in(Sentence sentence);
    }

    private record Name(int start, int end, List<String> names) {
    }

    private List<Name> reactionsIn(Sentence sentence) {
        return mentions.reactionsIn(sentence).stream().filter(mention -> !mention.isAnaphor()).map(mention -> new Name(mention.term().start(), mention.term().end(), List.of(mention.term().text(), mentions.keyOf(mention)))).toList();
    }

    private List<Name> drugsIn(Sentence sentence) {
        return mentions.drugsIn(sentence).stream().map(mention -> new Name(mention.term().start(), mention.term().end(), List.of(mention.term().text(), mention.key()))).toList();
    }

    /// Said of this one by its name, or of all by no name.
    private Optional<Fact> told(Pattern saying, Named named, List<String> names) {
        for (Sentence sentence : mentions.text().ofPatient()) {
            if (sentence.section() == Section.CAPTION || sentence.section() == Section.FORM) continue;
            Matcher matcher = saying.matcher(sentence.text());
            while (matcher.find()) {
                if (!isOf(named.in(sentence), matcher, names)) continue;
                Quote quote = sentence.quote(matcher.start(), matcher.end());
                return Optional.of(matcher.group().matches("(?is).*(?:not applicable|n/a)") ? notApplicable(quote, "pattern") : unknown(quote, "pattern"));
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(List<Name> named, Matcher said, List<String> names) {
        List<Name> within = named.stream().filter(name -> name.start() < said.end() && name.end() > said.start()).toList();
        if (!within.isEmpty()) return within.stream().anyMatch(name -> isOne(name, names));
        // "rash (outcome unknown)"
        Optional<Name> beside = named.stream().filter(name -> name.end() <= said.start() && said.start() - name.end() <= 3).findFirst();
        if (beside.isPresent()) return isOne(beside.get(), names);
        String of = said.group("of");
        return of == null || of.isBlank() || GENERAL.matcher(of.strip()).matches();
    }

    private static boolean isOne(Name name, List<String> names) {
        return name.names().stream().anyMatch(one -> names.stream().anyMatch(one::equalsIgnoreCase));
    }

    private static Fact unknown(Quote quote, String way) {
        return Fact.of("unknown", "0", quote, way, true);
    }

    private static Fact notApplicable(Quote quote, String way) {
        return Fact.of("not applicable", "9", quote, way, true);
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
