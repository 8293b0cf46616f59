package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.IndexReport;
import dev.qorpus.search.LiveSearch;
import dev.qorpus.web.assembly.EarlyIndex;
import dev.qorpus.web.assembly.IndexModels;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.cli.text.TerminalProgress;
import dev.qorpus.web.serve.Fault;
import dev.qorpus.web.serve.Health;
import dev.qorpus.web.serve.IndexingProgress;

/**
 * Makes or updates the index of a server that answers already, and then follows changes if that is wanted. If the update of
 * a published index fails, for instance on a full disk, the server keeps it. If the first index fails, the server ends.
 */
final class BackgroundIndexing implements AutoCloseable {

    /** Longer than a batch takes. A merge may take longer, and loses nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ServedParts served;
    private final EarlyIndex early;
    private final Work work;
    private final IndexingProgress progress;
    private final Thread thread;
    private @Nullable Follower follower;
    private boolean closed;
    private boolean replaced;

    /**
     * What is updated while a server answers.
     *
     * @param session updates the index
     * @param search answers
     * @param health is told what fails, and how far an index is
     * @param console where updates are printed
     */
    record ServedParts(Session session, LiveSearch search, Health health, Console console) {}

    /**
     * What is to be done.
     *
     * @param corpus as named; empty for that of the index
     * @param watch whether to follow changes afterwards
     * @param failed is told why there is no index
     */
    record Work(List<Path> corpus, IndexModels models, boolean watch, Consumer<RuntimeException> failed) {}

    private BackgroundIndexing(ServedParts served, EarlyIndex early, Work work) {
        this.served = served;
        this.early = early;
        this.work = work;
        this.progress = new IndexingProgress(new TerminalProgress(served.console()), served.health(),
                early.isWordsOnly() ? "words" : "published", this::replace);
        this.thread = Thread.ofPlatform().daemon().name("indexing").unstarted(this::run);
    }

    /**
     * Starts.
     *
     * @param early what answers meanwhile
     */
    static BackgroundIndexing start(ServedParts served, EarlyIndex early, Work work) {
        if (early.isWordsOnly()) {
            served.health().report(Fault.VECTORS_PENDING);
        }
        BackgroundIndexing indexing = new BackgroundIndexing(served, early, work);
        indexing.thread.start();
        return indexing;
    }

    private void run() {
        try {
            IndexReport report = served.session().index(work.corpus(), work.models(), false, progress);
            IndexCommand.tell(report, served.console());
            served.console().out(IndexCommand.text(report));
            if (early.isWordsOnly()) {
                replace();
            } else if (report.changedAnything()) {
                served.search().refresh();
            }
        } catch (CancellationException e) {
            served.console().error("interrupted; what was embedded until now is kept: the next run goes on from there");
            return;
        } catch (RuntimeException e) {
            if (early.isWordsOnly()) {
                work.failed().accept(e);
                return;
            }
            served.health().report(Fault.UPDATE_FAILED);
            served.console().error("the index stays as it was: " + e.getMessage());
        }
        served.health().indexing(null);
        follow();
    }

    /** Answers from the new index, as soon as it is published. */
    private synchronized void replace() {
        if (replaced || !early.isWordsOnly() || closed) {
            return;
        }
        served.search().replace(served.session().backend());
        served.health().resolve(Fault.VECTORS_PENDING);
        early.close();
        replaced = true;
    }

    private synchronized void follow() {
        if (work.watch() && !closed) {
            follower = Follower.start(served);
        }
    }

    /**
     * Waits until the server shall end.
     *
     * @param end completed by a signal with its number, or exceptionally by a failure
     */
    int await(CompletableFuture<Integer> end) {
        try {
            return end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Ends after the current batch. */
    @Override
    public void close() {
        Follower following;
        synchronized (this) {
            closed = true;
            following = follower;
        }
        progress.stop();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (following != null) {
            following.close();
        }
    }
}
