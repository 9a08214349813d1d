package casewright.evidence;

import casewright.evidence.Evidence.Answer;
import casewright.evidence.Evidence.Hit;
import casewright.evidence.Evidence.Subject;
import casewright.evidence.ReferenceText.Decision;
import casewright.evidence.listedness.Listedness;
import casewright.knowledge.Corpora;
import casewright.knowledge.CorpusIndexes;
import casewright.knowledge.ImportedVersion;
import casewright.retrieval.Passage;
import casewright.retrieval.PassageQuery;
import casewright.retrieval.RankedPassage;
import casewright.retrieval.splitting.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks the newest version of each corpus about each pair of suspect drug and reaction. Private corpora: is the reaction among the undesirable effects of
/// the company's own documents on that product ("listedness")? Public ones: what is published on the pair ("literature")?
@Component
class KnowledgeEvidence implements EvidenceFinder {

    static final String LISTEDNESS = "listedness";
    static final String LITERATURE = "literature";
    private static final int MOST_NAMES_ASKED = 4;

    private final Corpora corpora;
    private final CorpusIndexes indexes;
    private final EvidenceSettings settings;

    KnowledgeEvidence(Corpora corpora, CorpusIndexes indexes, EvidenceSettings settings) {
        this.corpora = corpora;
        this.indexes = indexes;
        this.settings = settings;
    }

    private record Pair(List<String> drug, List<String> reaction, Wordings wordings) {

        Subject subject() {
            return new Subject(drug.getFirst(), reaction.getFirst());
        }

        String reactionWords() {
            return String.join(" ", reaction.stream().limit(MOST_NAMES_ASKED).toList());
        }
    }

    /// Where a passage names the reaction.
    private record Found(RankedPassage hit, String sentence) {
    }

    @Override
    public List<Evidence> find(List<List<String>> drugs, List<List<String>> reactions) {
        List<ImportedVersion> versions = corpora.newestReady();
        return pairs(drugs, reactions).stream().flatMap(pair -> versions.stream().flatMap(version -> version.isPrivate() ? listedness(pair, version) : Stream.of(literature(pair, version))))
                .limit(settings.mostQuestions()).toList();
    }

    /// The first drug with the first reaction first, then outwards, so that a limit cuts off what matters least.
    private static List<Pair> pairs(List<List<String>> drugs, List<List<String>> reactions) {
        List<Pair> pairs = new ArrayList<>();
        for (int sum = 0; sum < drugs.size() + reactions.size() - 1; sum++) {
            for (int d = Math.max(0, sum - reactions.size() + 1); d <= Math.min(sum, drugs.size() - 1); d++) {
                List<String> drug = drugs.get(d).stream().filter(name -> !name.isBlank()).toList();
                List<String> reaction = reactions.get(sum - d).stream().filter(name -> !name.isBlank()).toList();
                if (!drug.isEmpty() && !reaction.isEmpty()) pairs.add(new Pair(drug, reaction, Wordings.of(reaction)));
            }
        }
        return pairs;
    }

    /// One question for each type of document that the corpus has on the product; none where it has no document on it.
    private Stream<Evidence> listedness(Pair pair, ImportedVersion version) {
        Map<DocumentType, Map<String, String>> byType = new EnumMap<>(DocumentType.class);
        for (Corpora.Head head : indexes.heads(version)) {
            String product = head.product();
            Optional<String> filter = product == null ? Optional.empty() : ProductNames.match(product, pair.drug());
            filter.ifPresent(words -> byType.computeIfAbsent(DocumentType.of(head.kind(), head.title()), _ -> new LinkedHashMap<>()).put(head.documentId(), words));
        }
        return byType.entrySet().stream().map(entry -> listedness(pair, version, entry.getKey(), entry.getValue()));
    }

    private Evidence listedness(Pair pair, ImportedVersion version, DocumentType type, Map<String, String> filterByDocument) {
        Set<String> filters = new LinkedHashSet<>(filterByDocument.values());
        List<RankedPassage> hits = filters.stream().flatMap(filter -> search(version, pair.reactionWords(), filter).stream())
                .filter(hit -> filterByDocument.containsKey(hit.passage().id().document())).sorted(Comparator.comparingDouble(RankedPassage::score).reversed()).toList();
        Optional<Decision> decision = ReferenceText.of(indexes.get(version), filterByDocument.keySet(), settings.passagesOfReference()).decide(pair.reaction());
        String question = "Is " + pair.subject().reaction() + " among the undesirable effects of " + pair.subject().drug() + " (" + type.label() + ")? Searched: \"" + pair.reactionWords()
                + "\", product \"" + String.join("\", \"", filters) + "\"";
        List<Hit> kept = kept(hits, decision.map(Decision::passage), decision.isPresent() && decision.get().reason().isEmpty());
        decision.filter(one -> kept.stream().noneMatch(hit -> hit.passage().equals(one.passage().id().toString()))).ifPresent(one -> kept.add(readWhole(hits.size() + 1, one)));
        Optional<Answer> answer = decision.filter(one -> one.reason().isEmpty()).map(one -> answer(one.passage(), type, one.sentence()));
        return evidence(question, LISTEDNESS, pair, version, kept, answer);
    }

