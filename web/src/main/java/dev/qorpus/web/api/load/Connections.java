package dev.qorpus.web.api.load;

import java.nio.channels.SocketChannel;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** Finds the connection of a request. */
final class Connections {

    private Connections() {}

    static @Nullable SocketChannel of(Context context) {
        Object transport = ServletContextRequest.getServletContextRequest(context.req()).getConnectionMetaData()
                .getConnection().getEndPoint().getTransport();
        return transport instanceof SocketChannel channel ? channel : null;
    }
}
