package casewright.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;

/// Looks at no password while a name is held back. A right password between wrong ones takes none of them away: else whoever guesses beside a program
/// that signs in with each request would never be held back.
final class ThrottledSignIn implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final SignInThrottle throttle;
    private final SignInTrail trail;

    ThrottledSignIn(AuthenticationProvider passwords, SignInThrottle throttle, SignInTrail trail) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.trail = trail;
    }

    /// @throws LockedException while the name is held back
    @Override
    public @Nullable Authentication authenticate(Authentication given) {
        if (throttle.heldBackUntil(given.getName()).isPresent()) throw new LockedException("Too many wrong passwords");
        try {
            return passwords.authenticate(given);
        } catch (BadCredentialsException e) {
            if (throttle.failed(given.getName())) trail.heldBack(given.getName(), throttle.settings());
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return passwords.supports(kind);
    }
}
