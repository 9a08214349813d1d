package casewright;

import casewright.access.People;
import casewright.access.Person;
import casewright.access.Role;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.cases.Arrival;
import casewright.cases.CaseJobs;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.intake.Documents;
import casewright.intake.Intake;
import casewright.intake.IntakeSettings;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// The real program in a process of its own, without samples and with a model that the test plays; its database is looked at from outside.
final class ServiceProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("Casewright runs at http://[^:\\s]+:(\\d+)");
    private static final int LINE_OF_THE_PORT = 3;

    private final Process process;
    private final Path data;
    private final Path log;
    /// The database that ran when this process was launched: that of a service which a command joins.
    private final Optional<Long> databaseBefore;

    private ServiceProcess(Process process, Path data, Path log, Optional<Long> databaseBefore) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.databaseBefore = databaseBefore;
    }

    /// @param settings such as `casewright.model.base-url=http://...`
    static ServiceProcess launch(Path data, List<String> arguments, String... settings) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector", "-Xmx700m", "-XX:TieredStopAtLevel=1", "-Dcasewright.data=" + data, "-Dcasewright.samples=false", "-Dserver.port=0",
                "-Dcasewright.knowledge.embedder=none"));
        for (String setting : settings) command.add("-D" + setting);
        command.addAll(List.of("-cp", classPath(), "casewright.Application"));
        command.addAll(arguments);
        try {
            Files.createDirectories(data);
            Path log = Files.createTempFile(data, "process", ".log");
            Optional<Long> databaseBefore = databaseProcess(data);
            return new ServiceProcess(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), data, log, databaseBefore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of this test run, without the tests, whose components must not be found.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(entry -> !entry.replaceAll("/+$", "").endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static ServiceProcess started(Path data, String... settings) {
        ServiceProcess service = launch(data, List.of("run"), settings);
        Await.until("the service runs", LONGEST_START, () -> {
            if (!service.process.isAlive()) throw new AssertionError("The service ended with " + service.process.exitValue() + ":\n" + service.output());
            return service.output().contains("Casewright runs at");
        });
        return service;
    }

    /// A command of the launcher to its end.
    static Ended command(Path data, String name, String... settings) {
        try (ServiceProcess command = launch(data, List.of(name), settings)) {
            return new Ended(command.awaitEnd(LONGEST_START), command.output());
        }
    }

    record Ended(int exitCode, String output) {
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int awaitEnd(Duration longest) {
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) throw new AssertionError("The process does not end:\n" + output());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted", e);
        }
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd(LONGEST_STOP);
    }

    int stop() {
        process.destroy();
        return awaitEnd(LONGEST_STOP);
    }

    /// A new person who visits it.
    Visitor visitor(DataSource database, Role role) {
        JdbcClient sql = JdbcClient.create(database);
        Clock clock = Clock.systemUTC();
        String signIn = role.name().toLowerCase(Locale.ROOT) + "-" + System.nanoTime();
        String password = new People(sql, new BCryptPasswordEncoder(), new AuditTrail(sql, clock), clock).add(signIn, "A visitor", role, Action.byService("person added"));
        return new Visitor(port(), signIn, password);
    }

    private int port() {
        Matcher address = ADDRESS.matcher(output());
        if (!address.find()) throw new AssertionError("It does not say where it runs:\n" + output());
        return Integer.parseInt(address.group(1));
    }

    /// The embedded database of the data folder, which outlives a killed service.
    DataSource embeddedDatabase() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + pidFile(data).get(LINE_OF_THE_PORT).strip() + "/postgres");
        source.setUser("postgres");
        source.setPassword("postgres");
        return source;
    }

    private static Optional<Long> databaseProcess(Path data) {
        return pidFile(data).stream().findFirst().map(line -> Long.parseLong(line.strip()));
    }

    private static List<String> pidFile(Path data) {
        try {
            Path file = data.resolve("postgres/postmaster.pid");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Uploads as the pages do: the document, its case and the job.
    static ReportCase upload(DataSource database, String text) {
        JdbcClient sql = JdbcClient.create(database);
        Clock clock = Clock.systemUTC();
        AuditTrail trail = new AuditTrail(sql, clock);
        Cases cases = new Cases(sql, trail, clock);
        Intake intake = new Intake(new Documents(sql, trail, clock), cases, new IntakeSettings(50_000_000, 300, 20));
        Person officer = new Person(1, "officer", "Jonas Albrecht", Role.OFFICER, true);
        Arrival arrival = new Arrival(LocalDate.of(2025, 3, 4), "post", "spontaneous", "", "DE");
        ReportCase opened = intake.accept("letter.txt", text.getBytes(StandardCharsets.UTF_8), arrival, officer).report();
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("scheduler", SchedulerClient.Builder.create(database).build());
        new CaseJobs(beans.getBeanProvider(SchedulerClient.class), clock).goOn(opened.id());
        return opened;
    }

    /// Whatever of it still runs is ended: a killed service leaves its database behind. A database that it found running is not its own.
    @Override
    public void close() {
        if (process.isAlive()) process.destroyForcibly();
        databaseProcess(data).filter(own -> !databaseBefore.equals(Optional.of(own))).flatMap(ProcessHandle::of)
                .filter(postgres -> postgres.info().command().orElse("").startsWith(data.toString())).ifPresent(ProcessHandle::destroy);
    }
}
