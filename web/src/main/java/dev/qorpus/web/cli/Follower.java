package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.qorpus.indexer.IndexReport;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusWatcher;
import dev.qorpus.web.serve.Fault;

/**
 * Updates a server's index when files of its corpus change. It prints one line for each update. A failure is printed
 * once, and the server keeps its current index.
 */
final class Follower implements AutoCloseable {

    private final BackgroundIndexing.ServedParts served;
    private final CorpusWatcher watcher;
    private String failure = "";
    private volatile boolean closed;

    private Follower(BackgroundIndexing.ServedParts served, CorpusWatcher watcher) {
        this.served = served;
        this.watcher = watcher;
    }

    /** Starts to follow the corpus of an index. */
    static Follower start(BackgroundIndexing.ServedParts served) {
        List<Path> roots = new ArrayList<>();
        served.search().use(search -> search.manifest().corpus().forEach(root -> roots.add(Path.of(root))));
        Follower follower = new Follower(served, CorpusWatcher.open(new Corpus(roots)));
        Thread.ofPlatform().daemon().name("follower").start(() -> follower.follow(roots));
        return follower;
    }

    private void follow(List<Path> roots) {
        try {
            // First without waiting, because files may have changed between indexing and watching.
            do {
                update(roots);
            } while (watcher.await());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void update(List<Path> roots) {
        try {
            IndexReport report = served.session().update(roots);
            if (report.changedAnything()) {
                served.search().refresh();
                served.console().note(IndexCommand.text(report));
            }
            served.health().resolve(Fault.UPDATE_FAILED);
            failed(report.unreadable());
        } catch (RuntimeException e) {
            served.health().report(Fault.UPDATE_FAILED);
            failed("the index stays as it was: " + e.getMessage());
        }
    }

    /** Prints a message if it differs from the last one. */
    private void failed(String message) {
        if (!message.isEmpty() && !message.equals(failure) && !closed) {
            served.console().error(message.replaceAll("\\p{Cntrl}+", " "));
        }
        failure = message;
    }

    @Override
    public void close() {
        closed = true;
        watcher.close();
    }
}
