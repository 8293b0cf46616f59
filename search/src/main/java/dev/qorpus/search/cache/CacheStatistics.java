package dev.qorpus.search.cache;

/** How often something that is kept was asked for and there, and how often it had to be made. */
public record CacheStatistics(long hits, long misses) {

    /** Of what was never asked for. */
    public static final CacheStatistics NONE = new CacheStatistics(0, 0);
}
