package dev.qorpus.web.serve;

import java.util.concurrent.CancellationException;

import dev.qorpus.indexer.Progress;
import dev.qorpus.web.json.state.HealthView.IndexingView;

/** Reports to the health of a server how far its index is, beside another progress. */
public final class IndexingProgress implements Progress {

    private final Progress shown;
    private final Health health;
    private final String answers;
    private final Runnable published;
    private long toEmbed;
    private long embedded;
    private volatile boolean stopped;

    /**
     * @param shown is told the same
     * @param answers what answers meanwhile, as in {@link IndexingView}
     * @param published called when the index is published, if it is optimized afterwards
     */
    public IndexingProgress(Progress shown, Health health, String answers, Runnable published) {
        this.shown = shown;
        this.health = health;
        this.answers = answers;
        this.published = published;
        report();
    }

    private void report() {
        health.indexing(new IndexingView(answers, embedded, toEmbed));
    }

    /** Stops the indexing run after its current batch, by an exception. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void start(long entries) {
        shown.start(entries);
        toEmbed = entries;
        report();
    }

    @Override
    public void embedded(long entries) {
        shown.embedded(entries);
        embedded += entries;
        report();
        if (stopped) {
            throw new CancellationException("the server ends");
        }
    }

    @Override
    public void end() {
        shown.end();
    }

    @Override
    public void optimizing() {
        shown.optimizing();
        published.run();
    }
}
