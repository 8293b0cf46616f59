package dev.qorpus.web.api;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.load.Limits;
import dev.qorpus.web.api.log.LogDetail;
import dev.qorpus.web.assembly.AddressException;

/**
 * The settings of a server.
 *
 * @param host name or address to listen on
 * @param port the port; 0 for any free one
 * @param token the token that clients need; null if they need none
 * @param limits the limits of requests and connections
 * @param log how much is logged of each request
 */
public record ServerSettings(String host, int port, @Nullable String token, Limits limits, LogDetail log) {

    /** The settings of a server for this machine only. */
    public static ServerSettings local(int port) {
        return new ServerSettings("127.0.0.1", port, null, Limits.of(Runtime.getRuntime().availableProcessors()),
                LogDetail.NONE);
    }

    /**
     * The address by which this machine reaches it.
     *
     * @param listening the port that it listens on
     */
    public URI ownAddress(int listening) {
        String own = host.contains(":") ? "[" + host.replaceAll("[\\[\\]]", "") + "]" : host;
        boolean any = Set.of("0.0.0.0", "[::]", "[0:0:0:0:0:0:0:0]").contains(own);
        return URI.create("http://" + (any ? "127.0.0.1" : own) + ":" + listening);
    }

    /** Whether only this machine can reach it. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    /**
     * Whether only this machine can reach an address.
     *
     * @throws AddressException if there is no such name
     */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new AddressException(host, e);
        }
    }
}
