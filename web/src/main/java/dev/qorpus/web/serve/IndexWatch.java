package dev.qorpus.web.serve;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.backend.BackendException;

/**
 * Switches a server to the index that another process published, and detects when the published index is gone or
 * damaged. An open index is used as long as it can be read.
 */
public final class IndexWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(IndexWatch.class);

    private final LiveSearch live;
    private final Health health;
    private final Thread watch;
    private volatile boolean closed;

    public IndexWatch(LiveSearch live, Health health) {
        this.live = live;
        this.health = health;
        this.watch = Thread.ofPlatform().daemon().name("index-watch").unstarted(this::watch);
    }

    public void start() {
        watch.start();
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(PAUSE);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (health.has(Fault.INDEX_UNREADABLE)) {
                live.refresh();
                health.resolve(Fault.INDEX_UNREADABLE);
            }
            live.use(search -> {
                if (!search.isCurrent()) {
                    live.refresh();
                    health.resolve(Fault.UPDATE_FAILED);
                }
            });
            health.resolve(Fault.INDEX_GONE);
            health.resolve(Fault.INDEX_AWAY);
        } catch (BackendException e) {
            failed(e.isTransient() ? Fault.INDEX_AWAY : Fault.INDEX_GONE, e);
        } catch (IndexException e) {
            failed(Fault.INDEX_GONE, e);
        }
    }

    private void failed(Fault fault, RuntimeException e) {
        if (health.isShortOfFiles()) {
            return;
        }
        if (!closed && !health.has(fault)) {
            LOG.warn("{}; {}", fault.what(), fault.mend(), e);
        }
        health.report(fault);
    }

    /** Stops the watch, and waits for a running check, so that it does not use a closed index. */
    @Override
    public void close() {
        closed = true;
        watch.interrupt();
        try {
            watch.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
