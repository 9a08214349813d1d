package casewright.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Counts wrong passwords by the name that was given, whether somebody bears it or not: an answer tells nobody which names there are. Kept in memory: a
/// restart of the service begins anew.
@Component
class SignInThrottle {

    private static final int MOST_NAMES = 10_000;
    /// Longer than any sign-in: a guesser's long names cost no memory.
    private static final int LONGEST_NAME_CHARS = 60;

    private final SignInSettings settings;
    private final Clock clock;
    /// The newest failures of each name, oldest first, at most as many as hold it back. The name that failed longest ago gives way to a new one.
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

    SignInThrottle(SignInSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    SignInSettings settings() {
        return settings;
    }

    /// @return when the next try will be looked at; empty when it is now
    synchronized Optional<Instant> heldBackUntil(String signIn) {
        Deque<Instant> known = failures.getOrDefault(plain(signIn), new ArrayDeque<>());
        if (known.size() < settings.mostFailures()) return Optional.empty();
        Instant end = known.getFirst().plus(settings.within());
        return end.isAfter(clock.instant()) ? Optional.of(end) : Optional.empty();
    }

    /// @return whether this failure is the one that holds further tries back
    synchronized boolean failed(String signIn) {
        String name = plain(signIn);
        boolean before = heldBackUntil(name).isPresent();
        Deque<Instant> known = Optional.ofNullable(failures.remove(name)).orElseGet(ArrayDeque::new);
        known.addLast(clock.instant());
        while (known.size() > settings.mostFailures()) known.removeFirst();
        if (failures.size() >= MOST_NAMES) failures.remove(failures.keySet().iterator().next());
        failures.put(name, known);
        return !before && heldBackUntil(name).isPresent();
    }

    /// After an administrator gave a new password.
    synchronized void forget(String signIn) {
        failures.remove(plain(signIn));
    }

    private static String plain(String signIn) {
        String name = signIn.strip().toLowerCase(Locale.ROOT);
        return name.length() <= LONGEST_NAME_CHARS ? name : name.substring(0, LONGEST_NAME_CHARS);
    }
}
