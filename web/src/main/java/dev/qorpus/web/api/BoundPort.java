package dev.qorpus.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;

import dev.qorpus.web.assembly.AddressException;

/**
 * A port that is reserved for a server before it can answer. Connections wait until it starts.
 *
 * @param channel that listens
 * @param settings of the server
 */
public record BoundPort(ServerSocketChannel channel, ServerSettings settings) implements AutoCloseable {

    /**
     * Reserves the port.
     *
     * @throws AddressException if the address cannot be bound
     */
    public static BoundPort of(ServerSettings settings) {
        String address = settings.authority(settings.port());
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                // As Jetty does: a server that just ended leaves connections that would block the port for a minute.
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(settings.host(), settings.port()));
                return new BoundPort(channel, settings);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (BindException e) {
            throw new AddressException(address, String.valueOf(e.getMessage()).contains("in use"), e);
        } catch (SocketException e) {
            throw new AddressException(address, false, e);
        } catch (IOException e) {
            throw new UncheckedIOException("no socket can be opened", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(BoundPort.class.getName()).log(System.Logger.Level.DEBUG, "not closed", e);
        }
    }
}
