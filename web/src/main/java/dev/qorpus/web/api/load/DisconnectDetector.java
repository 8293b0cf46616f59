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
 * Finds out whose client has gone. While a request is worked on, the server does not read from its connection, and
 * would notice only when it writes the answer. So each connection is also watched here, by a selector of its own: one
 * that can be read, but has nothing to read, was closed by the other side.
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

    /** Hands over each of these works whose client has gone, and forgets connections whose work has ended. */
    void find(Collection<Work> works, Consumer<Work> gone) {
        try {
            Set<Object> present = new HashSet<>(works);
            selector.keys().stream().filter(key -> !present.contains(key.attachment())).forEach(SelectionKey::cancel);
            // Whatever was cancelled is let go of before the same connection is watched for its next request.
            selector.selectNow();
            works.forEach(this::watch);
            selector.selectNow(key -> {
                if (key.attachment() instanceof Work work && isClosed((SocketChannel) key.channel())) {
                    gone.accept(work);
                }
            });
        } catch (IOException e) {
            // Out of file handles, perhaps: then the work goes on to its end, or until its time is up.
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
