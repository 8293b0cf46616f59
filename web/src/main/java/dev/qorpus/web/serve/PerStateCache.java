package dev.qorpus.web.serve;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;

/**
 * What is worked out from a published state and takes long: each thing once, when it is first asked for, one after the
 * other on a thread of their own; kept as long as the state is.
 *
 * @param <K> what is worked out
 * @param <V> what comes of it; must not hold the state
 */
public final class PerStateCache<K, V> implements AutoCloseable {

    /** Works one thing out. */
    public interface Work<K, V> {
        V of(Search state, K key);
    }

    private final LiveSearch live;
    private final Work<K, V> work;
    private final ExecutorService worker;
    private final Map<Search, Map<K, CompletableFuture<V>>> kept = new WeakHashMap<>();

    /**
     * @param live keeps a state open for as long as it is worked on
     * @param name of the thread
     */
    public PerStateCache(LiveSearch live, String name, Work<K, V> work) {
        this.live = live;
        this.work = work;
        this.worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    /** What comes of it, or will. A failure is told once: who asks after that has it tried again. */
    public synchronized CompletableFuture<V> of(Search state, K key) {
        Map<K, CompletableFuture<V>> ofState = kept.computeIfAbsent(state, first -> new HashMap<>());
        CompletableFuture<V> found = ofState.computeIfAbsent(key, this::start);
        if (found.isCompletedExceptionally()) {
            ofState.remove(key);
        }
        return found;
    }

    /**
     * Works on the current state: the one asked for, unless it was replaced a moment ago. The request may end long
     * before.
     */
    private CompletableFuture<V> start(K key) {
        CompletableFuture<V> future = new CompletableFuture<>();
        worker.execute(() -> {
            try {
                live.use(state -> future.complete(work.of(state, key)));
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
