package dev.qorpus.indexer.opensearch.client;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * The credentials for a cluster, and the certificates that are trusted.
 *
 * @param authorization the Authorization header; null for a cluster without access control
 * @param authority a PEM file of certificates that are trusted instead of the JDK's; null to trust the JDK's
 */
public record ClusterAccess(@Nullable String authorization, @Nullable Path authority) {

    /** No credentials, and the JDK's certificates. */
    public static final ClusterAccess OPEN = new ClusterAccess(null, null);

    /** A user name and password. */
    public static ClusterAccess basic(String user, String password, @Nullable Path authority) {
        return new ClusterAccess("Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)),
                authority);
    }

    /** An API key, as the cluster issued it. */
    public static ClusterAccess apiKey(String key, @Nullable Path authority) {
        return new ClusterAccess("ApiKey " + key, authority);
    }

    /** Does not contain the credentials. */
    @Override
    public String toString() {
        return "ClusterAccess[authorization=" + (authorization == null ? "none" : "given") + "]";
    }
}
