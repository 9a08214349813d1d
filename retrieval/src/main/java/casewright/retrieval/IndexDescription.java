package casewright.retrieval;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What an index says about itself; lies in Lucene's commit data, so it cannot be separated from the index.
///
/// @param contentSha256 lower-case hex over everything that went in (see [ContentHash]): equal hashes, equal corpora
/// @param embedder      name of the embedder whose vectors it holds, "none" without vectors
public record IndexDescription(String corpus, String version, String contentSha256, String embedder, int documents, int passages) {

    /// Raised whenever the same corpus would be split, analysed or stored differently.
    static final String FORMAT = "5";

    Map<String, String> toCommitData() {
        Map<String, String> data = new HashMap<>();
        data.put("format", FORMAT);
        data.put("corpus", corpus);
        data.put("version", version);
        data.put("contentSha256", contentSha256);
        data.put("embedder", embedder);
        data.put("documents", Integer.toString(documents));
        data.put("passages", Integer.toString(passages));
        return data;
    }

    static IndexDescription fromCommitData(Map<String, String> data) {
        if (!FORMAT.equals(data.get("format"))) {
            throw new IllegalStateException("The index has format " + data.get("format") + ", this program reads format " + FORMAT
                    + "; the corpus must be imported again.");
        }
        return new IndexDescription(
                get(data, "corpus"),
                get(data, "version"),
                get(data, "contentSha256"),
                get(data, "embedder"),
                Integer.parseInt(get(data, "documents")),
                Integer.parseInt(get(data, "passages")));
    }

    private static String get(Map<String, String> data, String key) {
        return Objects.requireNonNull(data.get(key), key);
    }
}
