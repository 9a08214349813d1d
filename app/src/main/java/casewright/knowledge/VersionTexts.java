package casewright.knowledge;

import casewright.knowledge.forms.ImportedDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The documents that a new version is to hold, in their order: those of the version that it adds to, unless a file replaces or deletes them, then those of the files.
/// Reading twice gives the same.
final class VersionTexts {

    private static final int DOCUMENTS_AT_ONCE = 100;

    private final Corpora corpora;
    private final Optional<ImportedVersion> base;
    private final KnowledgeReader reader;
    private final List<KnowledgeFile> files;
    private @Nullable Set<String> named;

    /// @param base that is added to; empty: the files are all
    VersionTexts(Corpora corpora, Optional<ImportedVersion> base, KnowledgeReader reader, List<KnowledgeFile> files) {
        this.corpora = corpora;
        this.base = base;
        this.reader = reader;
        this.files = List.copyOf(files);
    }

    void read(Consumer<ImportedDocument> receiver) {
        base.ifPresent(version -> readKept(version, receiver));
        reader.read(files, receiver);
    }

    /// Whether all of it stood in the other version, as the files hold and delete nothing.
    boolean addsNothing() {
        return base.isPresent() && named().isEmpty();
    }

    private void readKept(ImportedVersion version, Consumer<ImportedDocument> receiver) {
        int position = 1;
        List<ImportedDocument> some = corpora.documents(version.id(), position, DOCUMENTS_AT_ONCE);
        while (!some.isEmpty()) {
            some.stream().filter(document -> !named().contains(document.document().id())).forEach(receiver);
            position += some.size();
            some = corpora.documents(version.id(), position, DOCUMENTS_AT_ONCE);
        }
    }

    private Set<String> named() {
        Set<String> known = named;
        if (known == null) named = known = reader.named(files);
        return known;
    }
}
