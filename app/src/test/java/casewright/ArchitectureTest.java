package casewright;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import casewright.approval.ApprovedReport;
import casewright.database.DatabaseFailure;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The order of the packages and who may touch what. Each rule says why it is there.
class ArchitectureTest {

    /// The chain; a step may use the steps before it and what lies underneath, never a step after it.
    private static final List<String> STEPS = List.of("intake", "extraction", "reading", "evidence", "drafting", "review", "approval", "export");
    private static final List<String> UNDERNEATH = List.of("cases", "audit", "access", "llm", "knowledge", "company", "database", "assets", "refusal");
    /// What lies above the chain and may use all of it: the flow and the pages' frame (root), the API, the commands that measure.
    private static final List<String> ABOVE = List.of("", "api", "evaluation");
    private static final String RETRIEVAL = "retrieval";

    private static final Set<String> FORBIDDEN_ENDINGS = Set.of("Impl", "Util", "Utils", "Helper", "Manager", "Dto", "Mapper");
    private static final Set<String> FORBIDDEN_PACKAGES = Set.of("util", "common", "core", "model", "service", "exception");
    private static final Set<String> STATIC_CLOCKS = Set.of("java.time.Instant", "java.time.LocalDate", "java.time.LocalDateTime", "java.time.LocalTime", "java.time.ZonedDateTime",
            "java.time.OffsetDateTime", "java.time.Year", "java.time.YearMonth");
    /// Plurals without an s, and the company, which is one row.
    private static final Set<String> OTHER_STORES = Set.of("People", "Corpora", "Company");
    private static final Path SOURCES = Path.of("src/main/java/casewright");

    private static final JavaClasses ALL = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("casewright");

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        Set<String> known = new TreeSet<>(STEPS);
        known.addAll(UNDERNEATH);
        known.addAll(ABOVE);
        known.add(RETRIEVAL);

        Set<String> found = new TreeSet<>();
        ALL.forEach(one -> found.add(topic(one)));

