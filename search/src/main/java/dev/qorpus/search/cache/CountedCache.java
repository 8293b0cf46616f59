package dev.qorpus.search.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up lately and often, up to a bound (TinyLFU, Einziger, Friedman and Manes 2017). Counts how often it
 * was there. Thread-safe: two that miss at once both look it up.
 */
public final class CountedCache<K, V> {

    private final Cache<K, V> cache;

    private CountedCache(Cache<K, V> cache) {
        this.cache = cache;
    }

    /** Remembers so many at most. */
    public static <K, V> CountedCache<K, V> counted(int most) {
        return new CountedCache<>(
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).recordStats().build());
    }

    /** Remembers what weighs so much at most, all together. */
    public static <K, V> CountedCache<K, V> weighed(long most, Weigher<K, V> weigher) {
        return new CountedCache<>(Caffeine.newBuilder().maximumWeight(most).weigher(weigher).executor(Runnable::run)
                .recordStats().build());
    }

    @Nullable
    public V get(K key) {
        return cache.getIfPresent(key);
    }

    public void put(K key, V value) {
        cache.put(key, value);
    }

    public CacheStatistics use() {
        CacheStats stats = cache.stats();
        return new CacheStatistics(stats.hitCount(), stats.missCount());
    }
}
