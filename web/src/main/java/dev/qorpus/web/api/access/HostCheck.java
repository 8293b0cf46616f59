package dev.qorpus.web.api.access;

import java.util.Locale;
import java.util.Set;

import io.javalin.http.Context;

import dev.qorpus.web.api.problem.ProblemException;

/**
 * Prevents DNS rebinding, where the name of a foreign page resolves to this machine. A server on localhost accepts
 * only names of localhost. A server that others can reach does not know its names. It needs a token, which the
 * foreign page does not have.
 *
 * @param localhost whether the server listens on localhost only
 * @param further names by which a proxy on this machine asks
 */
record HostCheck(boolean localhost, Set<String> further) {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    void check(Context context) {
        String host = context.header("Host");
        if (localhost && !isKnown(host == null ? "" : host.toLowerCase(Locale.ROOT))) {
            throw new ProblemException(421, "the Host header names another machine; ask by localhost or 127.0.0.1, or "
                    + "start the server with --allow-host if a proxy asks by that name");
        }
    }

    private boolean isKnown(String host) {
        String name = host.replaceFirst(":\\d*$", "");
        return NAMES.contains(name) || further.contains(name) || further.contains(host);
    }
}
