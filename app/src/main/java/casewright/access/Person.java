package casewright.access;

/// Somebody who signs in.
public record Person(long id, String signIn, String name, Role role, boolean enabled) {

    public boolean is(Role wanted) {
        return role == wanted;
    }
}
