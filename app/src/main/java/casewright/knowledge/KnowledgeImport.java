package casewright.knowledge;

import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.ImportedVersion.State;
import casewright.knowledge.forms.KnowledgeForm;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.IndexDescription;
import casewright.retrieval.IndexingProgress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Makes a new version of a corpus: texts into PostgreSQL, then the index of them. A version is never changed; the same content is not imported twice.
@Component
public class KnowledgeImport {

    /// It becomes the name of a folder.
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");

    /// What PDF and Word files can be; the first three are reference safety information.
    public static final List<String> DOCUMENT_KINDS = List.of("company core data sheet", "investigator's brochure", "label", "procedure", "earlier case");
    private static final List<String> REFERENCE_KINDS = DOCUMENT_KINDS.subList(0, 3);

    private static final int PASSAGES_BETWEEN_REPORTS = 500;

    private final Corpora corpora;
    private final CorpusIndexes indexes;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final KnowledgeForms forms;

    public KnowledgeImport(Corpora corpora, CorpusIndexes indexes, AuditTrail trail, TransactionTemplate transaction, KnowledgeForms forms) {
        this.corpora = corpora;
        this.indexes = indexes;
        this.trail = trail;
        this.transaction = transaction;
        this.forms = forms;
    }

    /// @param product for documents that name none; null when each names its own or none has any
    /// @param source  what the trail and the list of versions say it came from
    /// @param documentKind what PDF and Word files are: "company core data sheet"; empty when not told
    /// @param adds    whether the documents are put to those of the newest version, as weekly updates are, instead of taking their place
    public record Wanted(String corpus, Kind kind, @Nullable String product, String source, Validity validity, String documentKind, boolean adds) {

        public Wanted(String corpus, Kind kind, @Nullable String product, String source, Validity validity, String documentKind) {
            this(corpus, kind, product, source, validity, documentKind, false);
        }

        public Wanted(String corpus, Kind kind, @Nullable String product, String source, Validity validity) {
            this(corpus, kind, product, source, validity, "");
        }

        public Wanted(String corpus, Kind kind, @Nullable String product, String source) {
            this(corpus, kind, product, source, Validity.ALWAYS);
        }

        /// An update of dated reference information, or of one product, stays that where nothing else is told.
        Wanted onTopOf(ImportedVersion base) {
            return new Wanted(corpus, kind, product == null ? base.product() : product, source, validity.equals(Validity.ALWAYS) ? base.validity() : validity, documentKind, adds);
        }

        public Wanted {
            if (!NAME.matcher(corpus).matches()) {
                throw new RefusedException(Reason.INVALID, "The name of a corpus has 2 to 60 small letters, digits and dashes. Please choose another one.");
            }
            if (product == null && REFERENCE_KINDS.contains(documentKind)) {
                throw new RefusedException(Reason.INVALID, "A document of the kind \"" + documentKind + "\" belongs to a product. Nothing was imported; please name the product.");
            }
        }
    }

    /// What the texts are, before they are kept.
    ///
    /// @param sha256 over all documents in their order, with their kinds
    record Content(String sha256, int documents) {
    }

    /// @param isNew   false when this content was imported before, as `version`
    /// @param leftOut files that could not be read, each with the reason
    public record Imported(ImportedVersion version, boolean isNew, List<String> leftOut) {
    }

    /// Imports texts with a header block, JSON lines, labels in SPL, PDF and Word files, mixed as they are.
    ///
    /// @see #run(Wanted, KnowledgeForm, List, Action, IndexingProgress)
    public Imported run(Wanted wanted, List<KnowledgeFile> files, Action action, IndexingProgress progress) {
        return run(wanted, new KnowledgeReader(forms.own(wanted), false), files, action, progress);
    }

    /// Imports all files of one form as one version, or nothing. Archives are opened, files of other forms passed over.
    ///
    /// @param action   who imports, for the trail
    /// @param progress called while the index is made, on this thread
    /// @throws RefusedException for malformed files, and for a corpus that has the other kind
    public Imported run(Wanted wanted, KnowledgeForm form, List<KnowledgeFile> files, Action action, IndexingProgress progress) {
        return run(wanted, new KnowledgeReader(List.of(form), true), files, action, progress);
    }

