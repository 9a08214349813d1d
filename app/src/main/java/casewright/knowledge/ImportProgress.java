package casewright.knowledge;

import casewright.retrieval.IndexingProgress;
import java.util.Locale;
import java.util.function.Consumer;

/// Tells every now and then how far an import has come.
final class ImportProgress implements IndexingProgress {

    private final int passagesBetween;
    private final Consumer<ImportProgress> receiver;
    private int all;
    private int documents;
    private int passages;
    private int kept;
    private int next;

    ImportProgress(int passagesBetween, Consumer<ImportProgress> receiver) {
        this.passagesBetween = passagesBetween;
        this.receiver = receiver;
    }

    @Override
    public void begins(int documents) {
        all = documents;
    }

    @Override
    public void reached(int documents, int passages, int kept) {
        this.documents = documents;
        this.passages = passages;
        this.kept = kept;
        if (passages < next) return;
        next = passages + passagesBetween;
        receiver.accept(this);
    }

    int documents() {
        return documents;
    }

    int passages() {
        return passages;
    }

    /// Passages that an attempt that broke off had done.
    int kept() {
        return kept;
    }

    String inWords() {
        return String.format(Locale.ROOT, "%,d of %,d documents, %,d passages", documents, all, passages) + (kept == 0 ? "" : String.format(Locale.ROOT, ", %,d of them kept from before", kept));
    }
}
