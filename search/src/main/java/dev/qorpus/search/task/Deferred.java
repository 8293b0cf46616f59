package dev.qorpus.search.task;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work that runs in the background: a question is embedded while its words are looked up. */
public interface Deferred<T> {

    /**
     * Waits for the result.
     *
     * @throws RuntimeException what the work threw
     */
    T get();

    /** Starts work on a thread of its own. */
    static <T> Deferred<T> start(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofVirtual().name("deferred").start(task);
        return () -> await(task);
    }

    /** Work that is done already. */
    static <T> Deferred<T> done(T result) {
        return () -> result;
    }

    private static <T> T await(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (e.getCause() instanceof Error serious) {
                throw serious;
            }
            throw new IllegalStateException("embedding the question failed", e.getCause());
        }
    }
}
