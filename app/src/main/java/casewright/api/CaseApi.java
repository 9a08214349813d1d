package casewright.api;

import casewright.access.SignedIn;
import casewright.approval.Approvals;
import casewright.audit.Action;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.drafting.Draft;
import casewright.drafting.Drafts;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.review.CorrectionForm;
import casewright.review.Corrections;
import casewright.review.Review;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cases by program: read them, and do what the person behind the request may do.
@RestController
@RequestMapping("/api/cases")
@Tag(name = "cases")
class CaseApi {

    private static final int LARGEST_PAGE = 200;

    private final Stores stores;
    private final Deeds deeds;

    /// What is read.
    @org.springframework.stereotype.Component
    record Stores(Cases cases, Drafts drafts, AuditTrail trail) {
    }

    /// What is done.
    @org.springframework.stereotype.Component
    record Deeds(Review review, Corrections corrections, Approvals approvals) {
    }

    CaseApi(Stores stores, Deeds deeds) {
        this.stores = stores;
        this.deeds = deeds;
    }

    /// @param total how many there are on all pages
    record CasePage(List<ReportCase> cases, int page, int size, long total) {
    }

    @Operation(summary = "Cases, the ones due first come first", description = "status: a name such as WAITING_FOR_REVIEW, several parted by commas; find: words of number, product, reaction, reporter, patient")
    @GetMapping
    CasePage cases(@RequestParam(defaultValue = "") String status, @RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) throw new RefusedException(Reason.INVALID, "page counts from 0, and size is 1 to " + LARGEST_PAGE + ".");
        Cases.Listing listing = stores.cases().search(statuses(status), find, page * size, size);
        return new CasePage(listing.cases(), page, size, listing.total());
    }

    private static List<CaseStatus> statuses(String given) {
        if (given.isBlank()) return List.of(CaseStatus.values());
        try {
            return Arrays.stream(given.split(",")).map(String::strip).map(CaseStatus::valueOf).toList();
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.INVALID, "status is one or several of: " + String.join(", ", Arrays.stream(CaseStatus.values()).map(Enum::name).toList()) + ".");
        }
    }

    @Operation(summary = "A case")
    @GetMapping("/{id}")
    ReportCase one(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        return opened(me, id);
    }

    /// @param sha256 over the draft as it is stored: what a signature is bound to
    record DraftAnswer(Draft draft, String sha256, String author, String reason, Instant createdAt) {
    }

    @Operation(summary = "A case's draft: the newest revision or an earlier one", description = "Each stated field and each sentence carries its citations")
    @GetMapping("/{id}/draft")
    DraftAnswer draft(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam(required = false) @Nullable Integer revision) {
        opened(me, id);
        Drafts.Revision found = revision == null ? stores.drafts().getNewest(id)
                : stores.drafts().find(id, revision).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "The case has no revision " + revision + "."));
        return new DraftAnswer(found.draft(), found.sha256(), found.author(), found.reason(), found.createdAt());
    }

    @Operation(summary = "What happened to a case, oldest first")
    @GetMapping("/{id}/trail")
    List<AuditEntry> trail(@PathVariable long id) {
        stores.cases().get(id);
        return stores.trail().ofCase(id);
    }

    private ReportCase opened(SignedIn me, long id) {
        ReportCase report = stores.cases().get(id);
        stores.trail().record(Action.by(me.person().name(), me.person().id(), "case opened for reading").onCase(id));
        return report;
    }

    @Operation(summary = "Take a case for review")
    @PostMapping("/{id}/take")
    ReportCase take(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        deeds.review().take(id, me.person());
        return stores.cases().get(id);
    }

    @Operation(summary = "Give a taken case back to the queue")
    @PostMapping("/{id}/release")
    ReportCase release(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        deeds.review().release(id, me.person());
        return stores.cases().get(id);
    }

    record Returning(@NotBlank String reason) {
    }

    @Operation(summary = "Return a taken or a signed case with a reason")
    @PostMapping("/{id}/return")
    ReportCase giveBack(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @Valid @RequestBody Returning wanted) {
        deeds.review().giveBack(id, me.person(), wanted.reason());
        return stores.cases().get(id);
    }

    record Signing(@NotBlank String password, @NotBlank String meaning, @NotNull Integer expectedRevision) {

        @Override
        public String toString() {
            return "Signing[revision " + expectedRevision + "]";
        }
    }

    @Operation(summary = "Sign the revision that was read; the password is asked for again")
    @PostMapping("/{id}/sign")
    ReportCase sign(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @Valid @RequestBody Signing wanted) {
        deeds.review().sign(id, me.person(), wanted.password(), wanted.meaning(), wanted.expectedRevision());
        return stores.cases().get(id);
    }

    record Approving(@NotBlank String password, @NotBlank String meaning) {

        @Override
        public String toString() {
            return "Approving[]";
        }
    }

    @Operation(summary = "Approve a signed case; refused to whoever opened, changed or signed it")
    @PostMapping("/{id}/approve")
    ReportCase approve(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @Valid @RequestBody Approving wanted) {
        deeds.approvals().approve(id, me.person(), wanted.password(), wanted.meaning());
        return stores.cases().get(id);
    }

    @Operation(summary = "Correct a field, a sentence or an item; makes the next revision", description = "change: field, notStated, sentence, sentenceRemoved, sentenceAdded, itemAdded, itemRemoved")
    @PostMapping("/{id}/corrections")
    DraftAnswer correct(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @Valid @RequestBody CorrectionForm wanted) {
        Drafts.Revision kept = deeds.corrections().correct(id, wanted.toCorrection(), me.person());
        return new DraftAnswer(kept.draft(), kept.sha256(), kept.author(), kept.reason(), kept.createdAt());
    }
}
