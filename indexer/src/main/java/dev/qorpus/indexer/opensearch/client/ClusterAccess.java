package dev.qorpus.indexer.opensearch.client;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * How a cluster is entered.
 *
 * @param authorization the header that says who asks; nothing if the cluster does not want to know
 * @param authority a file of certificates in PEM that are trusted instead of the JDK's own; nothing for these
 */
public record ClusterAccess(@Nullable String authorization, @Nullable Path authority) {

    /** Without a name, trusting whom the JDK trusts. */
    public static final ClusterAccess OPEN = new ClusterAccess(null, null);

    /** By name and password. */
    public static ClusterAccess basic(String user, String password, @Nullable Path authority) {
        return new ClusterAccess("Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)),
                authority);
    }

    /** By an API key, as the cluster gave it out. */
    public static ClusterAccess apiKey(String key, @Nullable Path authority) {
        return new ClusterAccess("ApiKey " + key, authority);
    }

    /** Never shows who asks. */
    @Override
    public String toString() {
        return "ClusterAccess[authorization=" + (authorization == null ? "none" : "given") + "]";
    }
}
