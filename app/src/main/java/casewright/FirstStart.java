package casewright;

import casewright.access.People;
import casewright.access.Person;
import casewright.access.Role;
import casewright.audit.Action;
import casewright.company.Company;
import casewright.company.CompanySettings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What the service says when it has started: its address, and with an empty data folder five sign-ins, so that somebody can begin.
@Component
class FirstStart {

    private static final CompanySettings MERIDIAN = new CompanySettings("Meridian Pharma Ltd", "Quayside 12\nWesthaven WH1 4QQ\nUnited Kingdom", "GB", "MERIDIAN",
            List.of("Velorin", "losartan", "Nevrilan", "lamotrigine"), List.of("EU", "UK"));
    private static final List<Newcomer> NEWCOMERS = List.of(new Newcomer("officer", "Jonas Albrecht", Role.OFFICER), new Newcomer("reviewer", "Dr Katharina Vogel", Role.REVIEWER),
            new Newcomer("reviewer2", "Dr Ines Moreau", Role.REVIEWER), new Newcomer("auditor", "Tomasz Zielinski", Role.AUDITOR),
            new Newcomer("administrator", "Amira Haddad", Role.ADMINISTRATOR));

    private final People people;
    private final Company company;
    private final SampleLoader samples;
    private final Environment environment;

    FirstStart(People people, Company company, SampleLoader samples, Environment environment) {
        this.people = people;
        this.company = company;
        this.samples = samples;
        this.environment = environment;
    }

    private record Newcomer(String signIn, String name, Role role) {
    }

    void greet(PrintStream out) {
        boolean withSamples = environment.getProperty("casewright.samples", Boolean.class, true);
        List<String> lines = new ArrayList<>(List.of("Casewright runs at http://localhost:" + environment.getProperty("local.server.port", "8080") + "/"));
        if (people.none()) {
            if (withSamples) {
                samples.markPending();
                company.change(MERIDIAN, Action.byService("company settings changed").because("samples are loaded"));
            }
            lines.addAll(List.of("", "Sign-ins, shown only this once:", ""));
            NEWCOMERS.forEach(newcomer -> lines.add(added(newcomer)));
            lines.addAll(List.of("", "Each can change the password after signing in; the administrator can reset it and add people."));
            if (withSamples) lines.add("The samples of the invented company Meridian Pharma are being loaded; the first drafts follow in some minutes.");
        }
        print(lines, out);
        if (withSamples && samples.isPending()) people.all().stream().filter(person -> person.signIn().equals("officer")).findFirst().ifPresent(this::loadInBackground);
    }

    private String added(Newcomer newcomer) {
        String password = people.add(newcomer.signIn(), newcomer.name(), newcomer.role(), Action.byService("person added").because("first start"));
        return String.format("  %-14s %-16s %-20s %s", newcomer.signIn(), password, newcomer.name(), newcomer.role().label().toLowerCase(java.util.Locale.ROOT));
    }

    private void loadInBackground(Person officer) {
        Thread.ofPlatform().name("samples").daemon().start(() -> samples.load(officer));
    }

    private static void print(List<String> lines, PrintStream out) {
        String rule = "-".repeat(100);
        out.println("\n" + rule);
        lines.forEach(line -> out.println("  " + line));
        out.println(rule + "\n");
        out.flush();
    }
}
