package dev.qorpus.web.api.access;

import java.util.Map;

/** What every response carries. */
public final class SecurityHeaders {

    /**
     * By name. Nothing but what this server sends runs or loads, and nothing inline does. The address of a page, which
     * holds what was asked, goes to no other site; to this one it does, since a browser that may tell nobody where a
     * form comes from calls its origin null (Fetch, "append a request Origin header").
     */
    public static final Map<String, String> ALL = Map.of("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin", "Cross-Origin-Resource-Policy",
            "same-origin", "Cross-Origin-Opener-Policy", "same-origin");

    private SecurityHeaders() {}
}
