package dev.qorpus.web.serve;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.indexer.corpus.coverage.CorpusContent;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.web.json.state.FindingsView;

/**
 * Caches the findings of the served corpus. The check runs once for each published state, on first use, on a
 * background thread. Until it is done, the findings of the state before are shown.
 */
public final class FindingsCache implements AutoCloseable {

    /** Up to this size a check takes seconds, and may be started for a single entry. */
    private static final int SMALL = 20_000;
    private static final Logger LOG = LoggerFactory.getLogger(FindingsCache.class);
    private static final CheckReport NOTHING = new CheckReport(0, 0, CorpusContent.NONE, List.of(), new TreeMap<>(),
            List.of(), List.of());

    /** A check that is done; it has no report if it failed. */
    private record Ended(IndexManifest state, @Nullable CheckReport report) {}

    private final LiveSearch live;
    private final Function<Search, CheckReport> check;
    private @Nullable Ended last;
    private boolean running;
    private volatile boolean closed;

    /** @param check checks the corpus of a published state; may take long */
    public FindingsCache(LiveSearch live, Function<Search, CheckReport> check) {
        this.live = live;
        this.check = check;
    }

    /** The wanted findings, and whether the check of this state is done. */
    public synchronized FindingsView of(IndexManifest state, FindingsView.Wanted wanted) {
        Ended ended = last;
        CheckReport report = ended == null || ended.report() == null ? NOTHING : ended.report();
        if (ended != null && ended.state().equals(state)) {
            return FindingsView.of(ended.report() == null ? "failed" : "done", report, wanted);
        }
        if (state.wordsOnly()) {
            // The check embeds what has no vectors, and that is being done already.
            return FindingsView.of("checking", report, wanted);
        }
        boolean small = state.counts().entries() <= SMALL;
        if (!running && !small && !wanted.entry().isEmpty()) {
            return FindingsView.of("unchecked", report, wanted);
        }
        if (!running) {
            running = true;
            Thread.ofPlatform().daemon().name("check").start(() -> live.use(this::run));
        }
        return FindingsView.of("checking", report, wanted);
    }

    /** The same, but waits for a running check as long as allowed. */
    public synchronized FindingsView await(IndexManifest state, FindingsView.Wanted wanted, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        FindingsView view = of(state, wanted);
        try {
            for (long left = patience.toMillis(); running && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
                view = of(state, wanted);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return view;
    }

    private void run(Search search) {
        CheckReport report = null;
        try {
            report = check.apply(search);
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("the corpus could not be checked", e);
            }
        } finally {
            ended(new Ended(search.manifest(), report));
        }
    }

    private synchronized void ended(Ended ended) {
        last = ended;
        running = false;
        notifyAll();
    }

    @Override
    public void close() {
        closed = true;
    }
}
