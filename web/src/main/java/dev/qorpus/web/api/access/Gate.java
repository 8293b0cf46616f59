package dev.qorpus.web.api.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Route;

/** What every request has to pass before anything is done for it. */
public final class Gate {

    private static final String BEARER = "Bearer ";

    private final HostCheck hosts;
    private final @Nullable Token token;
    private final FailedAttempts attempts = new FailedAttempts();
    private final List<Pattern> open = new ArrayList<>();

    /**
     * @param loopback whether the server listens on loopback
     * @param secret what who asks has to know; nothing if anybody may ask
     */
    public Gate(boolean loopback, @Nullable String secret) {
        this.hosts = new HostCheck(loopback);
        this.token = secret == null ? null : new Token(secret);
    }

    /** The routes by which a browser signs in, if it has to. */
    public List<Route> routes() {
        return token == null ? List.of() : new SignIn(token, attempts).routes();
    }

    /** Lets requests to these routes pass without a token, as far as they are open. */
    public void open(List<Route> routes) {
        routes.stream().filter(Route::isOpen).map(Route::addresses).forEach(open::add);
    }

    /**
     * Lets a request pass.
     *
     * @return whether it may go on; if not, it is answered: a page is asked for, and the browser is to sign in first
     * @throws ProblemException if it may not be answered
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
        throw new ProblemException(401,
                "this server demands its token; send it as 'Authorization: Bearer TOKEN', or sign in at /sign-in");
    }

    private boolean isOpen(String path) {
        return open.stream().anyMatch(addresses -> addresses.matcher(path).matches());
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
