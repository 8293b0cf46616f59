package dev.qorpus.web.api.deploy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.qorpus.search.query.QueryException;

/**
 * How a server is reached, beside its own address.
 *
 * @param basePath the path below which a proxy serves it, such as {@code /qorpus}; empty for the root
 * @param hosts further names that the Host header may have, in lower case; one without a port stands for all ports
 * @param origins the origins whose pages may use the API, such as {@code https://notes.example.com}, in lower case
 */
public record Deployment(String basePath, Set<String> hosts, Set<String> origins) {

    /** A server at the root of its own address. */
    public static final Deployment PLAIN = new Deployment("", Set.of(), Set.of());

    private static final Pattern BASE = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*){1,10}");
    private static final int LONGEST_BASE = 200;
    private static final String AUTHORITY = "([a-z0-9]([a-z0-9_.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:\\d{1,5})?";
    private static final Pattern HOST = Pattern.compile(AUTHORITY);
    private static final Pattern ORIGIN = Pattern.compile("https?://" + AUTHORITY);

    /**
     * Reads a deployment from options.
     *
     * @param basePath may end with a slash
     * @param hosts names or addresses, with a port if it is not the usual one
     * @param origins scheme, host and port if it is not the usual one
     * @throws QueryException if one is malformed; {@code *} and {@code null} are no origins
     */
    public static Deployment of(String basePath, List<String> hosts, List<String> origins) {
        String base = basePath.replaceFirst("/$", "");
        if (!base.isEmpty() && !isBasePath(base)) {
            throw new QueryException("base path is '" + basePath
                    + "'; allowed are letters, digits and ._~- between slashes, as in /qorpus");
        }
        return new Deployment(base,
                all("allowed host", hosts, HOST,
                        "a name or an address, as in notes.example.com or notes.example.com:8443"),
                all("allowed origin", origins, ORIGIN,
                        "scheme, host and port of one site, as in https://notes.example.com or http://localhost:3000"));
    }

    /** Whether a path can be one below which a server is served. */
    static boolean isBasePath(String path) {
        return path.length() <= LONGEST_BASE && BASE.matcher(path).matches();
    }

    private static Set<String> all(String name, List<String> given, Pattern allowed, String advice) {
        Set<String> all = new TreeSet<>();
        for (String each : given) {
            String lower = each.strip().toLowerCase(Locale.ROOT);
            if (!allowed.matcher(lower).matches()) {
                throw new QueryException(name + " is '" + each + "'; allowed is " + advice);
            }
            all.add(lower);
        }
        return all;
    }
}
