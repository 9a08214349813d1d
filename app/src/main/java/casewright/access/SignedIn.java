package casewright.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// The person behind a request, as Spring Security wants it.
public record SignedIn(Person person, String passwordHash) implements UserDetails {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name()));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return person.signIn();
    }

    @Override
    public boolean isEnabled() {
        return person.enabled();
    }

    @Override
    public String toString() {
        return "SignedIn[" + person.signIn() + "]";
    }
}
