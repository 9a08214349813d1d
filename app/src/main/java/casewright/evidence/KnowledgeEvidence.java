package casewright.evidence;

import casewright.evidence.Evidence.Answer;
import casewright.evidence.Evidence.Hit;
import casewright.evidence.Evidence.Subject;
import casewright.evidence.ReferenceText.Decision;
import casewright.evidence.listedness.Listedness;
import casewright.knowledge.Corpora;
import casewright.knowledge.CorpusIndexes;
import casewright.knowledge.ImportedVersion;
import casewright.retrieval.IndexDescription;
import casewright.retrieval.Passage;
import casewright.retrieval.PassageIndex;
import casewright.retrieval.RankedPassage;
import casewright.retrieval.Section;
import casewright.retrieval.splitting.Sentences;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks each corpus about each pair of suspect drug and reaction: public ones in their newest version, private ones in the version that applied to the case. Private corpora: is the reaction among the undesirable effects of
/// the company's own documents on that product ("listedness")? Public ones: what is published on the pair ("literature")?
@Component
class KnowledgeEvidence implements EvidenceFinder {

    static final String LISTEDNESS = "listedness";
    static final String LITERATURE = "literature";
    private static final int MOST_NAMES_ASKED = 4;
    private static final int MOST_LABELS_READ = 3;

    private final Corpora corpora;
    private final CorpusIndexes indexes;
    private final FurtherQuestions further;
    private final EvidenceSettings settings;

    KnowledgeEvidence(Corpora corpora, CorpusIndexes indexes, FurtherQuestions further, EvidenceSettings settings) {
        this.corpora = corpora;
        this.indexes = indexes;
        this.further = further;
        this.settings = settings;
    }

    /// @param reactionAt counts the reactions of the case from 0
    private record Pair(List<String> drug, List<String> reaction, int reactionAt, Wordings wordings) {

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
    public List<Evidence> find(List<List<String>> drugs, List<List<String>> reactions, CaseContext context) {
        Map<String, List<ImportedVersion>> byCorpus = corpora.ready().stream().collect(Collectors.groupingBy(ImportedVersion::corpus, TreeMap::new, Collectors.toList()));
        Stream<Evidence> first = pairs(drugs, reactions).stream().flatMap(pair -> byCorpus.values().stream().flatMap(versions -> ask(pair, versions, context)));
        List<ImportedVersion> published = byCorpus.values().stream().map(List::getLast).filter(version -> !version.isPrivate()).toList();
        return Stream.concat(first, further.ask(drugs, reactions, context.concomitants(), published)).limit(settings.mostQuestions()).toList();
    }

    private Stream<Evidence> ask(Pair pair, List<ImportedVersion> versions, CaseContext context) {
        if (!versions.getFirst().isPrivate()) return Stream.of(literature(pair, versions.getLast()));
        return listedness(pair, ReferenceVersion.of(versions, context.askedFor(pair.reactionAt())));
    }

    /// The first drug with the first reaction first, then outwards, so that a limit cuts off what matters least.
    private static List<Pair> pairs(List<List<String>> drugs, List<List<String>> reactions) {
        List<Pair> pairs = new ArrayList<>();
        for (int sum = 0; sum < drugs.size() + reactions.size() - 1; sum++) {
            for (int d = Math.max(0, sum - reactions.size() + 1); d <= Math.min(sum, drugs.size() - 1); d++) {
                List<String> drug = drugs.get(d).stream().filter(name -> !name.isBlank()).toList();
                List<String> reaction = reactions.get(sum - d).stream().filter(name -> !name.isBlank()).toList();
                if (!drug.isEmpty() && !reaction.isEmpty()) pairs.add(new Pair(drug, reaction, sum - d, Wordings.of(reaction)));
            }
        }
        return pairs;
    }

    /// One question for each type of document that the corpus has on the product; none where it has no document on it.
    private Stream<Evidence> listedness(Pair pair, ReferenceVersion reference) {
        ImportedVersion version = reference.version();
        Map<DocumentType, Map<String, String>> byType = new EnumMap<>(DocumentType.class);
        for (Corpora.Head head : indexes.heads(version)) {
            String product = head.product();
            Optional<String> filter = product == null ? Optional.empty() : ProductNames.match(product, pair.drug());
            filter.ifPresent(words -> byType.computeIfAbsent(DocumentType.of(head.kind(), head.title()), _ -> new LinkedHashMap<>()).put(head.documentId(), words));
        }
        return byType.entrySet().stream().map(entry -> listedness(pair, reference, entry.getKey(), entry.getValue()));
    }

