package casewright.access;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.ServiceTest;
import casewright.TestCases;
import casewright.TestPeople;
import casewright.cases.ReportCase;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route by every role. A route that is not in the list fails the test: whoever adds one says here who may call it.
@ServiceTest
class RoutesTest {

    private static final Set<Role> OFFICER = EnumSet.of(Role.OFFICER);
    private static final Set<Role> REVIEWER = EnumSet.of(Role.REVIEWER);
    private static final Set<Role> EDITORS = EnumSet.of(Role.OFFICER, Role.REVIEWER);
    private static final Set<Role> READERS = EnumSet.of(Role.OFFICER, Role.REVIEWER, Role.AUDITOR);
    private static final Set<Role> AUDITOR = EnumSet.of(Role.AUDITOR);
    private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);
    private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);
    private static final Map<String, Set<Role>> WHO_MAY = new LinkedHashMap<>();

    static {
        WHO_MAY.put("GET /sign-in", ANYBODY);
        WHO_MAY.put("GET /", ANYBODY);
        WHO_MAY.put("GET /password", ANYBODY);
        WHO_MAY.put("POST /password", ANYBODY);
        WHO_MAY.put("GET /queue", READERS);
        for (String search : new String[] {"GET /search", "POST /search", "POST /search/explanation"}) WHO_MAY.put(search, READERS);
        for (String page : new String[] {"people", "company", "model", "corpora", "corpora/runs"}) WHO_MAY.put("GET /admin/" + page, ADMINISTRATOR);
        for (String page : new String[] {"people", "company", "corpora", "corpora/{id}/retire", "corpora/access", "people/{id}/enabled", "people/{id}/password"}) WHO_MAY.put("POST /admin/" + page, ADMINISTRATOR);
        WHO_MAY.put("GET /trail", AUDITOR);
        WHO_MAY.put("GET /trail/openings", AUDITOR);
        WHO_MAY.put("GET /trail/searches", AUDITOR);
        WHO_MAY.put("GET /trail/searches/{id}", AUDITOR);
        WHO_MAY.put("POST /trail/verify", AUDITOR);
        WHO_MAY.put("GET /upload", OFFICER);
        WHO_MAY.put("POST /upload", OFFICER);
        for (String page : new String[] {"", "/panel", "/progress", "/state", "/model-calls", "/export/{form}"}) WHO_MAY.put("GET /cases/{id}" + page, READERS);
        WHO_MAY.put("GET /documents/{id}/content", READERS);
        WHO_MAY.put("GET /documents/{id}/words", READERS);
        WHO_MAY.put("GET /documents/{id}/page-image", READERS);
        WHO_MAY.put("GET /cases/{id}/edit", EDITORS);
        for (String citing : new String[] {"GET /citations/form", "POST /citations", "POST /citations/{report}/{id}/remove", "POST /citations/{report}/{id}/put-back"}) WHO_MAY.put(citing, EDITORS);
        WHO_MAY.put("POST /cases/{id}/corrections", EDITORS);
        for (String both : new String[] {"GET", "POST"}) {
            for (String decision : new String[] {"void", "confirm-no-case", "overturn-no-case", "arrival"}) WHO_MAY.put(both + " /cases/{id}/" + decision, OFFICER);
            for (String decision : new String[] {"return", "sign", "approve"}) WHO_MAY.put(both + " /cases/{id}/" + decision, REVIEWER);
            WHO_MAY.put(both + " /cases/{id}/duplicate", EDITORS);
        }
        WHO_MAY.put("POST /cases/{id}/retry", OFFICER);
        WHO_MAY.put("POST /cases/{id}/documents/{document}/password", OFFICER);
        WHO_MAY.put("POST /cases/{id}/documents/{document}/leave-out", OFFICER);
        WHO_MAY.put("POST /cases/{id}/take", REVIEWER);
        WHO_MAY.put("POST /cases/{id}/release", REVIEWER);
        WHO_MAY.put("POST /api/documents", OFFICER);
        for (String read : new String[] {"documents/{id}", "cases", "cases/{id}", "cases/{id}/draft", "cases/{id}/trail", "cases/{id}/export/{form}"}) WHO_MAY.put("GET /api/" + read, READERS);
        for (String deed : new String[] {"take", "release", "return", "sign", "approve"}) WHO_MAY.put("POST /api/cases/{id}/" + deed, REVIEWER);
        WHO_MAY.put("POST /api/cases/{id}/corrections", EDITORS);
    }

    @Autowired
    private WebApplicationContext context;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;
    @Autowired
    private TestPeople people;
    @Autowired
    private TestCases testCases;
    @Autowired
    private casewright.cases.Cases cases;
    @Autowired
    private People store;

    private MockMvc mvc;
    private ReportCase report;

    @BeforeEach
    void setUp() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(SecurityMockMvcConfigurers.springSecurity()).build();
        report = testCases.drafted(people.officer());
    }

    @Test
    void everyRouteIsInTheList() {
        assertThat(routes()).isSubsetOf(WHO_MAY.keySet());
    }

    @Test
    void everyRouteAnswersOnlyToItsRoles() throws Exception {
        for (String route : routes()) {
            // A password made anew and a person disabled would change the people that the rest of the test signs in as.
            if (route.startsWith("POST /admin/people/")) continue;
            for (Role role : Role.values()) {
                int status = call(route, role);
                if (WHO_MAY.getOrDefault(route, Set.of()).contains(role)) assertThat(status).as(route + " as " + role).isNotIn(401, 500);
                else assertThat(status).as(route + " as " + role).isEqualTo(403);
            }
        }
    }

    @Test
    void nobodyGetsInWithoutSigningIn() throws Exception {
        for (String route : routes()) {
            if (route.equals("GET /sign-in")) continue;
            String[] parts = route.split(" ");
            var answer = mvc.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(parts[0]), address(parts[1])).with(SecurityMockMvcRequestPostProcessors.csrf())).andReturn().getResponse();
            if (parts[1].startsWith("/api/")) assertThat(answer.getStatus()).as(route).isEqualTo(401);
            else assertThat(answer.getRedirectedUrl()).as(route).endsWith("/sign-in");
        }
    }

    @Test
    void whereNothingIsThereIsNothingForAnybodyWhoIsSignedIn() throws Exception {
        for (Role role : Role.values()) assertThat(call("GET /nothing-here", role)).as(role.label()).isEqualTo(404);

        assertThat(mvc.perform(MockMvcRequestBuilders.get("/nothing-here")).andReturn().getResponse().getRedirectedUrl()).endsWith("/sign-in");
        var noNumber = mvc.perform(MockMvcRequestBuilders.get("/cases/abc").with(SecurityMockMvcRequestPostProcessors.user(signedIn(Role.OFFICER)))).andReturn().getResponse();
        assertThat(noNumber.getStatus()).isEqualTo(404);
        assertThat(noNumber.getContentAsString()).contains("There is no such case. Please look for it in the work list.").doesNotContain("'id'");
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        int status = mvc.perform(MockMvcRequestBuilders.post("/cases/" + report.id() + "/take").with(SecurityMockMvcRequestPostProcessors.user(signedIn(Role.REVIEWER)))).andReturn().getResponse().getStatus();

        assertThat(status).isEqualTo(403);
    }

    private int call(String route, Role role) throws Exception {
        String[] parts = route.split(" ");
        var response = mvc.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(parts[0]), address(parts[1])).with(SecurityMockMvcRequestPostProcessors.user(signedIn(role)))
                .with(SecurityMockMvcRequestPostProcessors.csrf())).andReturn().getResponse();
        // 403 may also come from the step (the case is another's); only the access list's own refusal counts here.
        return response.getStatus() == 403 && response.getContentAsString().length() > 0 && !response.getContentAsString().contains("Your role does not allow this.") ? 200 : response.getStatus();
    }

    private SignedIn signedIn(Role role) {
        return store.loadUserByUsername(people.of(role).signIn());
    }

    private String address(String pattern) {
        long document = cases.documentIds(report.id()).getFirst();
        return pattern.replace("/documents/{id}", "/documents/" + document).replace("{document}", Long.toString(document)).replace("{report}", Long.toString(report.id())).replace("{id}", Long.toString(report.id())).replace("{form}", "json");
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getPackageName().startsWith("casewright")) return;
            for (String pattern : patterns(info)) info.getMethodsCondition().getMethods().forEach(method -> routes.add(method + " " + pattern));
            assertThat(info.getMethodsCondition().getMethods()).as("methods of " + info).isNotEmpty();
        });
        return routes;
    }

    private static Set<String> patterns(RequestMappingInfo info) {
        return info.getPatternValues();
    }
}
