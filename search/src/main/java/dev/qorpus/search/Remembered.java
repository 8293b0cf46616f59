package dev.qorpus.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up lately and often, up to a bound (TinyLFU, Einziger, Friedman and Manes 2017). Counts how often it
 * was there. Thread-safe: two that miss at once both look it up.
 */
final class Remembered<K, V> {

    private final Cache<K, V> cache;

    private Remembered(Cache<K, V> cache) {
        this.cache = cache;
    }

    /** Remembers so many at most. */
    static <K, V> Remembered<K, V> counted(int most) {
        return new Remembered<>(Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).recordStats().build());
    }

    /** Remembers what weighs so much at most, all together. */
    static <K, V> Remembered<K, V> weighed(long most, Weigher<K, V> weigher) {
        return new Remembered<>(Caffeine.newBuilder().maximumWeight(most).weigher(weigher).executor(Runnable::run)
                .recordStats().build());
    }

    @Nullable
    V get(K key) {
        return cache.getIfPresent(key);
    }

    void put(K key, V value) {
        cache.put(key, value);
    }

    CacheUse use() {
        CacheStats stats = cache.stats();
        return new CacheUse(stats.hitCount(), stats.missCount());
    }
}
