package casewright.access;

import casewright.database.DatabaseFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/// While the database is away nobody can be signed in, which is another matter than a wrong password: it is said, and the next try may succeed.
/// What fails behind the filters is answered by the pages for errors.
final class WithoutDatabase extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(WithoutDatabase.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (response.isCommitted() || !answered(request, response, e)) throw e;
        }
    }

    /// The answer to a sign-in on the page that failed.
    static void signInFailed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (answered(request, response, why)) return;
        response.sendRedirect(request.getContextPath() + (why instanceof LockedException ? "/sign-in?waiting" : "/sign-in?failed"));
    }

    /// @return false when it was not the database
    static boolean answered(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        Optional<String> told = DatabaseFailure.toldOf(failure);
        if (told.isEmpty()) return false;
        log.warn("Nobody can be signed in: {}", failure.getClass().getSimpleName());
        response.setHeader("Retry-After", "30");
        if (request.getRequestURI().startsWith("/api/")) ApiAnswers.unavailable(response, told.get());
        else response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return true;
    }
}
