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
 * Closes connections whose request arrives too slowly. They are never idle, and hold no thread, but they count
 * against the limit of connections. When the server stops, it also closes connections without a request. Jetty closes
 * those that are open when the stop begins, but waits for one that is accepted a moment later.
 */
final class SlowRequestCloser extends AbstractLifeCycle implements Connection.Listener {

    /** The bytes read when the last request was complete, and the time when more bytes were first seen. */
    private record Progress(long requests, long bytes, long began) {}

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Duration most;
    private final AbstractConnector connector;
    private final Map<Connection, Progress> connections = new ConcurrentHashMap<>();
    private final Scheduler scheduler = new ScheduledExecutorScheduler("lingerers", true);

    /**
     * @param most how long a request may take to arrive
     * @param connector the owner of the connections
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
