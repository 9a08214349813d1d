package casewright.retrieval;

/// Names one import of a corpus, for good.
public record CorpusVersion(String corpus, String version) {

    public CorpusVersion {
        if (corpus.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("A corpus version needs a name and a version.");
        }
    }

    @Override
    public String toString() {
        return corpus + " " + version;
    }
}
