package casewright.extraction;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.refusal.UnavailableException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// Reads each document in a thread of its own that is waited for only so long after its last sign of life. A thread that does not end by itself keeps its place, so that broken
/// documents can occupy no more than two.
final class BoundedReading {

    private static final int PLACES = 2;
    private static final long STACK_BYTES = 4_000_000;

    private final Semaphore places = new Semaphore(PLACES, true);
    private final Duration longest;

    BoundedReading(Duration longest) {
        this.longest = longest;
    }

    /// @throws RefusedException when it takes too long or too much memory
    /// @throws UnavailableException when no place becomes free in time
    ///
    /// @param reading calls what it is given whenever it has come on by a page
    <T> T read(Function<Runnable, T> reading) {
        takePlace();
        AtomicLong lastSign = new AtomicLong(System.nanoTime());
        FutureTask<T> task = new FutureTask<>(() -> reading.apply(() -> lastSign.set(System.nanoTime())));
        Thread worker = new Thread(null, () -> {
            try {
                task.run();
            } finally {
                places.release();
            }
        }, "extraction", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return await(task, lastSign);
        } catch (TimeoutException e) {
            worker.interrupt();
            throw new RefusedException(Reason.UNREADABLE, "The document could not be read within " + longest.toSeconds()
                    + " s (setting casewright.extraction.longest). Please print it into a new PDF, or upload the part that matters.");
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new UnavailableException("The service is stopping; the document was not read.");
        } catch (ExecutionException e) {
            throw causeOf(e);
        }
    }

    private <T> T await(FutureTask<T> task, AtomicLong lastSign) throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            long left = lastSign.get() + longest.toNanos() - System.nanoTime();
            try {
                return task.get(Math.max(1, left), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() - lastSign.get() >= longest.toNanos()) throw e;
            }
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) throw new UnavailableException("Other documents have been read for too long; this one waits.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The service is stopping; the document was not read.");
        }
    }

    private static RuntimeException causeOf(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException known -> known;
            // One document's streams: the memory is free again when its thread has ended.
            case OutOfMemoryError _ -> new RefusedException(Reason.TOO_LARGE, "The document needs more memory than there is. Please upload the part that matters.");
            case StackOverflowError _ -> new RefusedException(Reason.UNREADABLE, "The document is nested too deeply and cannot be read. Please print it into a new PDF.");
            case null, default -> new IllegalStateException("The extraction failed", failure);
        };
    }
}
