package casewright;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another thread or process does, for a bounded time.
public final class Await {

    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

    private Await() {
    }

    public static void until(String what, Duration longest, BooleanSupplier isSo) {
        long end = System.nanoTime() + longest.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("Not within " + longest.toSeconds() + " s: " + what);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
