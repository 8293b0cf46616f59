package dev.qorpus.web.api.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.deploy.Deployment;
import dev.qorpus.web.api.deploy.ForwardedHeaders;
import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Route;

/** The access checks for every request. */
public final class Gate {

    private static final String BEARER = "Bearer ";

    private final HostCheck hosts;
    private final OriginCheck origins;
    private final ForwardedHeaders forwarded;
    private final @Nullable Token token;
    private final FailedAttempts attempts = new FailedAttempts();
    private final WriteCheck writes;
    private final List<Pattern> open = new ArrayList<>();

    /**
     * @param localhost whether the server listens on localhost only
     * @param secret the token that clients need; null if they need none
     * @param deployment how the server is reached
     */
    public Gate(boolean localhost, @Nullable String secret, Deployment deployment) {
        this.hosts = new HostCheck(localhost, deployment.hosts());
        this.origins = new OriginCheck(deployment);
        this.forwarded = new ForwardedHeaders(deployment.basePath());
        this.token = secret == null ? null : new Token(secret);
        this.writes = new WriteCheck(origins, this::hasToken);
    }

    /** The routes of the sign-in page, if there is a token. */
    public List<Route> routes() {
        return token == null ? List.of() : new SignIn(token, attempts, forwarded).routes();
    }

    /** The further checks of requests that change something. */
    public WriteCheck writes() {
        return writes;
    }

    /** Exempts the open ones of these routes from the token. */
    public void open(List<Route> routes) {
        routes.stream().filter(Route::isOpen).map(Route::addresses).forEach(open::add);
    }

    /**
     * Checks a request.
     *
     * @return whether it may continue; if not, the response is written: the sign-in page
     * @throws ProblemException if access is denied
     */
    public boolean check(Context context) {
        hosts.check(context);
        origins.check(context);
        if (token == null || isOpen(context.path()) || isAllowed(token, context)) {
            return true;
        }
        if (isPage(context)) {
            SignIn.show(context, "");
            return false;
        }
        context.header("WWW-Authenticate", BEARER.strip());
        throw new ProblemException(401,
                "this server demands its token; send it as 'Authorization: Bearer TOKEN', or sign in at /sign-in");
    }

    /** Whether a browser asks for a page, not a program or script for data. */
    public static boolean isPage(Context context) {
        String accepted = context.header("Accept");
        return context.method().equals(HandlerType.GET) && accepted != null && accepted.contains("text/html");
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
        if (hasToken(context)) {
            return true;
        }
        attempts.failed(context.ip());
        return false;
    }

    private boolean hasToken(Context context) {
        String given = context.header("Authorization");
        return token != null && given != null && given.startsWith(BEARER)
                && token.is(given.substring(BEARER.length()));
    }
}