    private Evidence listedness(Pair pair, ReferenceVersion reference, DocumentType type, Map<String, String> filterByDocument) {
        ImportedVersion version = reference.version();
        List<String> filters = filterByDocument.values().stream().distinct().toList();
        Evidence.Search search = search(version, pair.reactionWords(), filters, List.copyOf(filterByDocument.keySet()));
        List<RankedPassage> hits = RecordedSearch.hits(indexes.get(version), search);
        Optional<Decision> decision = ReferenceText.of(indexes.get(version), filterByDocument.keySet(), settings.passagesOfReference()).decide(pair.reaction());
        String question = "Is " + pair.subject().reaction() + " among the undesirable effects of " + pair.subject().drug() + " (" + type.label() + ")? Searched: \"" + pair.reactionWords()
                + "\", product \"" + String.join("\", \"", filters) + "\"";
        List<Hit> kept = kept(hits, decision);
        Optional<Answer> answer = decision.filter(one -> one.reason().isEmpty()).map(one -> answer(version, one.passage(), one.sentence()));
        return new Evidence(question, LISTEDNESS, pair.subject(), corpus(version, reference.basis()), kept, answer, search);
    }

    private Evidence literature(Pair pair, ImportedVersion version) {
        String words = String.join(" ", pair.drug().stream().limit(MOST_NAMES_ASKED).toList()) + " " + pair.reactionWords();
        Evidence.Search search = search(version, words, List.of(), List.of());
        List<RankedPassage> hits = RecordedSearch.hits(indexes.get(version), search);
        Optional<Found> found = bestOnBoth(hits.stream().filter(hit -> mayAnswer(version, hit.passage(), pair)), pair);
        String question = "What is published on " + pair.subject().drug() + " and " + pair.subject().reaction() + "? Searched: \"" + words + "\"";
        Optional<Decision> labelled = found.isPresent() ? Optional.empty() : labelled(hits, version, pair);
        List<Hit> kept = found.isPresent() ? kept(hits, found.map(one -> one.hit().passage()), true) : kept(hits, labelled);
        Optional<Answer> answer = found.map(one -> answer(version, one.hit().passage(), one.sentence())).or(() -> labelled.map(one -> answer(version, one.passage(), one.sentence())));
        return new Evidence(question, LITERATURE, pair.subject(), corpus(version, "the newest version"), kept, answer, search);
    }

    /// Public labels of the drug that the search came upon are read whole, as they may list the reaction in other words ("postural" for "orthostatic").
    private Optional<Decision> labelled(List<RankedPassage> hits, ImportedVersion version, Pair pair) {
        List<String> labels = hits.stream().map(RankedPassage::passage).filter(passage -> isOn(pair, passage.product())).map(passage -> passage.id().document()).distinct()
                .filter(document -> typeOf(version, document) == DocumentType.LABEL).limit(MOST_LABELS_READ).toList();
        return ReferenceText.of(indexes.get(version), labels, settings.passagesOfReference()).decide(pair.reaction()).filter(decision -> decision.reason().isEmpty());
    }

    private static boolean isOn(Pair pair, @Nullable String product) {
        return product != null && ProductNames.match(product, pair.drug()).isPresent();
    }

    /// A public label answers by its undesirable effects alone, and only where they list the reaction itself: "bullous rash" labels no rash.
    private boolean mayAnswer(ImportedVersion version, Passage passage, Pair pair) {
        if (!pair.wordings().areIn(passage.title() + "\n" + passage.text()) || typeOf(version, passage.id().document()) != DocumentType.LABEL) return true;
        return Listedness.isUndesirableEffects(passage.section()) && Listedness.of(List.of(new Section(passage.section(), passage.text()))).find(pair.reaction()).isListed();
    }

    private DocumentType typeOf(ImportedVersion version, String document) {
        return corpora.findHead(version, document).map(head -> DocumentType.of(head.kind(), head.title())).orElse(DocumentType.OTHER);
    }

    private Evidence.Search search(ImportedVersion version, String words, List<String> products, List<String> documents) {
        IndexDescription index = indexes.get(version).description();
        return new Evidence.Search(words, products, documents, settings.passagesLookedAt(), new Evidence.Search.Index(index.contentSha256(), index.embedder()), PassageIndex.ranking());
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

    /// Besides the first hits the passage that was decided by, also where the search did not find it.
    private List<Hit> kept(List<RankedPassage> hits, Optional<Decision> decision) {
        List<Hit> kept = kept(hits, decision.map(Decision::passage), decision.isPresent() && decision.get().reason().isEmpty());
        decision.filter(one -> kept.stream().noneMatch(hit -> hit.passage().equals(one.passage().id().toString()))).ifPresent(one -> kept.add(readWhole(hits.size() + 1, one)));
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

    private Answer answer(ImportedVersion version, Passage passage, String sentence) {
        Optional<Corpora.Head> head = corpora.findHead(version, passage.id().document());
        DocumentType type = head.map(one -> DocumentType.of(one.kind(), one.title())).orElse(DocumentType.OTHER);
        String country = version.validity().country().isEmpty() ? head.map(one -> DocumentType.country(one.kind())).orElse("") : version.validity().country();
        return new Answer(passage.id().toString(), passage.title(), type.label(), sentence, type.verdict(country));
    }

    private static Evidence.Corpus corpus(ImportedVersion version, String basis) {
        return new Evidence.Corpus(version.corpus(), version.version(), version.isPrivate(), basis);
    }
}
