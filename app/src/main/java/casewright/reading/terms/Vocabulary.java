package casewright.reading.terms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// All lists together, loaded once: what ships, and what the operator loaded into the data folder's `vocabulary` (`./casewright import-knowledge vocabulary`).
@Component
public class Vocabulary {

    private static final Logger log = LoggerFactory.getLogger(Vocabulary.class);

    /// In the data folder.
    private static final String PREPARED = "vocabulary-prepared";

    private final EnglishWords words;
    private final DrugNames drugs;
    private final ReactionTerms reactions;

    public Vocabulary(@Value("${casewright.assets.drug-names:}") String dictionary, @Value("${casewright.data:data}") Path data) {
        long begun = System.nanoTime();
        @Nullable Path names = dictionary.isBlank() || !Files.isReadable(Path.of(dictionary)) ? null : Path.of(dictionary);
        if (names == null) log.warn("The dictionary of drug names is missing: fewer drugs will be found. Start with ./casewright run, which fetches it.");
        PreparedLists lists = prepared(ListSources.of(names, data.resolve("vocabulary")), data);
        words = new EnglishWords(lists.get(PreparedLists.Name.NOUNS), lists.get(PreparedLists.Name.OTHER_WORDS));
        drugs = new DrugNames(words, lists);
        reactions = new ReactionTerms(lists);
        log.info("Vocabularies loaded in {} ms", (System.nanoTime() - begun) / 1_000_000);
    }

    private static PreparedLists prepared(ListSources sources, Path data) {
        String fingerprint = sources.fingerprint();
        Path file = data.resolve(PREPARED);
        Optional<PreparedLists> kept = PreparedLists.read(file, fingerprint);
        if (kept.isPresent()) return kept.get();
        PreparedLists made = made(sources);
        if (sources.dictionary() == null || !Files.isDirectory(data)) return made;
        try {
            made.write(file, fingerprint);
        } catch (IOException e) {
            log.warn("The lists of words could not be kept in {}: the next start will take a second longer. Is the disk full?", file);
        }
        return made;
    }

    /// The lists are made beside each other, as the service waits for them.
    private static PreparedLists made(ListSources sources) {
        CompletableFuture<WordNet> wordNet = CompletableFuture.supplyAsync(WordNet::load);
        CompletableFuture<List<DrugLists.Row>> rows = CompletableFuture.supplyAsync(() -> DrugLists.rows(sources.dictionary(), sources.drugs()));
        CompletableFuture<ReactionLists> reactions = wordNet.thenApplyAsync(known -> new ReactionLists(known.disorders(), sources.reactions()));
        WordTable nouns = loaded(wordNet).nouns();
        WordTable otherWords = loaded(wordNet).otherWords();
        DrugLists drugs = new DrugLists(new EnglishWords(nouns, otherWords), loaded(rows));
        return new PreparedLists(Map.of(PreparedLists.Name.NOUNS, nouns, PreparedLists.Name.OTHER_WORDS, otherWords,
                PreparedLists.Name.DRUG_NAMES, drugs.names(), PreparedLists.Name.DRUG_NAMES_BY_CASE, drugs.byCase(),
                PreparedLists.Name.NAMES_OF_SUBSTANCES, drugs.namesOf(), PreparedLists.Name.DRUG_NAMES_BY_BEGINNING, drugs.byBeginning(),
                PreparedLists.Name.REACTIONS, loaded(reactions).terms(), PreparedLists.Name.REACTIONS_BY_CASE, loaded(reactions).byCase()));
    }

    private static <T> T loaded(CompletableFuture<T> list) {
        try {
            return list.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    /// Neither an English word nor a listed disorder: perhaps a brand name.
    public boolean isUnknownWord(String word) {
        return !words.knows(Fold.word(word)) && !reactions.isListed(word);
    }

    public DrugNames drugs() {
        return drugs;
    }

    public ReactionTerms reactions() {
        return reactions;
    }
}
