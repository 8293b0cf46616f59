package dev.qorpus.web.api.access;

import java.util.Map;

/** Headers of every response. */
public final class SecurityHeaders {

    /**
     * The values by name. Only resources of this server load, and nothing inline runs. The referrer goes to this
     * server only, since addresses contain questions. It cannot be off: browsers would then send {@code Origin: null}
     * with forms (Fetch, "append a request Origin header").
     */
    public static final Map<String, String> ALL = Map.of("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin", "Cross-Origin-Resource-Policy",
            "same-origin", "Cross-Origin-Opener-Policy", "same-origin");

    private SecurityHeaders() {}
}
