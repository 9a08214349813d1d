package casewright.evidence.listedness;

import casewright.evidence.listedness.CommonWords.Word;
import casewright.evidence.listedness.SoughtReaction.Place;
import casewright.retrieval.Section;
import casewright.retrieval.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A document of reference, ready to be asked for reactions. Safe for many threads.
public final class Listedness {

    /// Headings: EU SmPC 4.8, 21 CFR 201.57(c)(7), company core safety information.
    private static final Pattern UNDESIRABLE_EFFECTS = Pattern.compile(
            "(?:undesirable|adverse|side)[\\s-]+(?:drug\\s+)?(?:effects?|reactions?|events?|experiences?)|post-?marketing experience|clinical trials? experience|reference safety information",
            Pattern.CASE_INSENSITIVE);
    /// A heading says what is talked about, not what is said of it.
    private static final Pattern NUMBERED_HEADING = Pattern.compile("\\d+(?:\\.\\d+)+\\s+[^.;:]{1,90}");
    private static final String MOSTLY_OTHERWISE = "is named outside of the undesirable effects, and mostly for other reasons";
    private static final String NOT_AS_GRAVE = "lists it, but not as that grave";
    /// How many statements that name the reaction for other reasons outweigh one in warnings that seems to list it. Chosen on the labels of
    /// benchmarks/listedness.md that were open for developing.
    private static final int OUTWEIGHED = 3;
    private static final Verdict NOT_NAMED = new Verdict(false, Optional.empty(), Optional.empty());

    /// @param words  with forms of several words taken together
    /// @param single each word for itself: parts may be shared ("chest pain or tightness")
    private record Statement(int section, String text, boolean amongEffects, List<Word> words, List<Word> single) {
    }

    private final List<Statement> statements;

    private Listedness(List<Statement> statements) {
        this.statements = statements;
    }

    /// @param sections in the order in which the document has them
    public static Listedness of(List<Section> sections) {
        List<Statement> statements = new ArrayList<>();
        for (int number = 0; number < sections.size(); number++) {
            Section section = sections.get(number);
            boolean amongEffects = isUndesirableEffects(section.title());
            for (TextSpan span : Statements.of(section.text())) {
                String text = span.in(section.text());
                if (NUMBERED_HEADING.matcher(text).matches()) continue;
                statements.add(new Statement(number, text, amongEffects, CommonWords.of(text, true), CommonWords.of(text, false)));
            }
        }
        return new Listedness(List.copyOf(statements));
    }

    /// Whether a heading announces undesirable effects. A reaction among contraindications or indications is not listed by that.
    public static boolean isUndesirableEffects(String heading) {
        return UNDESIRABLE_EFFECTS.matcher(heading).find();
    }

    /// @param sentence what decides: where the reaction is listed, else where it is named for another reason; empty where it is not named
    /// @param reason   why the sentence does not list the reaction; empty where it does
    public record Verdict(boolean isListed, Optional<Sentence> sentence, Optional<String> reason) {
    }

    /// @param section its place in the list of sections, from 0
    public record Sentence(int section, String text) {
    }

    /// A statement that names the reaction; without a reason against it, it lists the reaction.
    private record Naming(Statement statement, Optional<String> reason) {

        boolean lists() {
            return reason.isEmpty();
        }
    }

    /// @param names of one reaction; one of them listed is enough
    public Verdict find(List<String> names) {
        List<Verdict> verdicts = names.stream().map(this::find).toList();
        return verdicts.stream().filter(Verdict::isListed).findFirst().or(() -> verdicts.stream().filter(verdict -> verdict.sentence().isPresent()).findFirst()).orElse(NOT_NAMED);
    }

    public Verdict find(String reaction) {
        Verdict verdict = decide(reaction);
        if (verdict.sentence().isPresent() || !Gravity.isTold(reaction)) return verdict;
        Verdict milder = decide(Gravity.without(reaction));
        return milder.isListed() ? new Verdict(false, milder.sentence(), Optional.of(NOT_AS_GRAVE)) : milder;
    }

    /// The first statement among the undesirable effects that lists the reaction decides, else the first one elsewhere, unless most statements name the
    /// reaction for other reasons.
    private Verdict decide(String reaction) {
        List<Naming> namings = namings(reaction);
        List<Naming> listing = namings.stream().filter(Naming::lists).toList();
        Optional<Naming> amongEffects = listing.stream().filter(naming -> naming.statement().amongEffects()).findFirst();
        if (amongEffects.isPresent()) return verdict(amongEffects.get(), Optional.empty());
        if (!listing.isEmpty()) return verdict(listing.getFirst(), listing.size() * OUTWEIGHED >= namings.size() ? Optional.empty() : Optional.of(MOSTLY_OTHERWISE));
        return namings.isEmpty() ? NOT_NAMED : verdict(namings.getFirst(), namings.getFirst().reason());
    }

    private static Verdict verdict(Naming naming, Optional<String> reason) {
        return new Verdict(reason.isEmpty(), Optional.of(new Sentence(naming.statement().section(), naming.statement().text())), reason);
    }

    private List<Naming> namings(String reaction) {
        SoughtReaction sought = SoughtReaction.of(reaction, true);
        SoughtReaction soughtSingly = SoughtReaction.of(reaction, false);
        Optional<SiteReaction> atTheSite = SiteReaction.of(reaction);
        List<Naming> namings = new ArrayList<>();
        for (Statement statement : statements) {
            List<Naming> here = new ArrayList<>();
            // A word as general as "pain" is looked for in single words, where it shows whose pain it is.
            if (!LongerTerm.isGeneral(sought)) here.addAll(namings(statement, statement.words(), sought));
            here.addAll(namings(statement, statement.single(), soughtSingly));
            if (atTheSite.isPresent() && atTheSite.get().isListed(statement.text(), statement.words())) here.add(new Naming(statement, Optional.empty()));
            here.stream().filter(Naming::lists).findFirst().or(() -> here.stream().findFirst()).ifPresent(namings::add);
        }
        return namings;
    }

    private static List<Naming> namings(Statement statement, List<Word> words, SoughtReaction sought) {
        return sought.places(statement.text(), words).stream().map(place -> new Naming(statement, reasonAgainst(statement.text(), words, sought, place))).toList();
    }

    private static Optional<String> reasonAgainst(String statement, List<Word> words, SoughtReaction sought, Place place) {
        if (LongerTerm.holds(statement, words, sought, place)) return Optional.of("names a more specific reaction");
        return Context.of(statement, words.get(place.first()).start(), words.get(place.last()).end()).map(Context::reason);
    }
}
