package casewright.company;

import java.util.List;

/// What a company says about itself once.
///
/// @param senderId      used in case identifiers (`CC-company-number`, E2B C.1.1): no dash inside
/// @param ownProducts   brand or substance names; empty: every product counts as the company's own
/// @param jurisdictions codes of [ReportingClock], the strictest decides the due date
public record CompanySettings(String name, String address, String country, String senderId, List<String> ownProducts, List<String> jurisdictions) {

    public CompanySettings {
        ownProducts = List.copyOf(ownProducts);
        jurisdictions = List.copyOf(jurisdictions);
    }

    public static CompanySettings unset() {
        return new CompanySettings("Unnamed company", "", "", "UNSET", List.of(), List.of("EU"));
    }
}
