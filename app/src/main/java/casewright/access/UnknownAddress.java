package casewright.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// An address that the list of routes does not know: refused to everybody, and answered as one where nothing is.
final class UnknownAddress {

    private static final String MARK = UnknownAddress.class.getName();
    private static final AccessDeniedHandler NOT_ALLOWED = new AccessDeniedHandlerImpl();

    private UnknownAddress() {
    }

    static AuthorizationDecision refused(Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        context.getRequest().setAttribute(MARK, true);
        return new AuthorizationDecision(false);
    }

    static void answer(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException, ServletException {
        if (request.getAttribute(MARK) == null) NOT_ALLOWED.handle(request, response, why);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
