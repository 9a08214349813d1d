package casewright.review;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.drafting.Assurance;
import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.FieldValue;
import casewright.evidence.CitedPassages.Cited;
import casewright.evidence.Evidence;
import casewright.retrieval.PassageId;
import casewright.review.BesideView.Piece;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BesideViewTest {

    private static final Draft DRAFT = new Draft(1, 1, "icsr/v1", "", List.of(field("suspectDrugs[0].name", "Zelor"), field("reactions[0].term", "Rash"), field("reactions[0].outcome", "rash"),
            field("concomitantDrugs[0].name", "lithium")), List.of(), List.of());

    private static DraftField field(String path, String value) {
        return new DraftField(path, new FieldValue.Stated(value, "", List.of(new Citation.Source(1, 1, 0, value.length(), value)), new Assurance(List.of("pattern"), null, true)));
    }

    private static Evidence asked(String purpose, boolean isPrivate, String reaction, String sentence) {
        Evidence.Hit hit = new Evidence.Hit(1, "labels 1/zelor#4", "Zelor: label", "Adverse reactions", "Before. " + sentence, 1, "", true);
        Optional<Evidence.Answer> answer = sentence.isEmpty() ? Optional.empty() : Optional.of(new Evidence.Answer(hit.passage(), hit.title(), "label", sentence, "labelled in US"));
        return new Evidence("?", purpose, new Evidence.Subject("Zelor", reaction), new Evidence.Corpus("labels", "1", isPrivate, ""), List.of(hit), answer, null);
    }

    @Test
    void whatWasFoundStandsBesideTheFieldOnWhichItBears() {
        Map<String, List<BesideView>> beside = BesideView.of(DRAFT, List.of(asked("literature", false, "rash", "Rash is common."), asked("listedness", true, "rash", "Rare: rash."),
                asked("interaction", false, "lithium", "It raises lithium."), asked("literature", false, "gout", "Gout."), asked("class effect", false, "rash", "")), List.of());

        assertThat(beside).containsOnlyKeys("reactions[0].term", "concomitantDrugs[0].name");
        assertThat(beside.getOrDefault("reactions[0].term", List.of())).extracting(BesideView::quote).containsExactly("Rare: rash.", "Rash is common.");
        assertThat(beside.getOrDefault("reactions[0].term", List.of()).getFirst().lead()).isEqualTo("Zelor: labelled in US");
        assertThat(beside.getOrDefault("concomitantDrugs[0].name", List.of()).getFirst().lead()).isEqualTo("interaction with Zelor");
    }

    @Test
    void theSentenceThatDecidesIsToldFromTheRestOfItsPassage() {
        BesideView found = new BesideView("labelled", "Rare: rash.", "Zelor", "", "Common: gout. Rare: rash. Very rare: tremor.", "labels, version 1", "", 0);
        BesideView cited = new BesideView("cited", "All of it.", "Zelor", "", "", "labels, version 1", "Olga Officer", 7);

        assertThat(found.pieces()).containsExactly(new Piece("Common: gout. ", false), new Piece("Rare: rash.", true), new Piece(" Very rare: tremor.", false));
        assertThat(cited.pieces()).containsExactly(new Piece("All of it.", false));
    }

    @Test
    void whatPeopleCitedStandsFirstAndForTheCaseAsAWhole() {
        Cited one = new Cited(7, 1, "reactions[0].term", new PassageId("labels", "1", "zelor", 4), 1, false, "Zelor: label", "Warnings", "Stop it at a rash.", "Olga Officer", Instant.EPOCH, false);
        Cited whole = new Cited(8, 1, "", one.passage(), 1, false, one.title(), one.section(), one.text(), one.by(), one.at(), false);

        Map<String, List<BesideView>> beside = BesideView.of(DRAFT, List.of(asked("literature", false, "rash", "Rash is common.")), List.of(one, whole));

        assertThat(beside.getOrDefault("reactions[0].term", List.of())).extracting(BesideView::citedId).containsExactly(7L, 0L);
        assertThat(beside).containsKey("");
    }
}
