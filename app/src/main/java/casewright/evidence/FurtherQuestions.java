package casewright.evidence;

import casewright.evidence.Evidence.Answer;
import casewright.evidence.Evidence.Hit;
import casewright.evidence.Evidence.Search;
import casewright.knowledge.CorpusIndexes;
import casewright.knowledge.ImportedVersion;
import casewright.reading.terms.Vocabulary;
import casewright.retrieval.IndexDescription;
import casewright.retrieval.PassageIndex;
import casewright.retrieval.RankedPassage;
import casewright.retrieval.splitting.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What else public knowledge is asked for a case: is the reaction known of the drug's class, and do the suspect drug and one taken besides act on each other?
@Component
class FurtherQuestions {

    static final String CLASS_EFFECT = "class effect";
    static final String INTERACTION = "interaction";
    private static final int MOST_SUSPECTS = 2;
    private static final int MOST_REACTIONS = 3;
    private static final int MOST_CONCOMITANTS = 4;
    private static final int LOOKED_AT = 30;
    private static final int MOST_NAMES = 2;

    /// Words that say that one drug acts on the other, not just that both were taken.
    private static final Pattern TELLS_INTERACTION = Pattern.compile("\\b(?:interact\\w*|concomitant\\w*|co-?administ\\w*|combin\\w+|together with|concurrent\\w*|increas\\w+|decreas\\w+|potentiat\\w+|inhibit\\w+|induc\\w+)",
            Pattern.CASE_INSENSITIVE);

    private final CorpusIndexes indexes;
    private final Vocabulary vocabulary;
    private final EvidenceSettings settings;

    FurtherQuestions(CorpusIndexes indexes, Vocabulary vocabulary, EvidenceSettings settings) {
        this.indexes = indexes;
        this.vocabulary = vocabulary;
        this.settings = settings;
    }

    private record Asked(String question, String purpose, Evidence.Subject subject, String words, Predicate<Sentence> decides) {
    }

    /// A sentence with what it stands under.
    private record Sentence(String text, String above) {

        String all() {
            return above + "\n" + text;
        }
    }

    /// @param published versions of public corpora
    Stream<Evidence> ask(List<List<String>> drugs, List<List<String>> reactions, List<List<String>> concomitants, List<ImportedVersion> published) {
        List<Asked> questions = new ArrayList<>();
        for (List<String> drug : named(drugs, MOST_SUSPECTS)) {
            List<String> classWords = drug.stream().map(name -> vocabulary.drugs().classOf(name)).filter(words -> !words.isEmpty()).findFirst().orElse(List.of());
            if (!classWords.isEmpty()) named(reactions, MOST_REACTIONS).forEach(reaction -> questions.add(classEffect(drug, classWords, reaction)));
            named(concomitants, MOST_CONCOMITANTS).forEach(other -> questions.add(interaction(drug, other)));
        }
        return questions.stream().flatMap(one -> published.stream().map(version -> answered(one, version)));
    }

    private static List<List<String>> named(List<List<String>> all, int most) {
        return all.stream().map(names -> names.stream().filter(name -> !name.isBlank()).toList()).filter(names -> !names.isEmpty()).limit(most).toList();
    }

    private static Asked classEffect(List<String> drug, List<String> classWords, List<String> reaction) {
        Wordings wordings = Wordings.of(reaction);
        return new Asked("Is " + reaction.getFirst() + " known of the class of " + drug.getFirst() + " (" + classWords.getFirst() + ")?", CLASS_EFFECT,
                new Evidence.Subject(drug.getFirst(), reaction.getFirst()), classWords.getFirst() + " " + words(reaction),
                sentence -> wordings.areIn(sentence.text()) && isOfClass(sentence.all(), classWords));
    }

    private static boolean isOfClass(String text, List<String> classWords) {
        List<String> forms = classWords.stream().flatMap(word -> Stream.of(word, word + "s")).toList();
        return ProductNames.named(text, forms);
    }

    private static Asked interaction(List<String> drug, List<String> other) {
        return new Asked("Do " + drug.getFirst() + " and " + other.getFirst() + " act on each other?", INTERACTION, new Evidence.Subject(drug.getFirst(), other.getFirst()),
                words(drug) + " " + words(other) + " interaction",
                sentence -> ProductNames.named(sentence.all(), drug) && ProductNames.named(sentence.all(), other)
                        && (ProductNames.named(sentence.text(), drug) || ProductNames.named(sentence.text(), other)) && TELLS_INTERACTION.matcher(sentence.all()).find());
    }

    private static String words(List<String> names) {
        return String.join(" ", names.stream().limit(MOST_NAMES).toList());
    }

    private Evidence answered(Asked asked, ImportedVersion version) {
        PassageIndex index = indexes.get(version);
        IndexDescription description = index.description();
        Search search = new Search(asked.words(), List.of(), List.of(), LOOKED_AT, new Search.Index(description.contentSha256(), description.embedder()), PassageIndex.ranking());
        List<RankedPassage> hits = RecordedSearch.hits(index, search);
        List<Hit> kept = new ArrayList<>();
        Optional<Answer> answer = Optional.empty();
        for (RankedPassage hit : hits) {
            Optional<String> deciding = answer.isPresent() ? Optional.empty() : deciding(hit, asked.decides());
            String id = hit.passage().id().toString();
            if (deciding.isPresent()) answer = Optional.of(new Answer(id, hit.passage().title(), DocumentType.OTHER.label(), deciding.get(), DocumentType.OTHER.verdict("")));
            if (hit.rank() <= settings.hitsKept() || deciding.isPresent()) {
                kept.add(new Hit(hit.rank(), id, hit.passage().title(), hit.passage().section(), hit.passage().text(), hit.score(), hit.explanation().asText(), deciding.isPresent()));
            }
        }
        String question = asked.question() + " Searched: \"" + asked.words() + "\"";
        return new Evidence(question, asked.purpose(), asked.subject(), new Evidence.Corpus(version.corpus(), version.version(), false, "the newest version"), kept, answer, search);
    }

    private static Optional<String> deciding(RankedPassage hit, Predicate<Sentence> decides) {
        String text = hit.passage().text();
        String above = hit.passage().title() + "\n" + hit.passage().section();
        return Sentences.of(text).stream().map(span -> span.in(text)).filter(sentence -> decides.test(new Sentence(sentence, above))).findFirst();
    }
}
