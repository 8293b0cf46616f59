package dev.qorpus.search.cache;

/** Hits and misses of a cache. */
public record CacheStatistics(long hits, long misses) {

    /** Of what was never asked for. */
    public static final CacheStatistics NONE = new CacheStatistics(0, 0);
}
