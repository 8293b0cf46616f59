package dev.qorpus.web.api.access;

import java.util.Set;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.problem.ProblemException;

/**
 * Prevents DNS rebinding, where the name of a foreign page resolves to this machine. A server on localhost accepts
 * only names of localhost. A server that others can reach does not know its names. It needs a token, which the
 * foreign page does not have.
 *
 * @param localhost whether the server listens on localhost only
 */
record HostCheck(boolean localhost) {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    void check(Context context) {
        if (localhost && !NAMES.contains(withoutPort(context.header("Host")))) {
            throw new ProblemException(421, "the Host header names another machine; ask by localhost or 127.0.0.1");
        }
    }

    private static String withoutPort(@Nullable String host) {
        return host == null ? "" : host.replaceFirst(":\\d*$", "");
    }
}
