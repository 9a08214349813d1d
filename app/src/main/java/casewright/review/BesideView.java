package casewright.review;

import casewright.drafting.Draft;
import casewright.evidence.CitedPassages.Cited;
import casewright.evidence.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A passage that the workbench shows beside the field on which it bears: found by the service, or cited by a person.
///
/// @param lead    what it says of the field, in words: "labelled in US"
/// @param quote   the sentence that decides; of a cited passage all of it
/// @param text    the whole passage; empty where the quote is all
/// @param citedId of one that a person cited, else 0
public record BesideView(String lead, String quote, String title, String section, String text, String version, String by, long citedId) {

    private static final int MOST_FOUND = 4;

    /// A stretch of the passage.
    ///
    /// @param decides whether it is the sentence that decides
    public record Piece(String words, boolean decides) {
    }

    /// The whole passage, cut where the sentence that decides begins and ends.
    public List<Piece> pieces() {
        if (text.isEmpty()) return List.of(new Piece(quote, false));
        int at = text.indexOf(quote);
        if (at < 0) return List.of(new Piece(text, false));
        return Stream.of(new Piece(text.substring(0, at), false), new Piece(quote, true), new Piece(text.substring(at + quote.length()), false)).filter(piece -> !piece.words().isEmpty()).toList();
    }

    /// By the path of the field; the case as a whole under the empty path.
    static Map<String, List<BesideView>> of(Draft draft, List<Evidence> evidence, List<Cited> cited) {
        Map<String, List<BesideView>> beside = new LinkedHashMap<>();
        cited.forEach(one -> beside.computeIfAbsent(one.path(), _ -> new ArrayList<>()).add(of(one)));
        draft.fields().forEach(field -> {
            List<BesideView> found = evidence.stream().filter(one -> bearsOn(one, field.path(), field.shown())).sorted(Comparator.comparing(BesideView::order)).map(BesideView::of).distinct().limit(MOST_FOUND).toList();
            if (!found.isEmpty()) beside.computeIfAbsent(field.path(), _ -> new ArrayList<>()).addAll(found);
        });
        return beside;
    }

    /// A reaction by its name, a drug taken besides by its own; after a correction of the name nothing fits any more, as nothing was asked about the new one.
    private static boolean bearsOn(Evidence evidence, String path, String value) {
        if (evidence.answer().isEmpty() || value.isEmpty() || !evidence.subject().reaction().equalsIgnoreCase(value)) return false;
        boolean isInteraction = evidence.purpose().equals("interaction");
        return isInteraction ? path.startsWith("concomitantDrugs[") && path.endsWith(".name") : path.startsWith("reactions[") && path.endsWith(".term");
    }

    /// The company's own documents first, then what is said of the pair, then what is said of the class.
    private static int order(Evidence evidence) {
        return evidence.corpus().isPrivate() ? 0 : evidence.purpose().equals("literature") ? 1 : 2;
    }

    private static BesideView of(Evidence evidence) {
        Evidence.Answer answer = evidence.answer().orElseThrow();
        Evidence.Hit hit = evidence.hits().stream().filter(one -> one.passage().equals(answer.passage())).findFirst().orElse(null);
        String lead = switch (evidence.purpose()) {
            case "class effect" -> "class of " + evidence.subject().drug();
            case "interaction" -> "interaction with " + evidence.subject().drug();
            default -> evidence.subject().drug() + ": " + answer.verdict();
        };
        return new BesideView(lead, answer.sentence(), answer.title(), hit == null ? "" : hit.section(), hit == null ? "" : hit.text(), evidence.corpus().name() + ", version " + evidence.corpus().version(), "", 0);
    }

    private static BesideView of(Cited one) {
        return new BesideView("cited", one.text(), one.title(), one.section(), "", one.passage().corpus() + ", version " + one.passage().version(), one.by(), one.id());
    }
}
