package casewright.knowledge;

import casewright.knowledge.forms.ImportedDocument;
import casewright.knowledge.forms.KnowledgeForm;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Reads the files of an import, those in archives, too, each in its form. Reading twice gives the same documents in the same order.
final class KnowledgeReader {

    /// A release of DailyMed is a ZIP of ZIPs.
    private static final int DEEPEST_ARCHIVE = 2;

    private final List<KnowledgeForm> forms;
    private final boolean passesOverOthers;
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable Map<String, Integer> latest;
    private final Set<String> ids = new HashSet<>();
    private int filesRead;

    /// @param passesOverOthers whether files of no known form are passed over, such as pictures beside labels, or refused
    KnowledgeReader(List<KnowledgeForm> forms, boolean passesOverOthers) {
        this.forms = List.copyOf(forms);
        this.passesOverOthers = passesOverOthers;
    }

    String accepted() {
        return "Accepted are " + forms.stream().map(KnowledgeForm::accepted).collect(Collectors.joining(" and ")) + ".";
    }

    /// The files, and entries of files, that the last reading left out, each with the reason; only where others were read.
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /// Hands over each document in its order.
    ///
    /// @throws RefusedException naming file and what is wrong there; what was handed over before is of no use then
    void read(List<KnowledgeFile> files, Consumer<ImportedDocument> receiver) {
        if (forms.stream().noneMatch(KnowledgeForm::isUpdated)) {
            readAll(files, receiver::accept);
            return;
        }
        Map<String, Integer> wanted = latest(files);
        int[] number = {0};
        readAll(files, document -> {
            if (Integer.valueOf(++number[0]).equals(wanted.get(document.document().id()))) receiver.accept(document);
        });
    }

    /// The ids of all documents that the files hold or delete.
    Set<String> named(List<KnowledgeFile> files) {
        Set<String> named = new HashSet<>();
        readAll(files, new KnowledgeForm.Receiver() {
            @Override
            public void document(ImportedDocument document) {
                named.add(document.document().id());
            }

            @Override
            public void deleted(String id) {
                named.add(id);
            }
        });
        return named;
    }

    /// Of each id the number of the document that no later one replaces; none of ids that are deleted in the end.
    private Map<String, Integer> latest(List<KnowledgeFile> files) {
        Map<String, Integer> known = latest;
        if (known != null) return known;
        Map<String, Integer> found = new HashMap<>();
        readAll(files, new KnowledgeForm.Receiver() {
            private int number;

            @Override
            public void document(ImportedDocument document) {
                found.put(document.document().id(), ++number);
            }

            @Override
            public void deleted(String id) {
                found.remove(id);
            }
        });
        latest = found;
        return found;
    }

    private void readAll(List<KnowledgeFile> files, KnowledgeForm.Receiver receiver) {
        leftOut.clear();
        ids.clear();
        filesRead = 0;
        for (KnowledgeFile file : files) {
            try (InputStream in = file.content().open()) {
                readAny(file.name(), in, receiver, 0);
            } catch (EOFException | ZipException _) {
                throw refused("The file " + file.name() + " is no whole archive; it may be cut off.");
            } catch (IOException e) {
                throw refused("The file " + file.name() + " cannot be read.");
            }
        }
        if (filesRead == 0 && !leftOut.isEmpty()) throw refused(leftOut.getFirst());
    }

    private void readAny(String name, InputStream in, KnowledgeForm.Receiver receiver, int depth) throws IOException {
        Optional<KnowledgeForm> form = forms.stream().filter(one -> one.reads(name)).findFirst();
        String lower = name.toLowerCase(Locale.ROOT);
        if (form.isPresent()) readForm(form.get(), name, in, receiver);
        else if (passesOverOthers && lower.endsWith(".tgz") && depth < DEEPEST_ARCHIVE) readTar(name, new GZIPInputStream(in), receiver, depth);
        else if (passesOverOthers && lower.endsWith(".tar") && depth < DEEPEST_ARCHIVE) readTar(name, in, receiver, depth);
        else if (passesOverOthers && lower.endsWith(".gz")) readAny(name.substring(0, name.length() - ".gz".length()), new GZIPInputStream(in), receiver, depth);
        else if (passesOverOthers && lower.endsWith(".zip") && depth < DEEPEST_ARCHIVE) readZip(name, in, receiver, depth);
        else if (!passesOverOthers) throw refused("The file " + name + " has an unknown form.");
    }

    private void readZip(String name, InputStream in, KnowledgeForm.Receiver receiver, int depth) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        boolean isEmpty = true;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            isEmpty = false;
            if (!entry.isDirectory()) readAny(name + "/" + entry.getName(), new Open(zip), receiver, depth + 1);
        }
        if (isEmpty) throw refused("The file " + name + " is no ZIP archive, or an empty one.");
    }

    private void readTar(String name, InputStream in, KnowledgeForm.Receiver receiver, int depth) throws IOException {
        TarFile tar = new TarFile(in);
        for (Optional<String> entry = tar.next(); entry.isPresent(); entry = tar.next()) readAny(name + "/" + entry.get(), tar.content(), receiver, depth + 1);
    }

    /// A document that is a whole file waits until the file has been read to its end, so that a bad file leaves nothing behind.
    private void readForm(KnowledgeForm form, String name, InputStream in, KnowledgeForm.Receiver receiver) throws IOException {
        List<ImportedDocument> whole = new ArrayList<>(1);
        try {
            form.read(name, in, form.isOneDocumentAFile() ? whole::add : new Entries(form, name, receiver));
            filesRead++;
        } catch (CharacterCodingException _) {
            leaveOut(form, "The file " + name + " is not in UTF-8.");
        } catch (RefusedException e) {
            if (e.reason() == Reason.TOO_LARGE) throw new RefusedException(Reason.TOO_LARGE, e.text() + " Nothing was imported.");
            leaveOut(form, e.text());
        }
        for (ImportedDocument document : whole) {
            if (passesOverOthers && !ids.add(document.document().id())) leftOut.add("The file " + name + " has the id " + document.document().id() + " of an earlier one.");
            else receiver.document(document);
        }
    }

    private void leaveOut(KnowledgeForm form, String reason) {
        if (!passesOverOthers || !form.isOneDocumentAFile()) throw refused(reason);
        leftOut.add(reason);
    }

    /// The documents of a file that holds many; those that are bad or come twice are left out alone where bad files are.
    private final class Entries implements KnowledgeForm.Receiver {

        private final KnowledgeForm form;
        private final String name;
        private final KnowledgeForm.Receiver receiver;

        Entries(KnowledgeForm form, String name, KnowledgeForm.Receiver receiver) {
            this.form = form;
            this.name = name;
            this.receiver = receiver;
        }

        @Override
        public void document(ImportedDocument document) {
            if (passesOverOthers && !form.isUpdated() && !ids.add(document.document().id())) leftOut("The file " + name + " has the id " + document.document().id() + " of an earlier document.");
            else receiver.document(document);
        }

        @Override
        public void deleted(String id) {
            receiver.deleted(id);
        }

        @Override
        public void leftOut(String reason) {
            if (!passesOverOthers) throw refused(reason);
            leftOut.add(reason);
        }
    }

    private RefusedException refused(String what) {
        return new RefusedException(Reason.UNREADABLE, what + " Nothing was imported. " + accepted());
    }

    /// An entry of an archive: closing it does not close the archive.
    private static final class Open extends FilterInputStream {

        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive goes on behind this entry
        }
    }
}
