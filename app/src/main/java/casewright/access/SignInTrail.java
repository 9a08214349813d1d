package casewright.access;

import casewright.audit.Action;
import casewright.audit.AuditTrail;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/// Who came, who went, and who was turned away. HTTP Basic signs in with each request: only its failures are told.
@Component
@ConditionalOnWebApplication
class SignInTrail {

    private static final int LONGEST_SIGN_IN_CHARS = 40;

    private final AuditTrail trail;

    SignInTrail(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) trail.record(Action.by(signedIn.person().name(), signedIn.person().id(), "signed in"));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) trail.record(Action.by(signedIn.person().name(), signedIn.person().id(), "signed out"));
    }

    @EventListener
    void turnedAway(AbstractAuthenticationFailureEvent event) {
        // Nobody was turned away: the database could not be asked. And that a name is held back is told once, not with each try.
        if (event instanceof AuthenticationFailureServiceExceptionEvent || event instanceof AuthenticationFailureLockedEvent) return;
        trail.record(Action.byService("sign-in refused").with("signIn", shown(event.getAuthentication().getName())));
    }

    void heldBack(String given, SignInSettings settings) {
        trail.record(Action.byService("sign-ins held back").because(settings.mostFailures() + " wrong passwords in " + settings.within().toMinutes() + " minutes").with("signIn", shown(given)));
    }

    private static String shown(String given) {
        String plain = given.replaceAll("\\p{Cntrl}", "");
        return plain.length() > LONGEST_SIGN_IN_CHARS ? plain.substring(0, LONGEST_SIGN_IN_CHARS) : plain;
    }
}