    private Evidence literature(Pair pair, ImportedVersion version) {
        String words = String.join(" ", pair.drug().stream().limit(MOST_NAMES_ASKED).toList()) + " " + pair.reactionWords();
        List<RankedPassage> hits = search(version, words, null);
        Optional<Found> found = bestOnBoth(hits.stream().filter(hit -> mayAnswer(version, hit.passage())), pair);
        DocumentType type = found.map(one -> typeOf(version, one.hit().passage())).orElse(DocumentType.OTHER);
        String question = "What is published on " + pair.subject().drug() + " and " + pair.subject().reaction() + "? Searched: \"" + words + "\"";
        List<Hit> kept = kept(hits, found.map(one -> one.hit().passage()), found.isPresent());
        return evidence(question, LITERATURE, pair, version, kept, found.map(one -> answer(one.hit().passage(), type, one.sentence())));
    }

    /// A public label answers by its undesirable effects alone.
    private boolean mayAnswer(ImportedVersion version, Passage passage) {
        return Listedness.isUndesirableEffects(passage.section()) || typeOf(version, passage) != DocumentType.LABEL;
    }

    private DocumentType typeOf(ImportedVersion version, Passage passage) {
        return corpora.findHead(version, passage.id().document()).map(head -> DocumentType.of(head.kind(), head.title())).orElse(DocumentType.OTHER);
    }

    private List<RankedPassage> search(ImportedVersion version, String words, @Nullable String product) {
        return indexes.get(version).search(PassageQuery.of(words, settings.passagesLookedAt()).withProduct(product));
    }

    /// Of the passages that name, with their title, both drug and reaction: the first sentence that names both, else the first that names the reaction, else
    /// the first that names the drug where the title names the reaction.
    private static Optional<Found> bestOnBoth(Stream<RankedPassage> hits, Pair pair) {
        Found[] byGrade = new Found[3];
        hits.forEach(hit -> {
            String title = hit.passage().title();
            String text = hit.passage().text();
            boolean aboutReaction = pair.wordings().areIn(title);
            if (!ProductNames.named(title + "\n" + text, pair.drug())) return;
            for (String sentence : Sentences.of(text).stream().map(span -> span.in(text)).toList()) {
                boolean reaction = pair.wordings().areIn(sentence);
                boolean drug = ProductNames.named(sentence, pair.drug());
                if (!reaction && !(drug && aboutReaction)) continue;
                int grade = !reaction ? 2 : drug ? 0 : 1;
                if (byGrade[grade] == null) byGrade[grade] = new Found(hit, sentence);
            }
        });
        return Stream.of(byGrade).filter(Objects::nonNull).findFirst();
    }

    /// The first hits, and the one that was decided by.
    private List<Hit> kept(List<RankedPassage> hits, Optional<Passage> decidedBy, boolean isUsed) {
        List<Hit> kept = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            RankedPassage hit = hits.get(i);
            boolean decides = decidedBy.isPresent() && decidedBy.get().id().equals(hit.passage().id());
            if (i < settings.hitsKept() || decides) kept.add(hit(i + 1, hit.passage(), hit.score(), hit.explanation().asText(), decides && isUsed));
        }
        return kept;
    }

    /// A passage that the search did not find, but the reading of the whole document did.
    private static Hit readWhole(int rank, Decision decision) {
        return hit(rank, decision.passage(), 0, decision.reason().map(reason -> "Found by reading the whole document: a sentence " + reason + ".")
                .orElse("Found by reading the whole document: a sentence lists the reaction."), decision.reason().isEmpty());
    }

    private static Hit hit(int rank, Passage passage, double score, String explanation, boolean isUsed) {
        return new Hit(rank, passage.id().toString(), passage.title(), passage.section(), passage.text(), score, explanation, isUsed);
    }

    private static Answer answer(Passage passage, DocumentType type, String sentence) {
        return new Answer(passage.id().toString(), passage.title(), type.label(), sentence);
    }

    private static Evidence evidence(String question, String purpose, Pair pair, ImportedVersion version, List<Hit> hits, Optional<Answer> answer) {
        return new Evidence(question, purpose, pair.subject(), new Evidence.Corpus(version.corpus(), version.version(), version.isPrivate()), hits, answer);
    }
}
