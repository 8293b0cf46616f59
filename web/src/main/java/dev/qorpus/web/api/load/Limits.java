package dev.qorpus.web.api.load;

import java.time.Duration;

/**
 * The limits of a server. The limits of each parameter are in its declaration.
 *
 * @param atOnce how many requests run at once
 * @param waiting how many more may wait
 * @param patience how long they may wait
 * @param budget how long a request may take, waiting included
 * @param connections how many connections may be open
 * @param headers how long a client may take to send a request
 * @param idle the time after which an idle connection is closed
 * @param goodbye how long running requests may take when the server stops
 */
public record Limits(int atOnce, int waiting, Duration patience, Duration budget, int connections, Duration headers,
        Duration idle, Duration goodbye) {

    /** A question takes milliseconds, so 100 waiting ones are answered within one or two seconds. */
    private static final int WAITING = 100;
    /** Well below 1,024, the usual limit of open files of a process. */
    private static final int CONNECTIONS = 400;

    /** The limits for a machine. */
    public static Limits of(int processors) {
        return new Limits(2 * processors, WAITING, Duration.ofSeconds(5), Duration.ofSeconds(15), CONNECTIONS,
                Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }
}
