package dev.qorpus.web.api.access;

import java.util.Locale;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.problem.ProblemException;

/**
 * Refuses requests that a page of another site makes. Browsers state the origin in headers that scripts cannot set
 * (Fetch Metadata, Origin). Links from other sites to the page are allowed. Programs send neither header.
 */
final class OriginCheck {

    private OriginCheck() {}

    static void check(Context context) {
        if (isForeign(context) && !isFollowedLink(context)) {
            throw new ProblemException(403,
                    "a page of another site may not ask; open this server's own page, or ask by a program");
        }
    }

    private static boolean isForeign(Context context) {
        String origin = context.header("Origin");
        return isElsewhere(context.header("Sec-Fetch-Site"))
                || (origin != null && !isOwn(origin, context.header("Host")));
    }

    /** Another site, or the same site with another port. */
    static boolean isElsewhere(@Nullable String site) {
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** The scheme may differ, because a proxy in front may use HTTPS. */
    private static boolean isOwn(String origin, @Nullable String host) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return host != null && (lower.equals("http://" + host.toLowerCase(Locale.ROOT))
                || lower.equals("https://" + host.toLowerCase(Locale.ROOT)));
    }

    private static boolean isFollowedLink(Context context) {
        return context.header("Origin") == null && "navigate".equals(context.header("Sec-Fetch-Mode"))
                && "document".equals(context.header("Sec-Fetch-Dest"));
    }
}
