package dev.qorpus.search.browse;

import java.util.List;

import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.Heading;
import dev.qorpus.search.cache.CacheStatistics;
import dev.qorpus.search.cache.CountedCache;

/** A cache of tables of contents by file: readers go through the entries of one file one by one. */
public final class TableOfContentsCache {

    /** A larger file is data, not something to read in order, and slow to list. */
    private static final int READ_IN_ORDER = 10_000;
    private static final int KEPT = 8;

    private final Backend backend;
    private final CountedCache<String, List<Heading>> cache = CountedCache.ofSize(KEPT);

    public TableOfContentsCache(Backend backend) {
        this.backend = backend;
    }

    /** The entries of a file in its order; empty for a file too large to read in order. */
    public List<Heading> of(String file) {
        if (backend.manifest().valuesOf(FilterFields.FILE).getOrDefault(file, 0) > READ_IN_ORDER) {
            return List.of();
        }
        return cache.get(file, backend::tableOfContents);
    }

    /** How often the cache helped. */
    public CacheStatistics statistics() {
        return cache.statistics();
    }
}
