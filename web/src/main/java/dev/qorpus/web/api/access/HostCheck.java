package dev.qorpus.web.api.access;

import java.util.Set;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.problem.ProblemException;

/**
 * Refuses requests that a browser was tricked into by a foreign name that resolves to this machine (DNS
 * rebinding): a server that listens on loopback is asked by a loopback name or not at all. One that others can
 * reach has names that it does not know, and demands a token instead, which the foreign page does not have.
 *
 * @param loopback whether the server listens on loopback
 */
record HostCheck(boolean loopback) {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    void check(Context context) {
        if (loopback && !NAMES.contains(withoutPort(context.header("Host")))) {
            throw new ProblemException(421, "the Host header names another machine; ask by localhost or 127.0.0.1");
        }
    }

    private static String withoutPort(@Nullable String host) {
        return host == null ? "" : host.replaceFirst(":\\d*$", "");
    }
}
