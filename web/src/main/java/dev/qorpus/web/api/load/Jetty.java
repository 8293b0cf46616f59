package dev.qorpus.web.api.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

import dev.qorpus.search.query.Query;

/** Sets the limits that Jetty enforces: connections, sizes of headers, and time to stop. */
public final class Jetty {

    /** As browsers encode a character: three bytes, each as a percent sign and two digits. */
    private static final int ENCODED_CHARACTER = 9;
    private static final int LONGEST_HEADERS = Query.MAX_SENT * ENCODED_CHARACTER;

    private Jetty() {}

    /** Sets the limits of a server that listens on a channel. */
    public static void limit(JettyConfig jetty, ServerSocketChannel channel, Limits limits) {
        jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(LONGEST_HEADERS);
            http.setIdleTimeout(limits.idle().toMillis());
        });
        jetty.modifyServer(server -> {
            server.setHandler(new GracefulHandler());
            server.setStopTimeout(limits.goodbye().toMillis());
        });
        jetty.addConnector((server, http) -> connector(server, http, channel, limits));
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, ServerSocketChannel channel,
            Limits limits) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        try {
            connector.open(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("the channel cannot be used", e);
        }
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.addBean(new SlowRequestCloser(limits.headers(), connector));
        NetworkConnectionLimit connections = new NetworkConnectionLimit(limits.connections(), connector);
        // At the limit, idle connections are closed sooner.
        connections.setEndPointIdleTimeout(limits.idle().dividedBy(10).toMillis());
        connector.addBean(connections);
        return connector;
    }
}
