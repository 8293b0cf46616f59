package dev.qorpus.web.api;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.load.Limits;
import dev.qorpus.web.api.log.LogDetail;
import dev.qorpus.web.assembly.AddressException;

/**
 * How a server listens and whom it answers.
 *
 * @param host name or address to listen on
 * @param port 0 for any free one
 * @param token what who asks has to know; nothing if anybody who reaches the server may ask
 * @param limits of its work
 * @param log what is written down of requests
 */
public record ServerSettings(String host, int port, @Nullable String token, Limits limits, LogDetail log) {

    /** For this machine alone, with limits that fit it. */
    public static ServerSettings local(int port) {
        return new ServerSettings("127.0.0.1", port, null, Limits.of(Runtime.getRuntime().availableProcessors()),
                LogDetail.NONE);
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
