package casewright.reading;

import casewright.llm.ModelCall;
import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where no pattern finds when a reaction began, how it ended or what was done with the drug ("his palate crept back over the summer"), the model says where the
/// text tells it. Its words must stand in the text, at a place where they can mean it; what it concludes from them is shown as not sure.
final class UntoldCourse {

    private static final int MOST_ASKED = 3;
    private static final int SENTENCES_TO_DIAGNOSIS = 4;
    private static final int LAST_SENTENCES = 3;
    /// A time of day, dose, cycle, or since when.
    private static final Pattern TIME = Pattern.compile("^(?:(?:about|around|approximately|some|within|after|since|on|by|in|at|from|over|during|shortly|the|almost|nearly|only|just|through|throughout|for|until|early|late|a few|several|an?|\\d+|\\w+(?:-\\w+)?) )*?(?:since|after|within|later|following|day|days|weeks?|months?|years?|hours?|minutes?|cycle|dose|infusion|injection|morning|evening|night|afternoon|autumn|spring|summer|winter|(?:january|february|march|april|june|july|august|september|october|november|december))\\b|\\b\\d{1,2}[./]\\d{1,2}", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIED = Pattern.compile("\\b(?:died|death|dead|fatal|succumb\\w*|expired|passed away|deceased|could not be (?:saved|resuscitated)|lost)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern STAYS = OutcomeWords.pattern(OutcomeWords.STAYING + "|unaltered|as it was|plateau\\w*|lifelong|for life|for good|no better|ongoing|still|continu\\w+|limp\\w*|worse\\w*");
    private static final Pattern EASES = OutcomeWords.pattern(OutcomeWords.EASING + "|less|better|fewer|not yet|although|though|almost|nearly|partly");
    private static final Pattern TRACES = OutcomeWords.pattern(OutcomeWords.LEAVING_TRACES + "|scars?|scarring");
    private static final Pattern STOPPED = Pattern.compile("\\b(?:" + StopWords.STOPPED + "|" + StopWords.REPLACED + "|on hold|discarded|forbidden|off)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REDUCED = Pattern.compile("\\b" + StopWords.REDUCED + "\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_DOSE = Pattern.compile(" (?:at|of|with) (?:[\\w-]+ )?\\d[\\d.,]* ?(?:mg|g|mcg|units?).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_BEGIN = Pattern.compile("\\b(?:before|prior|with an interval|planned|mg|daily)\\b", Pattern.CASE_INSENSITIVE);
    /// Of so many reactions each but the first must be named where its course is told.
    private static final int SEVERAL = 3;

    private final Mentions mentions;
    private final ModelReader model;
    private final List<ModelCall> calls;
    private final List<Sentence> own;

    UntoldCourse(Mentions mentions, ModelReader model, List<ModelCall> calls) {
        this.mentions = mentions;
        this.model = model;
        this.calls = calls;
        this.own = mentions.text().ofPatient().stream().filter(sentence -> sentence.section() != Section.CAPTION).toList();
    }

    PatientFacts completed(PatientFacts facts) {
        List<ReactionFacts> reactions = new ArrayList<>();
        List<DrugFacts> suspects = new ArrayList<>(facts.suspects());
        int asked = 0;
        for (ReactionFacts reaction : facts.reactions()) {
            boolean whole = reaction.details().containsKey("onset") && reaction.details().containsKey("outcome");
            if (whole || suspects.isEmpty() || asked++ >= MOST_ASKED) {
                reactions.add(reaction);
                continue;
            }
            ModelReader.CourseOfHarm said = model.course(text(reaction, facts), suspects.getFirst().name().value(), reaction.term().value(), calls);
            ReactionFacts more = completed(reaction, said, facts.reactions().size() >= SEVERAL && !reactions.isEmpty());
            reactions.add(more);
            suspects.replaceAll(drug -> completed(drug, more, said));
        }
        return facts.with(suspects, reactions);
    }

    private ReactionFacts completed(ReactionFacts reaction, ModelReader.CourseOfHarm said, boolean several) {
        ReactionFacts more = reaction;
        String began = beginOf(said.began());
        if (!more.details().containsKey("onset") && TIME.matcher(began).find() && !NO_BEGIN.matcher(began).find()) {
            Optional<Quote> quote = quoteOf(began).filter(words -> several ? isNamedIn(reaction, words) : isBesideTerm(reaction, words));
            if (quote.isPresent()) more = more.with("onset", unsure(began, Dates.iso(began).orElse(null), quote.get()));
        }
        if (more.details().containsKey("outcome")) return more;
        Optional<Quote> end = quoteOf(said.ended()).filter(quote -> indexOf(quote) >= indexOf(reaction.term().quotes().getFirst()) && (!several || isNamedIn(reaction, quote)));
        String outcome = outcome(said);
        boolean onlyName = reaction.names().stream().anyMatch(name -> name.contains(said.ended()) || said.ended().equalsIgnoreCase(name));
        if (end.isEmpty() || outcome.isEmpty() || onlyName) return more;
        return more.with("outcome", unsure(outcome, codeOf(outcome), end.get()));
    }

    /// "From the first week of treatment at 500 mg", "both ankles ballooned during April": the time alone.
    private static String beginOf(String words) {
        String time = OF_DOSE.matcher(words).replaceFirst("").strip();
        Matcher dated = Dates.ANY.matcher(time);
        return !TIME.matcher(time).find() && dated.find() ? dated.group() : time;
    }

    /// What the quoted words themselves say goes before what the model concludes.
    private static String outcome(ModelReader.CourseOfHarm said) {
        if (DIED.matcher(said.ended()).find()) return "fatal";
        if (TRACES.matcher(said.ended()).find()) return "recovered with sequelae";
        if (STAYS.matcher(said.ended()).find()) return "not recovered";
        return switch (said.outcome()) {
            case "recovered" -> EASES.matcher(said.ended()).find() ? "recovering" : "recovered";
            case "recovering" -> said.outcome();
            default -> "";
        };
    }

    private boolean isNamedIn(ReactionFacts reaction, Quote quote) {
        return own.stream().filter(sentence -> sentence.holds(quote)).anyMatch(sentence -> reaction.names().stream().anyMatch(name -> sentence.text().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))));
    }

    /// In a sentence that names the reaction, or next to one, or shortly before its diagnosis where something befell.
    private boolean isBesideTerm(ReactionFacts reaction, Quote quote) {
        int at = indexOf(quote);
        int term = indexOf(reaction.term().quotes().getFirst());
        if (at < term && at >= term - SENTENCES_TO_DIAGNOSIS && own.stream().anyMatch(sentence -> sentence.index() == at && mentions.reactionsIn(sentence).stream().anyMatch(sign -> sign.said() == ReactionMention.Said.AFFIRMED))) return true;
        return own.stream().filter(sentence -> Math.abs(sentence.index() - at) <= 1).anyMatch(sentence -> reaction.term().quotes().stream().anyMatch(sentence::holds) || reaction.names().stream().anyMatch(name -> sentence.text().contains(name)));
    }

    private static String codeOf(String outcome) {
        return switch (outcome) {
            case "recovered" -> "1";
            case "recovering" -> "2";
            case "not recovered" -> "3";
            case "recovered with sequelae" -> "4";
            default -> "5";
        };
    }

    private DrugFacts completed(DrugFacts drug, ReactionFacts reaction, ModelReader.CourseOfHarm said) {
        DrugFacts more = drug;
        Optional<Quote> quote = quoteOf(said.action());
        if (!more.details().containsKey("actionTaken") && quote.isPresent()) {
            if (STOPPED.matcher(said.action()).find()) more = more.with("actionTaken", unsure("withdrawn", "1", quote.get()));
            else if (REDUCED.matcher(said.action()).find()) more = more.with("actionTaken", unsure("dose reduced", "2", quote.get()));
        }
        Fact action = more.details().get("actionTaken");
        Fact outcome = reaction.details().get("outcome");
        if (action == null || outcome == null || more.details().containsKey("dechallenge") || !Set.of("withdrawn", "dose reduced").contains(action.value()) || !Set.of("recovered", "recovering", "not recovered").contains(outcome.value())) return more;
        if (indexOf(outcome.quotes().getLast()) <= indexOf(action.quotes().getLast())) return more;
        boolean better = !outcome.value().equals("not recovered");
        return more.with("dechallenge", new Fact(better ? "positive" : "negative", better ? "1" : "2", List.of(action.quotes().getLast(), outcome.quotes().getLast()), List.of("rule"), null, false, List.of()));
    }

    /// The sentences that name the drug or the reaction, that tell of a stop or an end, and the last ones, in order, as many as one question holds.
    private String text(ReactionFacts reaction, PatientFacts facts) {
        Set<Integer> chosen = new TreeSet<>();
        Set<String> drugs = new TreeSet<>();
        facts.suspects().forEach(drug -> drug.names().forEach(name -> drugs.add(name.toLowerCase(Locale.ROOT))));
        int term = indexOf(reaction.term().quotes().getFirst());
        List<Sentence> ranked = new ArrayList<>();
        own.stream().filter(sentence -> sentence.index() == term).forEach(ranked::add);
        own.stream().filter(sentence -> reaction.names().stream().anyMatch(name -> sentence.text().contains(name))).forEach(ranked::add);
        own.stream().filter(sentence -> mentions.drugsIn(sentence).stream().anyMatch(drug -> drugs.contains(drug.term().text().toLowerCase(Locale.ROOT)))).forEach(ranked::add);
        own.stream().skip(Math.max(0, own.size() - LAST_SENTENCES)).forEach(ranked::add);
        own.stream().filter(sentence -> sentence.index() > term).forEach(ranked::add);
        ranked.addAll(own);
        int length = 0;
        for (Sentence sentence : ranked) {
            if (chosen.contains(sentence.index()) || length + sentence.text().length() + 1 > ModelReader.LONGEST_TEXT_CHARS) continue;
            chosen.add(sentence.index());
            length += sentence.text().length() + 1;
        }
        return String.join(" ", own.stream().filter(sentence -> chosen.contains(sentence.index())).map(Sentence::text).toList());
    }

    private Optional<Quote> quoteOf(String words) {
        if (words.length() < 2) return Optional.empty();
        for (Sentence sentence : own) {
            int at = sentence.text().indexOf(words);
            if (at >= 0) return Optional.of(sentence.quote(at, at + words.length()));
        }
        return Optional.empty();
    }

    private int indexOf(Quote quote) {
        return own.stream().filter(sentence -> sentence.holds(quote)).mapToInt(Sentence::index).findFirst().orElse(0);
    }

    private static Fact unsure(String value, @Nullable String code, Quote quote) {
        return Fact.of(value, code, quote, "model", false);
    }
}
