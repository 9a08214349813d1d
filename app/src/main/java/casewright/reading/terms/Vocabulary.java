package casewright.reading.terms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// All lists together, loaded once: what ships, and what the operator loaded into the data folder's `vocabulary` (`./casewright import-knowledge vocabulary`).
@Component
public class Vocabulary {

    private static final Logger log = LoggerFactory.getLogger(Vocabulary.class);

    private final WordNet words;
    private final DrugNames drugs;
    private final ReactionTerms reactions;

    public Vocabulary(@Value("${casewright.assets.drug-names:}") String dictionary, @Value("${casewright.data:data}") Path data) {
        Path loaded = data.resolve("vocabulary");
        long begun = System.nanoTime();
        @Nullable Path names = dictionary.isBlank() || !Files.isReadable(Path.of(dictionary)) ? null : Path.of(dictionary);
        if (names == null) log.warn("The dictionary of drug names is missing: fewer drugs will be found. Start with ./casewright run, which fetches it.");
        CompletableFuture<WordNet> nouns = CompletableFuture.supplyAsync(WordNet::load);
        CompletableFuture<List<DrugNames.Row>> rows = CompletableFuture.supplyAsync(() -> DrugNames.rows(names, tables(loaded, "drugs.tsv")));
        CompletableFuture<ReactionTerms> terms = nouns.thenApplyAsync(known -> ReactionTerms.load(known, tables(loaded, "reactions.tsv")));
        drugs = loaded(nouns.thenCombineAsync(rows, DrugNames::load));
        reactions = loaded(terms);
        words = loaded(nouns);
        log.info("Vocabularies loaded in {} ms", (System.nanoTime() - begun) / 1_000_000);
    }

    /// The lists are loaded beside each other, as the service waits for them.
    private static <T> T loaded(CompletableFuture<T> list) {
        try {
            return list.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    private static List<Path> tables(Path folder, String name) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.getFileName().toString().equals(name)).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException("The loaded vocabularies in " + folder + " cannot be listed", e);
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
