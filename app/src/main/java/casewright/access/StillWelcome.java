package casewright.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends the session of a person who was disabled, or whose password or role was changed, at the next request.
final class StillWelcome extends OncePerRequestFilter {

    private final People people;

    StillWelcome(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn known && !isStill(known)) {
            SecurityContextHolder.clearContext();
            Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        }
        chain.doFilter(request, response);
    }

    private boolean isStill(SignedIn known) {
        try {
            return people.findSignedIn(known.person().id()).filter(known::equals).isPresent();
        } catch (DataAccessException | TransactionException e) {
            // The database is away: the page that comes says so; signing in again would not help.
            return true;
        }
    }
}
