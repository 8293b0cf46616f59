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
 * Lets one process at a time write an index: a document that its holder renews, each time only if nobody else did. If
 * it is not renewed for a while, its holder is gone, and the next one takes it over. No clocks are compared.
 */
final class WriteLock implements AutoCloseable {

    private static final Duration RENEWED_EVERY = Duration.ofSeconds(4);
    /** A node that is gone, and an election, delay a renewal. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Cluster cluster;
    private final ClusterAddress address;
    private final Map<String, Object> holder = Map.of("holder",
            ManagementFactory.getRuntimeMXBean().getName() + ", since "
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS),
            // Tells a repeated request of this holder from one of another.
            "token", UUID.randomUUID().toString());
    private final Thread renewing;
    private Version version;
    private volatile boolean lost;

    /** Which change of the document was the last. */
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
        this.version = acquire();
        this.renewing = Thread.ofPlatform().daemon().name("write-lock").start(this::renewForEver);
    }

    /**
     * Waits for the lock only as long as its holder may be gone.
     *
     * @throws IndexException if another process holds it
     */
    static WriteLock of(Cluster cluster, ClusterAddress address) throws ClusterException {
        return new WriteLock(cluster, address);
    }

    /** Waits until nobody holds it. */
    static WriteLock afterOthers(Cluster cluster, ClusterAddress address) throws ClusterException {
        while (true) {
            try {
                return new WriteLock(cluster, address);
            } catch (IndexException e) {
                System.getLogger(WriteLock.class.getName()).log(System.Logger.Level.DEBUG, "waiting", e);
            }
        }
    }

    /** Whether another process holds it, as far as can be told at once. */
    static boolean isHeld(Cluster cluster, ClusterAddress address) throws ClusterException {
        return cluster.find("GET", "/" + address.work() + "/_doc/lock", null).isPresent();
    }

    private String path() {
        return "/" + address.work() + "/_doc/lock";
    }

    private Version acquire() throws ClusterException {
        Optional<JsonNode> made = cluster.unlessChanged("PUT", "/" + address.work() + "/_create/lock", holder);
        if (made.isPresent()) {
            return Version.of(made.get());
        }
        JsonNode first = cluster.find("GET", path(), null).orElse(null);
        if (first == null) {
            return acquire();
        }
        if (first.path("_source").path("token").asString("").equals(holder.get("token"))) {
            // The first request had arrived, but not its answer.
            return Version.of(first);
        }
        awaitItsEnd(first);
        return cluster.unlessChanged("PUT", path() + Version.of(first).condition(), holder).map(Version::of)
                .orElseThrow(() -> held(first));
    }

    /** Until it is plain that the holder is gone. */
    private void awaitItsEnd(JsonNode first) throws ClusterException {
        long until = System.nanoTime() + GONE_AFTER.toNanos();
        while (System.nanoTime() - until < 0) {
            sleep(LOOK_EVERY);
            Optional<JsonNode> now = cluster.find("GET", path(), null);
            if (now.isPresent() && !Version.of(now.get()).equals(Version.of(first))) {
                throw held(now.get());
            }
        }
    }

    private IndexException held(JsonNode document) {
        return new IndexException(address.text(), "is being written by another process ("
                + document.path("_source").path("holder").asString("unknown") + "); wait until that has ended");
    }

    private void renewForEver() {
        try {
            while (!lost) {
                sleep(RENEWED_EVERY);
                renew();
            }
        } catch (ClusterException e) {
            // Closed, or the cluster is gone, which the writer meets as well.
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
     * Makes sure that it is still held.
     *
     * @throws IndexException if another process took it over
     */
    void check() throws ClusterException {
        renew();
        if (lost) {
            throw new IndexException(address.text(), "was taken over by another process, because this one did not "
                    + "answer for " + GONE_AFTER.toSeconds() + " s; nothing of it is published. Index again");
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
