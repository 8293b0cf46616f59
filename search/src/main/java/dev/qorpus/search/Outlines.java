package dev.qorpus.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.Heading;

/** The tables of contents of the files that were asked about last, since entries of one file are read one by one. */
final class Outlines {

    /** A file with more entries is data that nobody reads from one to the next, and long to list. */
    private static final int READ_IN_ORDER = 10_000;
    private static final int KEPT = 8;

    private final Backend backend;
    private long hits;
    private long misses;
    private final Map<String, List<Heading>> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    Outlines(Backend backend) {
        this.backend = backend;
    }

    /** The entries of a file in its order; none if there are more than anybody reads in order. */
    synchronized List<Heading> of(String file) {
        if (backend.manifest().valuesOf(FilterFields.FILE).getOrDefault(file, 0) > READ_IN_ORDER) {
            return List.of();
        }
        List<Heading> known = kept.get(file);
        if (known != null) {
            hits++;
            return known;
        }
        misses++;
        List<Heading> outline = backend.outline(file);
        kept.put(file, outline);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return outline;
    }

    synchronized CacheUse use() {
        return new CacheUse(hits, misses);
    }
}
