package dev.qorpus.web.api.deploy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy says of the address that a client used. Only a proxy on this machine is believed: other clients could send
 * the same headers.
 *
 * @param basePath that was configured; it wins over what a proxy says
 */
public record ForwardedHeaders(String basePath) {

    /** The path below which the client reaches this server; empty for the root. */
    public String prefix(Context context) {
        String said = said(context, "X-Forwarded-Prefix");
        if (!basePath.isEmpty() || said == null) {
            return basePath;
        }
        String prefix = said.replaceFirst("/$", "");
        return Deployment.isBasePath(prefix) ? prefix : "";
    }

    /**
     * Whether the client uses HTTPS: a browser says so with a form, and a proxy with every request. A browser's own word
     * needs no trust, because it concerns only the cookie of that browser.
     */
    public boolean isSecure(Context context) {
        String origin = context.header("Origin");
        return "https".equalsIgnoreCase(said(context, "X-Forwarded-Proto"))
                || (origin != null && origin.toLowerCase(Locale.ROOT).startsWith("https://"));
    }

    /** The way from a requested address to the root of this server, relative, so that it needs no known prefix. */
    public static String toRoot(Context context) {
        int depth = (int) context.req().getRequestURI().chars().filter(character -> character == '/').count() - 1;
        return depth <= 0 ? "./" : "../".repeat(depth);
    }

    private static @Nullable String said(Context context, String header) {
        String said = isLoopback(context.ip()) ? context.header(header) : null;
        // Proxies in a row write a list; the first is nearest to the client.
        return said == null ? null : said.replaceFirst(",.*", "").strip();
    }

    private static boolean isLoopback(String address) {
        try {
            // An address, so no name is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
