package casewright;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.access.Person;
import casewright.cases.ReportCase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service as a program uses it: HTTP Basic, JSON, problem+json.
@ServiceTest
class ApiTest {

    @LocalServerPort
    private int port;
    @Autowired
    private TestPeople people;
    @Autowired
    private TestCases testCases;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    private HttpResponse<String> call(String method, String path, Person person, String body, String type) throws Exception {
        String basic = Base64.getEncoder().encodeToString((person.signIn() + ":" + people.password(person)).getBytes(StandardCharsets.UTF_8));
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization", "Basic " + basic).header("Content-Type", type)
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, Person person) throws Exception {
        return call("GET", path, person, "", "application/json");
    }

    private HttpResponse<String> post(String path, Person person, String body) throws Exception {
        return call("POST", path, person, body, "application/json");
    }

    @Test
    void aCaseGoesFromUploadToExport() throws Exception {
        String upload = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"letter.txt\"\r\nContent-Type: text/plain\r\n\r\nA letter by program " + Math.random() + "\r\n--edge--\r\n";
        HttpResponse<String> uploaded = call("POST", "/api/documents", people.officer(), upload, "multipart/form-data; boundary=edge");
        assertThat(uploaded.statusCode()).isEqualTo(200);
        JsonNode first = json.readTree(uploaded.body()).get(0);
        assertThat(first.get("outcome").asString()).isEqualTo("new");
        assertThat(get("/api/documents/" + first.get("documentId").asLong(), people.auditor()).body()).contains("\"fileName\":\"letter.txt\"");

        ReportCase report = testCases.drafted(people.officer());
        String path = "/api/cases/" + report.id();
        assertThat(json.readTree(get("/api/cases?find=" + report.number(), people.auditor()).body()).get("total").asInt()).isEqualTo(1);
        assertThat(post(path + "/take", people.reviewer(), "").statusCode()).isEqualTo(200);
        HttpResponse<String> corrected = post(path + "/corrections", people.reviewer(), "{\"change\":\"field\",\"path\":\"patient.age\",\"value\":\"55 years\",\"reason\":\"by program\",\"expectedRevision\":1}");
        assertThat(json.readTree(corrected.body()).get("draft").get("revision").asInt()).isEqualTo(2);
        assertThat(post(path + "/sign", people.reviewer(), signing(people.reviewer(), ",\"expectedRevision\":2")).statusCode()).isEqualTo(200);
        assertThat(post(path + "/approve", people.reviewer(), signing(people.reviewer(), "")).statusCode()).isEqualTo(403);
        assertThat(json.readTree(post(path + "/approve", people.secondReviewer(), signing(people.secondReviewer(), "")).body()).get("status").asString()).isEqualTo("APPROVED");
        assertThat(json.readTree(get(path + "/export/json", people.auditor()).body()).get("approved").asBoolean()).isTrue();
        assertThat(get(path + "/export/cioms", people.auditor()).headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(json.readTree(get(path + "/trail", people.auditor()).body()).toString()).contains("\"approved\"");
        assertThat(json.readTree(get(path + "/draft?revision=1", people.auditor()).body()).get("draft").get("revision").asInt()).isEqualTo(1);
    }

    private String signing(Person person, String more) {
        return "{\"password\":\"" + people.password(person) + "\",\"meaning\":\"I checked it.\"" + more + "}";
    }

    @Test
    void everyRefusalIsAProblem() throws Exception {
        ReportCase report = testCases.drafted(people.officer());
        String path = "/api/cases/" + report.id();

        problem(get("/api/cases/999999", people.reviewer()), 404, "There is no such case");
        problem(get("/api/cases/letter", people.reviewer()), 404, "There is no such case");
        problem(get("/api/documents/letter", people.reviewer()), 404, "There is no such document");
        problem(get("/api/cases?page=first", people.reviewer()), 400, "The value of 'page' could not be understood");
        String noFile = "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"letter.txt\"\r\n\r\nA letter\r\n--edge--\r\n";
        problem(call("POST", "/api/documents", people.officer(), noFile, "multipart/form-data; boundary=edge"), 400, "The request has no 'file'");
        problem(get("/api/cases?status=NOWHERE", people.reviewer()), 422, "status is one or several of");
        problem(get("/api/cases?size=5000", people.reviewer()), 422, "size is 1 to 200");
        problem(post(path + "/corrections", people.reviewer(), "{\"change\":\"field\"}"), 400, "Some fields are not right");
        problem(post(path + "/corrections", people.reviewer(), "{not json"), 400, "could not be understood");
        problem(post(path + "/corrections", people.reviewer(), "{\"change\":\"field\",\"path\":\"patient.age\",\"value\":\"1 year\",\"reason\":\"x\",\"expectedRevision\":1}"), 403, "Take the case first");
        problem(post(path + "/take", people.officer(), ""), 403, "Your role does not allow this");
        problem(post(path + "/release", people.reviewer(), ""), 409, "not in review");
        problem(get("/api/nothing-here", people.reviewer()), 404, "nothing at this address");
        HttpResponse<String> stranger = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(), HttpResponse.BodyHandlers.ofString());
        problem(stranger, 401, "HTTP Basic");
    }

    private void problem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).contains(detail).doesNotContain("Exception").doesNotContain("trace");
    }

    @Test
    void describesItself() throws Exception {
        JsonNode document = json.readTree(get("/api/openapi", people.reviewer()).body());

        assertThat(document.get("paths").propertyNames()).contains("/api/documents", "/api/cases", "/api/cases/{id}/draft", "/api/cases/{id}/corrections", "/api/cases/{id}/approve", "/api/cases/{id}/export/{form}");
    }

    @Test
    void everyAnswerForbidsForeignContent() throws Exception {
        HttpResponse<String> known = get("/api/cases", people.auditor());

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
    }
}
