package dev.qorpus.web.api.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections that trickle a request in, byte after byte, which keeps them from ever being idle: they hold no
 * thread, but a place among the connections. When the server ends, closes all on which nothing is under way: Jetty does
 * so for those that it knows when it begins to end, and would wait for one that was accepted a moment later.
 */
final class SlowRequestCloser extends AbstractLifeCycle implements Connection.Listener {

    /** How much of a connection was read when its last request was whole, and when it was first seen to go on since. */
    private record Progress(long requests, long bytes, long began) {}

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Duration most;
    private final AbstractConnector connector;
    private final Map<Connection, Progress> connections = new ConcurrentHashMap<>();
    private final Scheduler scheduler = new ScheduledExecutorScheduler("lingerers", true);

    /**
     * @param most how long a request may take to come in
     * @param connector whose connections they are
     */
    SlowRequestCloser(Duration most, AbstractConnector connector) {
        this.most = most;
        this.connector = connector;
    }

    @Override
    protected void doStart() throws Exception {
        scheduler.start();
        look();
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        scheduler.stop();
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, new Progress(0, 0, 0));
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    private void look() {
        long now = System.nanoTime();
        connections.replaceAll((connection, before) -> look(connection, before, now));
        scheduler.schedule(this::look, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Progress look(Connection connection, Progress before, long now) {
        long requests = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        if (requests != before.requests() || connection.getMessagesOut() < requests) {
            return new Progress(requests, bytes, 0);
        }
        if (connector.isShutdown()) {
            connection.getEndPoint().close();
            return before;
        }
        if (bytes == before.bytes()) {
            return before;
        }
        if (before.began() == 0) {
            return new Progress(requests, before.bytes(), now);
        }
        if (now - before.began() > most.toNanos()) {
            connection.getEndPoint().close();
        }
        return before;
    }
}
