package dev.qorpus.web.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

import io.javalin.http.Context;

import dev.qorpus.web.api.problem.ProblemException;

/**
 * The further checks of requests that change something. The origin must be this server's own, without exceptions. A
 * browser has to state it. A client proves that it could read an answer of this server: it sends a key that each
 * process makes, or the server's token in a header. A page of another site can do neither.
 */
public final class WriteCheck {

    /** The header with the key. A page of another site cannot set it without asking first, which is refused. */
    public static final String HEADER = "X-Qorpus-Key";

    private static final int KEY_BYTES = 32;

    private final OriginCheck origins;
    private final TokenCheck token;
    private final String key;

    /** Whether a request has the server's token in its header. A session cookie does not count. */
    interface TokenCheck {
        boolean has(Context context);
    }

    WriteCheck(OriginCheck origins, TokenCheck token) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.origins = origins;
        this.token = token;
        this.key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The key, for an answer that pages of other origins cannot read, not even allowed ones; otherwise empty. */
    public Optional<String> keyFor(Context context) {
        return origins.isForeign(context) ? Optional.empty() : Optional.of(key);
    }

    /**
     * A check of a kind of change.
     *
     * @param on whether the server was started for it
     * @param option that it has to be started with
     */
    public Consumer<Context> guard(boolean on, String option) {
        return context -> {
            if (!on) {
                throw new ProblemException(403, "this server only reads; to allow this, start it with " + option);
            }
            check(context);
        };
    }

    private void check(Context context) {
        if (origins.isForeign(context) || "none".equals(context.header("Sec-Fetch-Site"))) {
            throw new ProblemException(403, "only this server's own page may change something");
        }
        if (isBrowser(context) && context.header("Origin") == null) {
            throw new ProblemException(403, "a browser has to say which page asks; its request has no Origin");
        }
        String given = context.header(HEADER);
        if (!token.has(context) && (given == null || !MessageDigest.isEqual(bytes(given), bytes(key)))) {
            throw new ProblemException(403, "the header " + HEADER + " is missing or old; GET /api/judgments tells it");
        }
    }

    /** Programs send none of these headers. */
    private static boolean isBrowser(Context context) {
        return context.header("Cookie") != null || context.headerMap().keySet().stream()
                .anyMatch(name -> name.regionMatches(true, 0, "Sec-Fetch-", 0, 10));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
