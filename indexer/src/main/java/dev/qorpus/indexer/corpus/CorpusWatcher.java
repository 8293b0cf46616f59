package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.WatchKey;
import java.time.Duration;
import java.util.Set;

/**
 * Waits until files of a corpus may have changed. It may report a change although there is none, because the next indexing
 * run finds out. But it misses no change, and it ignores temporary files of editors.
 *
 * <p>It uses the change events of the operating system. Where there are none (macOS, or more folders than the system can
 * watch), it compares names, sizes and times of all files every second.
 */
public final class CorpusWatcher implements AutoCloseable {

    /** Editors write, rename and delete files. A change is reported after this time without a further change. */
    private static final long QUIET = Duration.ofMillis(300).toNanos();
    /** If files change all the time, a change is reported after this time. */
    private static final long LONGEST = Duration.ofSeconds(1).toNanos();
    private static final long POLL_INTERVAL = Duration.ofSeconds(1).toNanos();

    private final Corpus corpus;
    private final WatchedFolders folders;
    private Set<String> seen;

    private CorpusWatcher(Corpus corpus, WatchedFolders folders) {
        this.corpus = corpus;
        this.folders = folders;
        this.seen = stamps();
    }

    /**
     * Begins to watch a corpus.
     *
     * @throws CorpusException if the operating system does not allow it
     */
    public static CorpusWatcher open(Corpus corpus) {
        try {
            return new CorpusWatcher(corpus, WatchedFolders.open(corpus));
        } catch (IOException e) {
            throw new CorpusException(corpus.join(), "cannot be watched (" + e.getMessage()
                    + "); raise the limit of watches, or serve without --watch");
        }
    }

    /**
     * Waits until files may have changed, and then until they stop changing.
     *
     * @return false if the watcher was closed
     */
    public boolean await() throws InterruptedException {
        long first = 0;
        long last = 0;
        boolean changed = false;
        try {
            while (true) {
                long now = System.nanoTime();
                long wait = changed ? Math.min(last + QUIET, first + LONGEST) - now : POLL_INTERVAL;
                if (changed && wait <= 0) {
                    seen = stamps();
                    return true;
                }
                WatchKey key = folders.poll(wait);
                if (key == null ? !changed && differs() : folders.concernsCorpus(key)) {
                    last = System.nanoTime();
                    first = changed ? first : last;
                    changed = true;
                }
            }
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    /** Looks for changes that the operating system did not report. */
    private boolean differs() {
        boolean replaced = folders.watchReplacedRoots();
        return replaced || !stamps().equals(seen);
    }

    private Set<String> stamps() {
        return folders.isIncomplete() ? FileStamps.of(corpus) : Set.of();
    }

    @Override
    public void close() {
        try {
            folders.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop watching " + corpus.join(), e);
        }
    }
}
