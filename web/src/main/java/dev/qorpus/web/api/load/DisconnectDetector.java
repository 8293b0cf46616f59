package dev.qorpus.web.api.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Detects clients that have disconnected. While a request runs, the server does not read from its connection, and
 * would notice only when it writes the response. So a second selector watches each connection. One that is readable,
 * but has no data, was closed by the client.
 */
final class DisconnectDetector implements AutoCloseable {

    private final Selector selector;

    private DisconnectDetector(Selector selector) {
        this.selector = selector;
    }

    static DisconnectDetector open() {
        try {
            return new DisconnectDetector(Selector.open());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch connections", e);
        }
    }

    /** Finds the works whose client has disconnected, and stops watching connections whose work has ended. */
    void find(Collection<Work> works, Consumer<Work> gone) {
        try {
            Set<Object> present = new HashSet<>(works);
            selector.keys().stream().filter(key -> !present.contains(key.attachment())).forEach(SelectionKey::cancel);
            // Cancelled keys are removed before the same connection is registered for its next request.
            selector.selectNow();
            works.forEach(this::watch);
            selector.selectNow(key -> {
                if (key.attachment() instanceof Work work && isClosed((SocketChannel) key.channel())) {
                    gone.accept(work);
                }
            });
        } catch (IOException e) {
            // Possibly out of file handles. The work then runs to its end or its deadline.
            System.getLogger(DisconnectDetector.class.getName()).log(System.Logger.Level.DEBUG, "not watched", e);
        }
    }

    private void watch(Work work) {
        SocketChannel connection = work.connection();
        if (connection == null || connection.keyFor(selector) != null) {
            return;
        }
        try {
            connection.register(selector, SelectionKey.OP_READ, work);
        } catch (ClosedChannelException e) {
            System.getLogger(DisconnectDetector.class.getName()).log(System.Logger.Level.TRACE, "closed meanwhile", e);
        }
    }

    private static boolean isClosed(SocketChannel connection) {
        try {
            return connection.socket().getInputStream().available() == 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop watching connections", e);
        }
    }
}
