package casewright.intake;

import casewright.access.SignedIn;
import casewright.cases.Arrival;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.company.Company;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The upload page: several files, each with its own answer.
@Controller
class UploadPages {

    private final Uploads uploads;
    private final Cases cases;
    private final Company company;
    private final Clock clock;
    private final IntakeSettings settings;

    UploadPages(Uploads uploads, Cases cases, Company company, Clock clock, IntakeSettings settings) {
        this.uploads = uploads;
        this.cases = cases;
        this.company = company;
        this.clock = clock;
        this.settings = settings;
    }

    @GetMapping("/upload")
    String page(@RequestParam(defaultValue = "") String follows, Model model) {
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        model.addAttribute("how", Arrival.RECEIVED_HOW);
        model.addAttribute("types", Arrival.REPORT_TYPES);
        model.addAttribute("country", company.settings().country());
        model.addAttribute("follows", follows);
        model.addAttribute("settings", settings);
        return "intake/upload";
    }

    @PostMapping("/upload")
    String upload(@AuthenticationPrincipal SignedIn me, @RequestParam("file") List<MultipartFile> files, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receiptDate,
            @RequestParam String receivedHow, @RequestParam String reportType, @RequestParam(defaultValue = "") String sender, @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String follows, @RequestParam(defaultValue = "") String password, Model model) {
        Arrival arrival = new Arrival(receiptDate, receivedHow, reportType, sender.strip(), country.strip().toUpperCase(Locale.ROOT));
        Optional<ReportCase> earlier = follows.isBlank() ? Optional.empty() : Optional.of(cases.findByNumber(follows.strip())
                .orElseThrow(() -> new RefusedException(Reason.INVALID, "There is no case " + follows.strip() + ". Nothing was uploaded: please correct the number or leave it empty.")));
        List<MultipartFile> chosen = files.stream().filter(file -> !file.isEmpty() || !String.valueOf(file.getOriginalFilename()).isBlank()).toList();
        if (chosen.isEmpty()) throw new RefusedException(Reason.INVALID, "Please choose at least one file.");
        List<Result> results = uploads.keepAll(chosen, arrival, me.person(), earlier, password).stream().map(outcome -> result(outcome, earlier)).toList();
        model.addAttribute("results", results);
        return "intake/fragments/results";
    }

    /// What became of one file.
    ///
    /// @param report the case that it opened or belongs to; null when it was refused
    record Result(String fileName, String outcome, String text, @Nullable ReportCase report) {
    }

    private static Result result(Uploads.Outcome outcome, Optional<ReportCase> earlier) {
        return switch (outcome) {
            case Uploads.Outcome.Refused(String name, Reason _, String text) -> new Result(name, "refused", text, null);
            case Uploads.Outcome.Kept(String name, Intake.Accepted accepted, boolean passwordUnused) when !accepted.isNew() ->
                    new Result(name, "known", "This file is already here: the same bytes belong to this case." + (passwordUnused ? " " + Uploads.PASSWORD_UNUSED : ""), accepted.report());
            case Uploads.Outcome.Kept(String name, Intake.Accepted accepted, boolean _) ->
                    new Result(name, "new", earlier.isPresent() ? "Kept as a follow-up of " + earlier.get().number() + "." : "Kept.", accepted.report());
        };
    }
}
