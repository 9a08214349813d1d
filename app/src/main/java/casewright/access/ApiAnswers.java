package casewright.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;

/// What a program is told when it may not: problem+json (RFC 9457), never a page.
final class ApiAnswers {

    private ApiAnswers() {
    }

    static void notSignedIn(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        if (WithoutDatabase.answered(request, response, why)) return;
        if (why instanceof LockedException) {
            write(response, HttpStatus.TOO_MANY_REQUESTS, "There were too many tries with a wrong password for this sign-in. Please wait some minutes, or ask an administrator for a new password.");
            return;
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"Casewright\"");
        write(response, HttpStatus.UNAUTHORIZED, "Please send a sign-in and its password (HTTP Basic).");
    }

    static void notAllowed(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        write(response, HttpStatus.FORBIDDEN, "Your role does not allow this.");
    }

    static void unavailable(HttpServletResponse response, String detail) throws IOException {
        write(response, HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    /// The words are constants: nothing in them needs escaping.
    private static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write("{\"type\":\"about:blank\",\"title\":\"" + status.getReasonPhrase() + "\",\"status\":" + status.value() + ",\"detail\":\"" + detail.replace("\"", "\\\"") + "\"}");
    }
}
