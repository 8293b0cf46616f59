package dev.qorpus.web.api.load;

import java.nio.channels.SocketChannel;

import org.jspecify.annotations.Nullable;

/** The work for one request on one thread. It can be stopped as long as it runs, and never afterwards. */
final class Work {

    /** The reason why work was stopped. */
    enum Stop {
        NONE, OVERDUE, DISCONNECTED
    }

    private final Thread worker;
    private final long until;
    private final @Nullable SocketChannel connection;
    private Stop stop = Stop.NONE;
    private boolean ended;

    /**
     * @param until the deadline, as a {@link System#nanoTime}
     * @param connection of the client, if it is known
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

    /** Ends the work. From now on the thread is not interrupted, so that it can write the response. */
    synchronized Stop end() {
        if (!ended) {
            ended = true;
            if (stop != Stop.NONE) {
                // Clears the interruption, which was for this work only.
                Thread.interrupted();
            }
        }
        return stop;
    }
}