        assertThat(known).as("a new package gets its place in this test and in docs/architecture.md").containsAll(found);
    }

    @Test
    void noStepUsesALaterOne() {
        for (int i = 0; i < STEPS.size(); i++) {
            List<String> later = new ArrayList<>(STEPS.subList(i + 1, STEPS.size()));
            later.addAll(ABOVE);
            noClasses().that(areIn(List.of(STEPS.get(i)))).should().dependOnClassesThat(areIn(later))
                    .because("a step may be understood without knowing what comes after it").allowEmptyShould(true).check(ALL);
        }
    }

    @Test
    void whatLiesUnderneathUsesNoStep() {
        List<String> over = new ArrayList<>(STEPS);
        over.addAll(ABOVE);
        noClasses().that(areIn(UNDERNEATH)).should().dependOnClassesThat(areIn(over)).because("cases, trail, people and model know nothing of the steps that use them").check(ALL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("casewright.(*)..").should().beFreeOfCycles().because("each package can then be read, tested and replaced alone").check(ALL);
    }

    @Test
    void retrievalIsPlainJava() {
        noClasses().that(areIn(List.of(RETRIEVAL))).should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "java.sql..", "dev.langchain4j.model.openai..")
                .because("it is text in, ranked passages out, also for another program").check(ALL);
    }

    @Test
    void oneLibraryOnePackage() {
        noClasses().that(areOutside("extraction", "export")).should().dependOnClassesThat().resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..")
                .because("PDFs are opened in extraction; export only draws").check(ALL);
        noClasses().that(areOutside("intake", "extraction")).should().dependOnClassesThat().resideInAnyPackage("org.apache.tika..", "org.apache.poi..")
                .because("intake tells kinds and takes attachments out, extraction reads").check(ALL);
        noClasses().that(areOutside("export")).should().dependOnClassesThat().resideInAPackage("com.openhtmltopdf..").because("only export draws PDFs").check(ALL);
        noClasses().that(areOutside(RETRIEVAL)).should().dependOnClassesThat().resideInAPackage("org.apache.lucene..").because("another engine must change one package").check(ALL);
        noClasses().that(areOutside(RETRIEVAL)
                        .and(DescribedPredicate.not(DescribedPredicate.describe("QwenModel", (JavaClass one) -> one.getName().replaceAll("\\$.*", "").equals("casewright.llm.QwenModel")))))
                .should().dependOnClassesThat().resideInAPackage("dev.langchain4j..").because("one class talks to the model").check(ALL);
    }

    @Test
    void onlyStoresHoldSql() {
        noClasses().that(DescribedPredicate.describe("are no stores", (JavaClass one) -> !isStore(one)).and(
                        // it tells a full disk from other failures by the state that SQL gives them
                        DescribedPredicate.not(DescribedPredicate.describe("DatabaseFailure", (JavaClass one) -> one.isEquivalentTo(DatabaseFailure.class)))))
                .should().dependOnClassesThat().resideInAnyPackage("org.springframework.jdbc.core..", "java.sql..", "javax.sql..")
                .because("SQL is in the class named as the plural of what it stores, or in a trail").check(ALL);
    }

    private static boolean isStore(JavaClass one) {
        String outer = one.getName().replaceAll("\\$.*", "");
        String simple = outer.substring(outer.lastIndexOf('.') + 1);
        boolean plural = simple.endsWith("s") && !simple.endsWith("Pages") && !simple.endsWith("ss");
        return plural || simple.endsWith("Trail") || OTHER_STORES.contains(simple);
    }

    @Test
    void onlyApprovalMakesAnApprovedReport() {
        assertThat(ApprovedReport.class.getDeclaredConstructors()).extracting(Constructor::getModifiers).allMatch(modifiers -> !Modifier.isPublic(modifiers) && !Modifier.isProtected(modifiers));
        classes().that().areNotInterfaces().and(areOutside("approval")).should().notBe(ApprovedReport.class)
                .andShould(com.tngtech.archunit.lang.conditions.ArchConditions.not(com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere(
                        target(owner(name(ApprovedReport.class.getName()))))))
                .because("what leaves the house as a report was signed by two people").check(ALL);
    }

    @Test
    void onlyAuditWritesTheTrail() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> writers = files.filter(file -> file.toString().endsWith(".java")).filter(ArchitectureTest::namesATableOfTheTrail).toList();

            assertThat(writers).as("entries are chained by hash in one place").containsOnly(SOURCES.resolve("audit/AuditTrail.java"));
        }
    }

    private static boolean namesATableOfTheTrail(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("audit_entry") || text.contains("audit_head");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nobodyReadsAStaticClock() {
        noClasses().should().callMethodWhere(DescribedPredicate.describe("it reads the machine's clock", ArchitectureTest::readsAStaticClock))
                .because("time comes from the injected clock, so that tests can set it").check(ALL);
        noClasses().that(areOutside("database")).should().callMethodWhere(DescribedPredicate.describe("it makes a clock", (JavaMethodCall call) ->
                        call.getTargetOwner().getName().equals("java.time.Clock") && call.getName().startsWith("system")))
                .because("the one clock is made beside the database").check(ALL);
    }

    private static boolean readsAStaticClock(JavaMethodCall call) {
        boolean now = call.getName().equals("now") && STATIC_CLOCKS.contains(call.getTargetOwner().getName())
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.getName().equals("java.time.Clock"));
        return now || call.getName().equals("currentTimeMillis") && call.getTargetOwner().getName().equals("java.lang.System");
    }

    @Test
    void onlyTheEntryPointPrints() {
        noClasses().that(DescribedPredicate.not(DescribedPredicate.describe("print for a person at a terminal", (JavaClass one) ->
                        Set.of("casewright.Application", "casewright.FirstStart", "casewright.evaluation.Commands").contains(one.getName())))
                        .and(areOutside(RETRIEVAL)))
                .should().accessFieldWhere(DescribedPredicate.describe("it is standard output", access ->
                        access.getTargetOwner().getName().equals("java.lang.System") && Set.of("out", "err").contains(access.getName())))
                .because("everything else goes through the log, without data of patients").check(ALL);
    }

    @Test
    void namesSayWhatAThingIs() {
        List<String> bad = ALL.stream().filter(one -> FORBIDDEN_ENDINGS.stream().anyMatch(one.getSimpleName()::endsWith)).map(JavaClass::getName).toList();
        List<String> badPackages = ALL.stream().map(JavaClass::getPackageName).distinct().filter(one -> Arrays.stream(one.split("\\.")).anyMatch(FORBIDDEN_PACKAGES::contains)).toList();

        assertThat(bad).as("a name that fits every class says nothing").isEmpty();
        assertThat(badPackages).as("packages say what is done for the user").isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        Set<String> packages = new TreeSet<>();
        ALL.forEach(one -> packages.add(one.getPackageName()));

        assertThat(packages).as("package-info with @NullMarked").allMatch(one -> ALL.contain(one + ".package-info")
                && ALL.get(one + ".package-info").isAnnotatedWith("org.jspecify.annotations.NullMarked"));
    }

    /// The package below `casewright`: "" for the root, "reading" for `casewright.reading.text`.
    private static String topic(JavaClass one) {
        String[] parts = one.getPackageName().split("\\.");
        return parts.length < 2 ? "" : parts[1];
    }

    private static DescribedPredicate<JavaClass> areIn(List<String> topics) {
        return DescribedPredicate.describe("are in " + String.join(", ", topics), one -> resideInAPackage("casewright..").test(one) && topics.contains(topic(one)));
    }

    private static DescribedPredicate<JavaClass> areOutside(String... topics) {
        return DescribedPredicate.not(areIn(List.of(topics))).as("are outside %s", String.join(", ", topics));
    }
}
