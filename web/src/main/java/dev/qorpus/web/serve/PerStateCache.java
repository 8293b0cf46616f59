package dev.qorpus.web.serve;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;

/**
 * Caches results that take long to compute from a published state. Each is computed once, on first use, on one
 * background thread. They are kept as long as the state.
 *
 * @param <K> the key of a result
 * @param <V> the result; must not hold the state
 */
public final class PerStateCache<K, V> implements AutoCloseable {

    /** Computes a result. */
    public interface Work<K, V> {
        V of(Search state, K key);
    }

    private final LiveSearch live;
    private final Work<K, V> work;
    private final ExecutorService worker;
    private final Map<Search, Map<K, CompletableFuture<V>>> kept = new WeakHashMap<>();

    /**
     * @param live keeps a state open while a result is computed
     * @param name of the thread
     */
    public PerStateCache(LiveSearch live, String name, Work<K, V> work) {
        this.live = live;
        this.work = work;
        this.worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    /** The future result. A failure is reported once; the next call computes it again. */
    public synchronized CompletableFuture<V> of(Search state, K key) {
        Map<K, CompletableFuture<V>> ofState = kept.computeIfAbsent(state, first -> new HashMap<>());
        CompletableFuture<V> found = ofState.computeIfAbsent(key, this::start);
        if (found.isCompletedExceptionally()) {
            ofState.remove(key);
        }
        return found;
    }

    /**
     * Computes on the current state, which is the requested one unless it was just replaced. The request may end long
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

    /** Drops the results of some keys. One that is being computed is computed to its end. */
    synchronized void forget(Predicate<K> keys) {
        kept.values().forEach(ofState -> ofState.keySet().removeIf(keys));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
