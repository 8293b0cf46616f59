package dev.qorpus.search;

/** How often something that is kept was asked for and there, and how often it had to be made. */
public record CacheUse(long hits, long misses) {

    /** Of what was never asked for. */
    public static final CacheUse NONE = new CacheUse(0, 0);
}
