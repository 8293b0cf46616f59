package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Notices that files of a corpus may have changed. What changed is for a reading to find out, so this needs to
 * be neither exact nor complete about it; it only must not sleep through a change, nor wake for what editors
 * write beside a file.
 *
 * <p>The system tells of changes where it can. Where it cannot (macOS, or more folders than the system lets
 * watch), names, sizes and times are looked at every second.
 */
public final class CorpusWatcher implements AutoCloseable {

    /** Editors write, rename and remove: so long nothing must happen. */
    private static final long QUIET = Duration.ofMillis(300).toNanos();
    /** But where something happens all the time, so long at most. */
    private static final long LONGEST = Duration.ofSeconds(1).toNanos();
    private static final long LOOK_EVERY = Duration.ofSeconds(1).toNanos();

    private final Corpus corpus;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private final Map<Path, Object> identities = new HashMap<>();
    private boolean looking;
    private Set<String> seen = Set.of();

    private CorpusWatcher(Corpus corpus, WatchService service) {
        this.corpus = corpus;
        this.service = service;
        // The JDK's own service that looks around does so every ten seconds.
        this.looking = service.getClass().getSimpleName().startsWith("Polling");
    }

    /**
     * Begins to watch.
     *
     * @throws CorpusException if the system does not let it
     */
    public static CorpusWatcher open(Corpus corpus) {
        try {
            CorpusWatcher watcher = new CorpusWatcher(corpus, corpus.roots().getFirst().getFileSystem()
                    .newWatchService());
            corpus.roots().forEach(watcher::register);
            watcher.seen = watcher.stamps();
            return watcher;
        } catch (IOException e) {
            throw new CorpusException(corpus.join(), "cannot be watched (" + e.getMessage()
                    + "); raise the limit of watches, or serve without --watch");
        }
    }

    /**
     * Waits until files may have changed, and then for a moment in which nothing happens.
     *
     * @return false if it was closed
     */
    public boolean await() throws InterruptedException {
        long first = 0;
        long last = 0;
        boolean changed = false;
        try {
            while (true) {
                long now = System.nanoTime();
                long until = changed ? Math.min(last + QUIET, first + LONGEST) - now : LOOK_EVERY;
                if (changed && until <= 0) {
                    seen = stamps();
                    return true;
                }
                WatchKey key = service.poll(until, TimeUnit.NANOSECONDS);
                if (key == null ? !changed && differs() : isOfCorpus(key)) {
                    last = System.nanoTime();
                    first = changed ? first : last;
                    changed = true;
                }
            }
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    /** Looks for itself: where the system does not tell, and whether a root is another one now. */
    private boolean differs() {
        boolean other = false;
        for (Path root : corpus.roots()) {
            if (!FileStamps.identity(root).equals(identities.get(root))) {
                // Moved away, the old one would still tell of itself.
                folders.entrySet().removeIf(
                        watched -> watched.getValue().startsWith(FileStamps.real(root)) && cancelled(watched.getKey()));
                register(root);
                other = true;
            }
        }
        return other || !stamps().equals(seen);
    }

    private static boolean cancelled(WatchKey key) {
        key.cancel();
        return true;
    }

    private boolean isOfCorpus(WatchKey key) {
        Path folder = folders.get(key);
        boolean found = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
                corpus.roots().forEach(this::register);
                found = true;
            } else if (folder != null && event.context() instanceof Path name) {
                found |= isOfCorpus(folder.resolve(name), event.kind());
            }
        }
        if (!key.reset()) {
            folders.remove(key);
            found = true;
        }
        return found;
    }

    private boolean isOfCorpus(Path path, WatchEvent.Kind<?> kind) {
        boolean below = corpus.roots().stream().anyMatch(root -> path.startsWith(FileStamps.real(root)));
        if (!below || isHidden(path)) {
            return false;
        }
        boolean entered = kind.equals(StandardWatchEventKinds.ENTRY_CREATE) && Files.isDirectory(path);
        if (entered) {
            watchAll(path);
        }
        boolean left = kind.equals(StandardWatchEventKinds.ENTRY_DELETE) && folders.containsValue(path);
        boolean named = corpus.roots().stream().anyMatch(root -> path.equals(FileStamps.real(root)));
        return entered || left || named || FileFormats.parser(path).isPresent();
    }

    private Set<String> stamps() {
        return looking ? FileStamps.of(corpus) : Set.of();
    }

    /** Also what editors write beside a file: {@code .a.md.swp}, {@code .#a.md}. */
    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private void register(Path root) {
        identities.put(root, FileStamps.identity(root));
        if (Files.isDirectory(root)) {
            watchAll(folder(root));
        } else {
            watch(folder(root));
        }
    }

    /** A folder as it is, and of a file the folder it is in. */
    private static Path folder(Path root) {
        Path real = FileStamps.real(root);
        Path parent = real.getParent();
        return Files.isRegularFile(real) && parent != null ? parent : real;
    }

    private void watch(Path folder) {
        try {
            folders.put(folder.register(service, StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE), folder);
        } catch (IOException e) {
            // The system's limit is reached, or the folder is gone again.
            looking |= Files.exists(folder);
        }
    }

    /** Watches a folder and those in it. */
    private void watchAll(Path root) {
        FileStamps.visit(root, new FileStamps.Visitor() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (!folder.equals(root) && isHidden(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                watch(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop watching " + corpus.join(), e);
        }
    }
}
