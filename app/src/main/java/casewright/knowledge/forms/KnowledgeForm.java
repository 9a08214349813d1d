package casewright.knowledge.forms;

import casewright.refusal.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A form of files of knowledge. Reading needs memory for one document, however long the file is.
public interface KnowledgeForm {

    /// What it reads, for a person.
    String accepted();

    /// Whether a file of that name has this form.
    boolean reads(String fileName);

    /// Whether each file holds one document, so that a bad file can be left out alone.
    boolean isOneDocumentAFile();

    /// Whether a later document of the same id takes the place of an earlier one, as in files of updates.
    default boolean isUpdated() {
        return false;
    }

    /// @throws RefusedException (unreadable, too large) for a file that is malformed, cut off or hostile
    void read(String fileName, InputStream in, Receiver receiver) throws IOException;

    /// Is handed each document in the order of the file.
    @FunctionalInterface
    interface Receiver {

        void document(ImportedDocument document);

        /// A document of this id, handed over earlier, is withdrawn.
        default void deleted(String id) {
        }

        /// Something of the file cannot be read and is passed over, so that one bad entry does not cost a set of thousands.
        ///
        /// @param reason a sentence naming the file
        default void leftOut(String reason) {
        }
    }

    /// The forms that `./casewright import-knowledge KIND PATH` knows by name.
    ///
    /// @param product           for documents that name none
    /// @param mostDocumentChars of one document with all its sections
    static Optional<KnowledgeForm> named(String kind, @Nullable String product, int mostDocumentChars) {
        Map<String, KnowledgeForm> forms = Map.of("spl", new SplForm(mostDocumentChars), "openfda", new OpenFdaForm(mostDocumentChars), "pubmed", new PubMedForm(mostDocumentChars),
                "jats", new JatsForm(mostDocumentChars), "medquad", new MedQuadForm(mostDocumentChars), "ctcae", new CtcaeForm(), "jsonl", new JsonLinesForm(product, mostDocumentChars, true));
        return Optional.ofNullable(forms.get(kind));
    }
}
