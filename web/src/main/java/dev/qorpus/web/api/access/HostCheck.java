package dev.qorpus.web.api;

import java.util.Set;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that a browser was tricked into by a foreign name that resolves to this machine (DNS
 * rebinding): a server that listens on loopback is asked by a loopback name or not at all.
 *
 * @param host what the server listens on
 */
record HostCheck(String host) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    boolean allows(Context context) {
        return !isLoopback() || LOOPBACK.contains(withoutPort(context.header("Host")));
    }

    private boolean isLoopback() {
        return LOOPBACK.contains(host) || host.equals("::1");
    }

    private static String withoutPort(@Nullable String host) {
        return host == null ? "" : host.replaceFirst(":\\d*$", "");
    }
}
