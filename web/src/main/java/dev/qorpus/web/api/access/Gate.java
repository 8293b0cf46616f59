package dev.qorpus.web.api.access;

import java.time.Instant;
import java.util.Set;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** What every request has to pass before anything is done for it. */
public final class Gate {

    /** The program's own files, which anybody may have, its contract, and whether it runs. */
    private static final Set<String> OPEN = Set.of("/openapi.json", "/health", "/health/live", "/health/ready",
            SignIn.PATH, SignIn.END_PATH);
    private static final String BEARER = "Bearer ";

    private final HostCheck hosts;
    private final @Nullable Token token;
    private final FailedAttempts attempts = new FailedAttempts();

    /**
     * @param loopback whether the server listens on loopback
     * @param secret what who asks has to know; nothing if anybody may ask
     */
    public Gate(boolean loopback, @Nullable String secret) {
        this.hosts = new HostCheck(loopback);
        this.token = secret == null ? null : new Token(secret);
    }

    /** Adds the routes by which a browser signs in, if it has to. */
    public void routes(RoutesConfig routes) {
        if (token != null) {
            new SignIn(token, attempts).routes(routes);
        }
    }

    /**
     * Lets a request pass.
     *
     * @return whether it may go on; if not, it is answered: a page is asked for, and the browser is to sign in first
     * @throws RefusedException if it may not be asked
     */
    public boolean pass(Context context) {
        hosts.check(context);
        OriginCheck.check(context);
        if (token == null || isOpen(context.path()) || isAllowed(token, context)) {
            return true;
        }
        if (SignIn.isPage(context)) {
            SignIn.show(context, "");
            return false;
        }
        context.header("WWW-Authenticate", BEARER.strip());
        throw new RefusedException(401,
                "this server demands its token; send it as 'Authorization: Bearer TOKEN', or sign in at /sign-in");
    }

    private static boolean isOpen(String path) {
        return OPEN.contains(path) || path.startsWith("/page/") || path.startsWith("/lib/");
    }

    private boolean isAllowed(Token token, Context context) {
        String session = context.cookie(SignIn.COOKIE);
        if (session != null && token.isSession(session, Instant.now())) {
            return true;
        }
        String given = context.header("Authorization");
        if (given == null || !given.startsWith(BEARER)) {
            return false;
        }
        attempts.check(context.ip());
        if (token.is(given.substring(BEARER.length()))) {
            return true;
        }
        attempts.failed(context.ip());
        return false;
    }
}
