package dev.qorpus.web.api;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.deploy.Deployment;
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
 * @param deployment how the server is reached beside its own address
 */
public record ServerSettings(String host, int port, @Nullable String token, Limits limits, LogDetail log,
        Deployment deployment) {

    /** The settings of a server that is reached by its own address only. */
    public ServerSettings(String host, int port, @Nullable String token, Limits limits, LogDetail log) {
        this(host, port, token, limits, log, Deployment.PLAIN);
    }

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
        String own = bracketed();
        boolean any = Set.of("0.0.0.0", "[::]", "[0:0:0:0:0:0:0:0]").contains(own);
        return URI.create("http://" + (any ? "127.0.0.1" : own) + ":" + listening);
    }

    /**
     * The address as people type it into a browser, with the base path.
     *
     * @param listening the port that it listens on
     */
    public String shownAddress(int listening) {
        return "http://" + authority(listening) + deployment.basePath() + "/";
    }

    /** Host and port, an IPv6 address in brackets. */
    public String authority(int listening) {
        return bracketed() + ":" + listening;
    }

    private String bracketed() {
        return host.contains(":") ? "[" + host.replaceAll("[\\[\\]]", "") + "]" : host;
    }

    /** Whether only this machine can reach it. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    /** Whether others may reach it through a proxy on this machine without a token. */
    public boolean isOpenThroughProxy() {
        return token == null && isLoopback() && !deployment.hosts().isEmpty();
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
