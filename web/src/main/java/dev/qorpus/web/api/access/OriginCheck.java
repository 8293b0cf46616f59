package dev.qorpus.web.api.access;

import java.util.Locale;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.deploy.CrossOriginApi;
import dev.qorpus.web.api.deploy.Deployment;
import dev.qorpus.web.api.problem.ProblemException;

/**
 * Refuses requests that a page of another site makes. Browsers state the origin in headers that scripts cannot set
 * (Fetch Metadata, Origin). Links from other sites to the page are allowed, and so are pages of allowed origins that use
 * the API. Programs send neither header.
 */
record OriginCheck(Deployment deployment) {

    void check(Context context) {
        if (isForeign(context) && !isFollowedLink(context) && !isAllowed(context)) {
            throw new ProblemException(403,
                    "a page of another site may not ask; open this server's own page, ask by a program, or allow the "
                            + "site's origin with --allow-origin");
        }
    }

    /** Whether a page of another origin asks, even an allowed one. */
    boolean isForeign(Context context) {
        String origin = context.header("Origin");
        return isElsewhere(context.header("Sec-Fetch-Site"))
                || (origin != null && !isOwn(origin, context.header("Host")));
    }

    /** Another site, or the same site with another port. */
    static boolean isElsewhere(@Nullable String site) {
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** The scheme may differ, because a proxy in front may use HTTPS. It may also ask by a Host header of its own. */
    private boolean isOwn(String origin, @Nullable String host) {
        String lower = origin.toLowerCase(Locale.ROOT);
        String named = lower.replaceFirst("^https?://", "");
        return !named.equals(lower)
                && (deployment.hosts().contains(named)
                        || (host != null && named.equals(host.toLowerCase(Locale.ROOT))));
    }

    private boolean isAllowed(Context context) {
        String origin = context.header("Origin");
        return origin != null && deployment.origins().contains(origin.toLowerCase(Locale.ROOT))
                && CrossOriginApi.covers(context.path());
    }

    private static boolean isFollowedLink(Context context) {
        return context.header("Origin") == null && "navigate".equals(context.header("Sec-Fetch-Mode"))
                && "document".equals(context.header("Sec-Fetch-Dest"));
    }
}
