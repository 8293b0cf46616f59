package dev.qorpus.web.api.load;

import java.nio.channels.SocketChannel;

import org.jspecify.annotations.Nullable;

/** One request being worked on, by one thread, which can be stopped until the work has ended, and not a moment later. */
final class Work {

    /** Why work was stopped. */
    enum Stop {
        NONE, OVERDUE, HUNG_UP
    }

    private final Thread worker;
    private final long until;
    private final @Nullable SocketChannel connection;
    private Stop stop = Stop.NONE;
    private boolean ended;

    /**
     * @param until the {@link System#nanoTime} after which it takes too long
     * @param connection of who waits for it, where it is known
     */
    Work(Thread worker, long until, @Nullable SocketChannel connection) {
        this.worker = worker;
        this.until = until;
        this.connection = connection;
    }

    long until() {
        return until;
    }

    @Nullable
    SocketChannel connection() {
        return connection;
    }

    synchronized void stop(Stop reason) {
        if (!ended && stop == Stop.NONE) {
            stop = reason;
            worker.interrupt();
        }
    }

    /** The thread has other things to do now, beginning with writing a response: nothing interrupts it any more. */
    synchronized Stop end() {
        if (!ended) {
            ended = true;
            if (stop != Stop.NONE) {
                // Forgets the interruption, which was meant for this work alone.
                Thread.interrupted();
            }
        }
        return stop;
    }
}
