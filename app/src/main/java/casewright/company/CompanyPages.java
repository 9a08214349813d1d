package casewright.company;

import casewright.access.SignedIn;
import casewright.refusal.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The administrator's page of company settings.
@Controller
@RequestMapping("/admin/company")
class CompanyPages {

    private final Company company;

    CompanyPages(Company company) {
        this.company = company;
    }

    @GetMapping
    String show(Model model) {
        return page(company.settings(), model);
    }

    @PostMapping
    String change(@AuthenticationPrincipal SignedIn me, @RequestParam String name, @RequestParam String address, @RequestParam String country, @RequestParam String senderId,
            @RequestParam String ownProducts, @RequestParam(defaultValue = "") List<String> jurisdictions, Model model) {
        List<String> products = Arrays.stream(ownProducts.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
        CompanySettings wanted = new CompanySettings(name.strip(), address.strip(), country.strip().toUpperCase(Locale.ROOT), senderId.strip(), products, jurisdictions);
        try {
            company.change(wanted, me.person());
            model.addAttribute("saved", true);
        } catch (RefusedException e) {
            model.addAttribute("refusal", e.text());
        }
        return page(wanted, model);
    }

    private static String page(CompanySettings settings, Model model) {
        model.addAttribute("settings", settings);
        model.addAttribute("clocks", ReportingClock.values());
        return "company/settings";
    }
}
