package dev.qorpus.indexer.opensearch;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.IndexException;

/**
 * A lock with which one process at a time writes an index. It is a document that its holder renews with conditional
 * requests. If it is not renewed for a while, its holder is dead, and another process takes it over. Clocks of different
 * machines are not compared.
 */
final class WriteLock implements AutoCloseable {

    private static final Duration RENEWAL_INTERVAL = Duration.ofSeconds(4);
    /** The time without a renewal after which the holder is dead. A lost node and an election delay a renewal. */
    private static final Duration EXPIRY = Duration.ofSeconds(15);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final Cluster cluster;
    private final ClusterAddress address;
    private final Map<String, Object> holder = Map.of("holder",
            ManagementFactory.getRuntimeMXBean().getName() + ", since "
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS),
            // Distinguishes a repeated request of this process from a request of another.
            "token", UUID.randomUUID().toString());
    private final Thread renewing;
    private Version version;
    private volatile boolean lost;

    /** The version of the document. */
    private record Version(long number, long term) {

        static Version of(JsonNode document) {
            return new Version(document.path("_seq_no").asLong(), document.path("_primary_term").asLong());
        }

        String condition() {
            return "?if_seq_no=" + number + "&if_primary_term=" + term;
        }
    }

    private WriteLock(Cluster cluster, ClusterAddress address) throws ClusterException {
        this.cluster = cluster;
        this.address = address;
        this.version = create();
        this.renewing = Thread.ofPlatform().daemon().name("write-lock").start(this::keepRenewing);
    }

    /**
     * Acquires the lock. Waits only until it is clear whether the holder is alive.
     *
     * @throws IndexException if another process holds the lock
     */
    static WriteLock acquire(Cluster cluster, ClusterAddress address) throws ClusterException {
        return new WriteLock(cluster, address);
    }

    /** Waits until no other process holds the lock, and acquires it. */
    static WriteLock await(Cluster cluster, ClusterAddress address) throws ClusterException {
        while (true) {
            try {
                return new WriteLock(cluster, address);
            } catch (IndexException e) {
                System.getLogger(WriteLock.class.getName()).log(System.Logger.Level.DEBUG, "waiting", e);
            }
        }
    }

    /** Whether a process holds the lock, or died holding it. */
    static boolean isHeld(Cluster cluster, ClusterAddress address) throws ClusterException {
        return cluster.find("GET", "/" + address.lockIndex() + "/_doc/lock", null).isPresent();
    }

    private String path() {
        return "/" + address.lockIndex() + "/_doc/lock";
    }

    private Version create() throws ClusterException {
        Optional<JsonNode> made = cluster.unlessChanged("PUT", "/" + address.lockIndex() + "/_create/lock", holder);
        if (made.isPresent()) {
            return Version.of(made.get());
        }
        JsonNode first = cluster.find("GET", path(), null).orElse(null);
        if (first == null) {
            return create();
        }
        if (first.path("_source").path("token").asString("").equals(holder.get("token"))) {
            // The request was repeated because the answer to the first was lost.
            return Version.of(first);
        }
        awaitExpiry(first);
        return cluster.unlessChanged("PUT", path() + Version.of(first).condition(), holder).map(Version::of)
                .orElseThrow(() -> held(first));
    }

    /** Waits until the holder is dead. Fails if it renews the lock. */
    private void awaitExpiry(JsonNode first) throws ClusterException {
        long until = System.nanoTime() + EXPIRY.toNanos();
        while (System.nanoTime() - until < 0) {
            sleep(POLL_INTERVAL);
            Optional<JsonNode> now = cluster.find("GET", path(), null);
            if (now.isPresent() && !Version.of(now.get()).equals(Version.of(first))) {
                throw held(now.get());
            }
        }
    }

    private IndexException held(JsonNode document) {
        return new IndexException(address.text(), "is being written by another process ("
                + document.path("_source").path("holder").asString("unknown") + "); wait until it has ended");
    }

    private void keepRenewing() {
        try {
            while (!lost) {
                sleep(RENEWAL_INTERVAL);
                renew();
            }
        } catch (ClusterException e) {
            // The lock is closed, or the cluster cannot be reached, which the writer notices as well.
            System.getLogger(WriteLock.class.getName()).log(System.Logger.Level.DEBUG, "not renewed", e);
        }
    }

    private synchronized void renew() throws ClusterException {
        if (lost) {
            return;
        }
        Optional<JsonNode> renewed = cluster.unlessChanged("PUT", path() + version.condition(), holder);
        if (renewed.isPresent()) {
            version = Version.of(renewed.get());
            return;
        }
        JsonNode now = cluster.send("GET", path(), null);
        lost = !now.path("_source").path("token").asString("").equals(holder.get("token"));
        version = Version.of(now);
    }

    /**
     * Renews the lock.
     *
     * @throws IndexException if another process took it over
     */
    void check() throws ClusterException {
        renew();
        if (lost) {
            throw new IndexException(address.text(), "was taken over by another process, because this one did not "
                    + "respond for " + EXPIRY.toSeconds() + " s, so nothing was published; index again");
        }
    }

    private static void sleep(Duration time) throws ClusterException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for the lock", e);
        }
    }

    @Override
    public void close() throws ClusterException {
        renewing.interrupt();
        synchronized (this) {
            if (!lost) {
                lost = true;
                cluster.unlessChanged("DELETE", path() + version.condition(), null);
            }
        }
    }
}
