package casewright.review;

import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.Drafts;
import casewright.drafting.FieldValue;
import casewright.drafting.ReportTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a revision changed against the one before it.
public record RevisionDiff(int revision, String author, Instant at, String reason, String sha256, List<Change> changes) {

    private static final String TAKEN = " (taken by a person)";

    /// @param what the field's label, with the item where the section repeats: "Suspect drug 2, dose"
    public record Change(String what, String before, String after) {
    }

    /// Newest first.
    static List<RevisionDiff> of(List<Drafts.Revision> revisions, ReportTemplate template) {
        List<RevisionDiff> diffs = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            Drafts.Revision now = revisions.get(i);
            List<Change> changes = i == 0 ? List.of() : changes(revisions.get(i - 1).draft(), now.draft(), template);
            diffs.addFirst(new RevisionDiff(now.draft().revision(), now.author(), now.createdAt(), now.reason(), now.sha256(), changes));
        }
        return diffs;
    }

    private static List<Change> changes(Draft before, Draft after, ReportTemplate template) {
        List<Change> changes = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>(before.fields().stream().map(DraftField::path).toList());
        after.fields().forEach(field -> paths.add(field.path()));
        for (String path : paths) {
            String old = before.find(path).map(RevisionDiff::words).orElse("(no such item)");
            String now = after.find(path).map(RevisionDiff::words).orElse("(no such item)");
            if (!old.equals(now)) changes.add(change(template.titleOf(path).orElse(path), old, now));
        }
        List<String> oldSentences = before.narrative().stream().map(sentence -> sentence.sentence() + taken(sentence.takenBy() != null)).toList();
        List<String> newSentences = after.narrative().stream().map(sentence -> sentence.sentence() + taken(sentence.takenBy() != null)).toList();
        oldSentences.stream().filter(sentence -> !newSentences.contains(sentence) && !newSentences.contains(sentence + TAKEN)).forEach(gone -> changes.add(new Change("Narrative", gone, "")));
        newSentences.stream().filter(sentence -> !oldSentences.contains(sentence)).forEach(added -> changes.add(new Change("Narrative", "", added)));
        return changes;
    }

    /// What was only confirmed is not struck out.
    private static Change change(String what, String before, String after) {
        return new Change(what, after.equals(before + TAKEN) ? "" : before, after);
    }

    private static String words(DraftField field) {
        String value = switch (field.value()) {
            case FieldValue.Stated stated -> stated.value();
            case FieldValue.NotStated empty -> empty.reason() == null ? "not stated" : "not stated: " + empty.reason().words();
            case FieldValue.Unclear _ -> "unclear";
        };
        return value + taken(field.takenBy() != null);
    }

    private static String taken(boolean taken) {
        return taken ? TAKEN : "";
    }
}
