package dev.qorpus.web.api.load;

import java.time.Duration;

/**
 * The bounds of a server's work. What a request may ask for is bounded where it is read.
 *
 * @param atOnce how many requests are worked on at once
 * @param waiting how many more may wait for their turn
 * @param patience how long they may
 * @param budget how long a request may take, waiting included
 * @param connections how many may be open
 * @param headers how long the sender of a request may take for all of it
 * @param idle after which a connection on which nothing happens is closed
 * @param goodbye how long what was begun may take when the server ends
 */
public record Limits(int atOnce, int waiting, Duration patience, Duration budget, int connections, Duration headers,
        Duration idle, Duration goodbye) {

    /** A question takes milliseconds: a hundred that wait are answered within a second or two. */
    private static final int WAITING = 100;
    /** Far fewer than the 1,024 files that a process may usually have open. */
    private static final int CONNECTIONS = 400;

    /** For a machine with so many processors. */
    public static Limits of(int processors) {
        return new Limits(2 * processors, WAITING, Duration.ofSeconds(5), Duration.ofSeconds(15), CONNECTIONS,
                Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }
}
