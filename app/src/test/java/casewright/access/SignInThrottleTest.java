package casewright.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private Instant now = Instant.parse("2026-01-15T10:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(new SignInSettings(3, Duration.ofMinutes(15)), new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void afterMinutes(int minutes) {
        now = now.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void holdsANameBackUntilTheOldestOfTheFailuresIsOldEnough() {
        assertThat(throttle.failed("olga")).isFalse();
        afterMinutes(5);
        assertThat(throttle.failed("olga")).isFalse();
        afterMinutes(5);
        assertThat(throttle.failed(" OLGA ")).isTrue();

        assertThat(throttle.heldBackUntil("Olga")).hasValue(Instant.parse("2026-01-15T10:15:00Z"));
        assertThat(throttle.heldBackUntil("rita")).isEmpty();
        afterMinutes(5);
        assertThat(throttle.heldBackUntil("olga")).isEmpty();
        assertThat(throttle.failed("olga")).as("the two others are still counted").isTrue();
    }

    @Test
    void failuresFarApartHoldNobodyBack() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.failed("olga")).isFalse();
            afterMinutes(8);
        }
    }

    @Test
    void forgetsANameWithItsNewPassword() {
        for (int i = 0; i < 3; i++) throttle.failed("olga");

        throttle.forget("Olga");

        assertThat(throttle.heldBackUntil("olga")).isEmpty();
    }

    @Test
    void remembersABoundedNumberOfNames() {
        for (int i = 0; i < 3; i++) throttle.failed("first");

        for (int i = 0; i < 10_000; i++) throttle.failed("name-" + i);

        assertThat(throttle.heldBackUntil("first")).isEmpty();
    }
}
