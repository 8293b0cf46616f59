package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.ignore.BuildFolders;
import dev.qorpus.indexer.corpus.ignore.IgnoreRules;

/** The folders of a corpus, for which the operating system reports changes. */
final class WatchedFolders implements AutoCloseable {

    private final Corpus corpus;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private final Map<Path, Object> identities = new HashMap<>();
    private boolean incomplete;

    private WatchedFolders(Corpus corpus, WatchService service) {
        this.corpus = corpus;
        this.service = service;
        // The JDK's own service, for systems without one, looks for changes only every ten seconds.
        this.incomplete = service.getClass().getSimpleName().startsWith("Polling");
    }

    /** Begins to watch the folders of a corpus. */
    static WatchedFolders open(Corpus corpus) throws IOException {
        WatchedFolders folders = new WatchedFolders(corpus,
                corpus.roots().getFirst().getFileSystem().newWatchService());
        corpus.roots().forEach(folders::register);
        return folders;
    }

    /** Whether changes in some folders are reported late, or not at all. */
    boolean isIncomplete() {
        return incomplete;
    }

    /**
     * Waits for a change.
     *
     * @param nanos the longest wait, in nanoseconds
     * @return the change, to be passed to {@link #concernsCorpus}; null if there was none
     */
    @Nullable
    WatchKey poll(long nanos) throws InterruptedException {
        return service.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** Whether a change concerns the corpus. Watches new folders. */
    boolean concernsCorpus(WatchKey key) {
        Path folder = folders.get(key);
        boolean concerns = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
                corpus.roots().forEach(this::register);
                concerns = true;
            } else if (folder != null && event.context() instanceof Path name) {
                concerns |= concernsCorpus(folder.resolve(name), event.kind());
            }
        }
        if (!key.reset()) {
            folders.remove(key);
            concerns = true;
        }
        return concerns;
    }

    private boolean concernsCorpus(Path path, WatchEvent.Kind<?> kind) {
        boolean below = corpus.roots().stream().anyMatch(root -> path.startsWith(FileStamps.real(root)));
        if (below && IgnoreRules.FILES.contains(path.getFileName().toString())) {
            return true;
        }
        if (!below || isHidden(path)) {
            return false;
        }
        boolean entered = kind.equals(StandardWatchEventKinds.ENTRY_CREATE) && Files.isDirectory(path);
        if (entered) {
            watchAll(path);
        }
        boolean left = kind.equals(StandardWatchEventKinds.ENTRY_DELETE) && folders.containsValue(path);
        boolean root = corpus.roots().stream().anyMatch(named -> path.equals(FileStamps.real(named)));
        return entered || left || root || FileFormats.parser(path).isPresent();
    }

    /** Watches roots that were replaced by another file or folder. Returns whether there were any. */
    boolean watchReplacedRoots() {
        boolean replaced = false;
        for (Path root : corpus.roots()) {
            if (!FileStamps.identity(root).equals(identities.get(root))) {
                // A folder that was moved away would still report its changes.
                folders.entrySet().removeIf(
                        watched -> watched.getValue().startsWith(FileStamps.real(root)) && cancelled(watched.getKey()));
                register(root);
                replaced = true;
            }
        }
        return replaced;
    }

    private static boolean cancelled(WatchKey key) {
        key.cancel();
        return true;
    }

    /** Whether a file is hidden, as are the files that editors write beside a file: {@code .a.md.swp}, {@code .#a.md}. */
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

    /** The folder of a root: the root itself, or the folder of a file. */
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
            // The limit of the system is reached, or the folder was deleted.
            incomplete |= Files.exists(folder);
        }
    }

    /** Watches a folder and the folders below it. */
    private void watchAll(Path root) {
        FileStamps.visit(root, new FileStamps.Visitor() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (!folder.equals(root)
                        && (isHidden(folder) || BuildFolders.isAlways(folder.getFileName().toString()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                FileVisitResult result = super.preVisitDirectory(folder, attributes);
                if (result == FileVisitResult.CONTINUE) {
                    watch(folder);
                }
                return result;
            }
        });
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
