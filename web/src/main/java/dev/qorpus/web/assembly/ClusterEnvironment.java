package dev.qorpus.web.assembly;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.schema.IndexException;

/** Reads the credentials of a cluster from the environment, so that lists of processes show no password. */
final class ClusterEnvironment {

    private static final String USER = "QORPUS_OPENSEARCH_USER";
    private static final String PASSWORD = "QORPUS_OPENSEARCH_PASSWORD";
    private static final String API_KEY = "QORPUS_OPENSEARCH_API_KEY";
    private static final String AUTHORITY = "QORPUS_OPENSEARCH_CA";

    private ClusterEnvironment() {}

    static ClusterAccess access() {
        return access(System.getenv());
    }

    private static ClusterAccess access(Map<String, String> environment) {
        @Nullable
        String authority = environment.get(AUTHORITY);
        Path trusted = authority == null || authority.isEmpty() ? null : Path.of(authority);
        String key = environment.getOrDefault(API_KEY, "");
        if (!key.isEmpty()) {
            return ClusterAccess.apiKey(key, trusted);
        }
        String user = environment.getOrDefault(USER, "");
        String password = environment.getOrDefault(PASSWORD, "");
        if (user.isEmpty() != password.isEmpty()) {
            throw new IndexException("of the cluster", (user.isEmpty() ? PASSWORD : USER) + " is set without "
                    + (user.isEmpty() ? USER : PASSWORD) + "; set both or neither");
        }
        return user.isEmpty() ? new ClusterAccess(null, trusted) : ClusterAccess.basic(user, password, trusted);
    }
}
