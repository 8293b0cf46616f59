package dev.qorpus.web.api.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets pages of named origins use the API (CORS). Jetty answers preflight requests and adds the headers, to problems
 * too. Cookies are never allowed, so a page of another origin needs the token itself.
 */
public final class CrossOriginApi extends CrossOriginHandler {

    /** What such pages may ask: what the contract describes, except for exports and metrics. */
    private static final List<String> PATHS = List.of("/api/", "/corpus/", "/health", "/openapi.json");

    /** @param origins may not be empty; Jetty would allow all */
    public CrossOriginApi(Set<String> origins) {
        setAllowedOriginPatterns(origins.stream().map(CrossOriginApi::pattern).collect(Collectors.toSet()));
        setAllowCredentials(false);
        setAllowedMethods(Set.of("GET", "HEAD"));
        setAllowedHeaders(Set.of("Accept", "Authorization", "Content-Type"));
        setExposedHeaders(Set.of("Retry-After", "X-Request-Id"));
        setPreflightMaxAge(Duration.ofHours(1));
    }

    /** Whether pages of allowed origins may ask for a path. */
    public static boolean covers(String path) {
        return PATHS.stream().anyMatch(path::startsWith);
    }

    private static String pattern(String origin) {
        return "(?i)" + Pattern.quote(origin);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return covers(Request.getPathInContext(request))
                ? super.handle(request, response, callback)
                : getHandler().handle(request, response, callback);
    }
}
