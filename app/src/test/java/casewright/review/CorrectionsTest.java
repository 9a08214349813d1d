package casewright.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.ServiceTest;
import casewright.TestCases;
import casewright.TestPeople;
import casewright.access.Person;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.cases.Arrival;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.Drafts;
import casewright.drafting.FieldValue;
import casewright.drafting.Finding;
import casewright.drafting.NarrativeSentence;
import casewright.reading.NullFlavor;
import casewright.refusal.RefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class CorrectionsTest {

    @Autowired
    private Corrections corrections;
    @Autowired
    private Review review;
    @Autowired
    private Decisions decisions;
    @Autowired
    private Cases cases;
    @Autowired
    private Drafts drafts;
    @Autowired
    private AuditTrail trail;
    @Autowired
    private TestPeople people;
    @Autowired
    private TestCases testCases;

    private long taken() {
        long id = testCases.drafted(people.officer()).id();
        review.take(id, people.reviewer());
        return id;
    }

    private Draft correct(long id, Correction.Change change, String reason) {
        return corrections.correct(id, new Correction(change, reason, drafts.getNewest(id).draft().revision()), people.reviewer()).draft();
    }

    private static DraftField field(Draft draft, String path) {
        return draft.find(path).orElseThrow();
    }

    @Test
    void aValuePutBackIsCitedAsTheServiceCitedIt() {
        long id = taken();
        FieldValue before = field(drafts.getNewest(id).draft(), "patient.age").value();
        correct(id, new Correction.FieldIs("patient.age", "57 years"), "Misread");

        Draft back = correct(id, new Correction.FieldIs("patient.age", "54 years"), "It was right");

        assertThat(field(back, "patient.age").value()).isEqualTo(before);
        assertThat(field(back, "patient.age").takenBy()).isNotNull();
    }

    @Test
    void aCorrectedValueIsThePersonsAndTheNextRevision() {
        long id = taken();

        Draft corrected = correct(id, new Correction.FieldIs("patient.age", "57 years"), "Told by the reporter");

        assertThat(corrected.revision()).isEqualTo(2);
        FieldValue.Stated stated = (FieldValue.Stated) field(corrected, "patient.age").value();
        assertThat(stated.value()).isEqualTo("57 years");
        assertThat(stated.code()).isEqualTo("57 a");
        assertThat(stated.citations()).containsExactly(new Citation.Person("Rita Reviewer", "Told by the reporter", "57 years"));
        assertThat(field(corrected, "patient.age").takenBy()).isNotNull();
        assertThat(drafts.find(id, 1).orElseThrow().draft().shown("patient.age")).isEqualTo("54 years");
        assertThat(drafts.getNewest(id).draft()).isEqualTo(corrected);
        AuditEntry entry = trail.ofCase(id).getLast();
        assertThat(entry.action()).isEqualTo("corrected");
        assertThat(entry.reason()).isEqualTo("Told by the reporter");
        assertThat(entry.details()).containsEntry("what", "patient.age").containsEntry("revision", "2").containsEntry("draftSha256", drafts.getNewest(id).sha256());
    }

    @Test
    void aConfirmedValueKeepsItsCitations() {
        long id = taken();
        FieldValue before = field(drafts.getNewest(id).draft(), "patient.age").value();

        Draft confirmed = correct(id, new Correction.FieldIs("patient.age", "54 years"), "Confirmed against the source");

        assertThat(field(confirmed, "patient.age").value()).isEqualTo(before);
        assertThat(field(confirmed, "patient.age").takenBy()).extracting(DraftField.Taken::by).isEqualTo("Rita Reviewer");
    }

    @Test
    void oneOfSeveralReadingsKeepsItsOwnCitations() {
        long id = taken();

        Draft decided = correct(id, new Correction.FieldIs("suspectDrugs[0].indication", "epilepsy"), "The first is right");

        FieldValue.Stated stated = (FieldValue.Stated) field(decided, "suspectDrugs[0].indication").value();
        assertThat(stated.citations()).singleElement().isInstanceOfSatisfying(Citation.Source.class, source -> assertThat(source.quote()).isEqualTo("epilepsy"));
    }

    @Test
    void summaryDueDateAndFindingsFollowTheFields() {
        long id = taken();
        assertThat(cases.get(id).due()).isEqualTo(LocalDate.of(2025, 5, 6).plusDays(90));

        Draft serious = correct(id, new Correction.FieldIs("reactions[0].seriousness", "other medically important; hospitalisation"), "She was admitted");
        correct(id, new Correction.FieldIs("suspectDrugs[0].name", "Velorin"), "Misread by the service");

        assertThat(serious.code("reactions[0].seriousness")).isEqualTo("c;f");
        ReportCase report = cases.get(id);
        assertThat(report.summary().serious()).isTrue();
        assertThat(report.summary().product()).isEqualTo("Velorin");
        assertThat(report.due()).isEqualTo(LocalDate.of(2025, 5, 6).plusDays(15));
        assertThat(drafts.getNewest(id).draft().findings()).filteredOn(finding -> finding.kind().equals("seriousness")).extracting(Finding::answer).singleElement().asString().startsWith("serious");
    }

    @Test
    void theNarrativeFollowsACorrectedFieldAndSaysWhatItStillTells() {
        long id = taken();

        Draft older = correct(id, new Correction.FieldIs("patient.age", "57 years"), "Misread by the service");
        assertThat(older.narrative().get(1).sentence()).isEqualTo("The patient was a 57 years old female.");
        assertThat(older.narrative().get(1).takenBy()).isNotNull();
        Draft without = correct(id, new Correction.FieldNotStated("suspectDrugs[0].dose", null), "The dose is another drug's");

        assertThat(without.narrative().get(2).sentence()).contains("25 mg daily");
        assertThat(without.findings()).extracting(Finding::answer).contains("The narrative still says \"25 mg daily\"; no field states it any more.");
    }

    @Test
    void aFieldLeftEmptyGetsAReasonThatItMayHave() {
        long id = taken();

        Draft asked = correct(id, new Correction.FieldNotStated("suspectDrugs[0].route", NullFlavor.ASKU), "Told by the reporter on the telephone");

        assertThat(asked.find("suspectDrugs[0].route").orElseThrow().value()).isEqualTo(new FieldValue.NotStated(NullFlavor.ASKU, List.of()));
        assertThat(asked.find("suspectDrugs[0].route").orElseThrow().takenBy()).isNotNull();
        assertThatThrownBy(() -> correct(id, new Correction.FieldNotStated("keyTests[0].when", NullFlavor.ASKU), "Asked")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> correct(id, new Correction.FieldNotStated("patient.sex", NullFlavor.NA), "Asked")).isInstanceOf(RefusedException.class)
                .hasMessageContaining("Sex may be empty for: MSK, UNK, ASKU, NASK.");
    }

    @Test
    void itemsAreAddedAndRemovedAndTheOthersMoveUp() {
        long id = taken();

        Draft added = correct(id, new Correction.ItemAdded("concomitantDrugs", "ramipril"), "The source says more");
        assertThat(added.count("concomitantDrugs")).isEqualTo(2);
        Draft removed = correct(id, new Correction.ItemRemoved("concomitantDrugs", 0), "Not taken at the time");

        assertThat(removed.count("concomitantDrugs")).isEqualTo(1);
        assertThat(removed.shown("concomitantDrugs[0].name")).isEqualTo("ramipril");
        assertThat(removed.fields().stream().map(DraftField::path)).doesNotHaveDuplicates();
    }

    @Test
    void sentencesAreChangedAddedAndRemoved() {
        long id = taken();

        correct(id, new Correction.SentenceIs(1, "The patient was a woman of 54 years."), "Plainer");
        correct(id, new Correction.SentenceAdded(2, "She is known to the clinic."), "Told on the telephone");
        Draft told = correct(id, new Correction.SentenceRemoved(4), "Said twice");

        assertThat(told.narrative()).extracting(NarrativeSentence::sentence).contains("The patient was a woman of 54 years.", "She is known to the clinic.").hasSize(4);
        assertThat(told.narrative().get(1).origin()).isEqualTo(NarrativeSentence.Origin.PERSON);
        assertThat(told.narrative().get(1).citations()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "patient.age | fifty | a number and a unit", "patient.age | 150 years | cannot be right", "patient.sex | femail | is one of", "patient.weightKg | heavy | is a number",
        "patient.weightKg | 0 | is a number", "patient.birthDate | 2999-01-01 | future", "patient.birthDate | 2021-02-30 | no such day", "patient.birthDate | 12/13/14 | is a date",
        "reactions[0].seriousness | very | takes any of", "patient.initials | ' ' | is empty", "patient.nickname | Bob | no field", "suspectDrugs[7].name | x | no field"})
    void refusesWhatAFieldCannotHold(String path, String value, String why) {
        long id = taken();

        assertThatThrownBy(() -> correct(id, new Correction.FieldIs(path, value), "A test")).isInstanceOf(RefusedException.class).hasMessageContaining(why);

        assertThat(drafts.getNewest(id).draft().revision()).isEqualTo(1);
    }

    @Test
    void refusesLongTextAndMissingReasons() {
        long id = taken();

        assertThatThrownBy(() -> correct(id, new Correction.FieldIs("suspectDrugs[0].dose", "x".repeat(501)), "A test")).hasMessageContaining("at most 500");
        assertThatThrownBy(() -> correct(id, new Correction.FieldIs("suspectDrugs[0].dose", "5 mg"), "  ")).hasMessageContaining("reason");
        assertThatThrownBy(() -> correct(id, new Correction.FieldIs("suspectDrugs[0].dose", "5 mg"), "x".repeat(501))).hasMessageContaining("at most 500");
    }

    @Test
    void onlyWhoHasTheCaseCorrectsIt() {
        long id = testCases.drafted(people.officer()).id();
        Correction wanted = new Correction(new Correction.FieldIs("patient.age", "55 years"), "A test", 1);

        assertThatThrownBy(() -> corrections.correct(id, wanted, people.reviewer())).hasMessageContaining("Take the case first");
        assertThatThrownBy(() -> corrections.correct(id, wanted, people.otherOfficer())).hasMessageContaining("opened");
        assertThatThrownBy(() -> corrections.correct(id, wanted, people.auditor())).isInstanceOf(RefusedException.class);
        corrections.correct(id, wanted, people.officer());
        review.take(id, people.reviewer());
        Correction next = new Correction(new Correction.FieldIs("patient.age", "56 years"), "A test", 2);
        assertThatThrownBy(() -> corrections.correct(id, next, people.secondReviewer())).hasMessageContaining("Another reviewer");
        assertThatThrownBy(() -> corrections.correct(id, next, people.officer())).hasMessageContaining("A reviewer has the case");
        assertThat(corrections.correct(id, next, people.reviewer()).draft().revision()).isEqualTo(3);
    }

    @Test
    void ofTwoAtTheSameMomentOneWinsAndTheOtherIsTold() throws Exception {
        long id = taken();
        Callable<Drafts.Revision> first = () -> corrections.correct(id, new Correction(new Correction.FieldIs("patient.age", "55 years"), "A test", 1), people.reviewer());
        Callable<Drafts.Revision> second = () -> corrections.correct(id, new Correction(new Correction.FieldIs("patient.sex", "male"), "A test", 1), people.reviewer());

        List<Future<Drafts.Revision>> outcomes;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            outcomes = threads.invokeAll(List.of(first, second));
        }

        assertThat(outcomes.stream().filter(outcome -> outcome.state() == Future.State.SUCCESS)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> outcome.state() == Future.State.FAILED).map(Future::exceptionNow)).singleElement().isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.reason()).isEqualTo(RefusedException.Reason.CONFLICT));
        assertThat(drafts.getNewest(id).draft().revision()).isEqualTo(2);
    }

    @Test
    void theDayOfReceiptMovesTheDueDateAndTheFirstSentence() {
        ReportCase report = testCases.drafted(people.officer());

        decisions.correctArrival(report.id(), new Arrival(LocalDate.of(2025, 5, 1), "post", "study", "", "IE"), people.officer(), "The envelope says so");

        assertThat(cases.get(report.id()).due()).isEqualTo(LocalDate.of(2025, 5, 1).plusDays(90));
        assertThat(drafts.getNewest(report.id()).draft().narrative().getFirst().sentence()).isEqualTo("The case (study report) was received on 2025-05-01.");
        assertThat(trail.ofCase(report.id())).extracting(AuditEntry::action).contains("arrival corrected");
    }

    @Test
    void aDuplicateNamesTheCaseThatStays() {
        ReportCase kept = testCases.drafted(people.officer());
        ReportCase twin = testCases.drafted(people.officer());
        assertThat(cases.likely(twin)).extracting(ReportCase::id).contains(kept.id());

        assertThatThrownBy(() -> decisions.markDuplicate(twin.id(), people.officer(), twin.number(), "Same letter")).isInstanceOf(RefusedException.class);
        decisions.markDuplicate(twin.id(), people.officer(), kept.number(), "Same letter");

        assertThat(cases.get(twin.id()).status()).isEqualTo(CaseStatus.DUPLICATE);
        assertThat(trail.ofCase(twin.id()).getLast().details()).containsEntry("duplicateOf", kept.number());
    }

    @Test
    void aTakenCaseIsNotTakenAgain() {
        long id = taken();
        Person second = people.secondReviewer();

        assertThatThrownBy(() -> review.take(id, second)).hasMessageContaining("Rita Reviewer has the case already");
        assertThatThrownBy(() -> review.release(id, second)).hasMessageContaining("Another reviewer");
        review.release(id, people.reviewer());
        review.take(id, second);

        assertThat(cases.get(id).isTakenBy(second.id())).isTrue();
    }
}