    private Imported run(Wanted told, KnowledgeReader reader, List<KnowledgeFile> files, Action action, IndexingProgress progress) {
        Optional<ImportedVersion> base = base(told);
        if (told.adds() && base.isEmpty()) throw new RefusedException(Reason.INVALID, "There is no corpus " + told.corpus() + " that an update could be put to; nothing was imported. Please check its name, or import it whole first.");
        Wanted wanted = base.map(told::onTopOf).orElse(told);
        VersionTexts texts = new VersionTexts(corpora, base, reader, files);
        Content content = check(texts, reader);
        ImportedVersion version = transaction.execute(_ -> {
            long corpusId = corpora.corpus(wanted.corpus(), wanted.kind());
            if (!base(wanted).equals(base)) throw new RefusedException(Reason.CONFLICT, "The corpus " + wanted.corpus() + " got another newest version meanwhile; nothing was imported. Please try again.");
            Optional<ImportedVersion> known = corpora.findByContent(wanted.corpus(), content.sha256());
            if (known.isPresent() && base.isPresent() && known.get().state() == State.READY && known.get().id() != base.get().id()) {
                throw new RefusedException(Reason.CONFLICT, "With this update the corpus would be what its version " + known.get().version() + " is; nothing was imported. If that is meant, take the later versions out of use.");
            }
            if (known.isPresent()) {
                if (known.get().state() == State.RETIRED) trail.record(action.because("the version was retired before").with("corpus", wanted.corpus()).with("version", known.get().version()));
                return known.get();
            }
            return keep(corpusId, wanted, content, texts, reader.leftOut().size(), action.with("addedTo", base.map(ImportedVersion::version).orElse("")));
        });
        if (version.state() == State.READY) return new Imported(version, false, reader.leftOut());
        // New, or left behind by an import that broke off: its texts are complete, its index is not.
        return new Imported(index(version, progress), true, reader.leftOut());
    }

    private Optional<ImportedVersion> base(Wanted wanted) {
        return wanted.adds() ? corpora.newestReady().stream().filter(version -> version.corpus().equals(wanted.corpus())).findFirst() : Optional.empty();
    }

    private Content check(VersionTexts texts, KnowledgeReader reader) {
        JsonMapper json = JsonMapper.builder().build();
        MessageDigest digest = sha256();
        Set<String> ids = new HashSet<>();
        texts.read(imported -> {
            if (!ids.add(imported.document().id())) {
                throw new RefusedException(Reason.INVALID, "Two documents have the id " + imported.document().id() + "; nothing was imported. Please give each its own.");
            }
            if (ids.size() > forms.settings().mostDocuments()) {
                throw new RefusedException(Reason.TOO_LARGE, "There are more than " + forms.settings().mostDocuments() + " documents (setting casewright.knowledge.most-documents); nothing was imported.");
            }
            digest.update(json.writeValueAsBytes(imported));
            digest.update((byte) '\n');
        });
        if (ids.isEmpty() || texts.addsNothing()) throw new RefusedException(Reason.INVALID, "No document was found; nothing was imported. " + reader.leftOut().stream().findFirst().map(reason -> reason + " ").orElse("") + reader.accepted());
        return new Content(HexFormat.of().formatHex(digest.digest()), ids.size());
    }

    private ImportedVersion keep(long corpusId, Wanted wanted, Content content, VersionTexts texts, int leftOut, Action action) {
        ImportedVersion version = corpora.open(corpusId, wanted, content, action.actor());
        int[] position = {0};
        texts.read(imported -> corpora.add(version.id(), ++position[0], imported));
        if (position[0] != content.documents()) throw new RefusedException(Reason.CONFLICT, "The files changed while they were read; nothing was imported. Please try again.");
        trail.record(action.with("corpus", wanted.corpus()).with("version", version.version()).with("kind", wanted.kind().label()).with("source", wanted.source())
                .with("validity", wanted.validity().inWords()).with("documentKind", wanted.documentKind()).with("documents", content.documents()).with("filesLeftOut", leftOut).with("contentSha256", content.sha256()));
        return version;
    }

    /// Makes the index of an import that broke off after its texts were kept, unless it was made meanwhile.
    void finish(long versionId) {
        ImportedVersion version = corpora.get(versionId);
        if (version.state() != State.BUILDING) return;
        index(version, new ImportProgress(PASSAGES_BETWEEN_REPORTS, reached -> corpora.setState(versionId, State.BUILDING, 0, reached.inWords())));
    }

    private ImportedVersion index(ImportedVersion version, IndexingProgress progress) {
        if (version.state() != State.BUILDING) corpora.setState(version.id(), State.BUILDING, 0, "");
        progress.begins(version.documents());
        try {
            IndexDescription made = indexes.make(version, progress);
            corpora.setState(version.id(), State.READY, made.passages(), "");
        } catch (RuntimeException e) {
            corpora.setState(version.id(), State.FAILED, 0, "The index could not be made; importing the same files again tries it again.");
            throw e;
        }
        return corpora.get(version.id());
    }

    private static MessageDigest sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("casewright corpus 1\n".getBytes(StandardCharsets.US_ASCII));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
