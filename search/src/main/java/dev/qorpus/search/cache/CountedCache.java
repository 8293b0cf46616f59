package dev.qorpus.search.cache;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import com.github.benmanes.caffeine.cache.stats.CacheStats;

/**
 * A bounded cache that counts its hits and misses (TinyLFU, Einziger, Friedman and Manes 2017). Thread-safe: of two that
 * miss the same key at once, one loads and the other waits.
 */
public final class CountedCache<K, V> {

    private final Cache<K, V> cache;

    private CountedCache(Cache<K, V> cache) {
        this.cache = cache;
    }

    /** A cache of at most {@code most} values. */
    public static <K, V> CountedCache<K, V> ofSize(int most) {
        // Loading locks a bin of the table: with all bins from the start, different keys seldom wait for each other.
        return new CountedCache<>(Caffeine.newBuilder().initialCapacity(most).maximumSize(most)
                .executor(Runnable::run).recordStats().build());
    }

    /** A cache of at most {@code most} total weight. */
    public static <K, V> CountedCache<K, V> ofWeight(long most, Weigher<K, V> weigher) {
        return new CountedCache<>(Caffeine.newBuilder().maximumWeight(most).weigher(weigher).executor(Runnable::run)
                .recordStats().build());
    }

    /** The value of a key, loaded if it is not cached. */
    public V get(K key, Function<K, V> load) {
        return cache.get(key, load);
    }

    /**
     * The values of several keys.
     *
     * @param load makes those that are not cached, all in one call; keys that it leaves out have no value
     */
    public Map<K, V> getAll(Collection<K> keys, Function<Set<? extends K>, Map<K, V>> load) {
        return cache.getAll(keys, load);
    }

    /** How often the cache helped. */
    public CacheStatistics statistics() {
        CacheStats stats = cache.stats();
        return new CacheStatistics(stats.hitCount(), stats.missCount());
    }
}
