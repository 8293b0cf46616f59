package dev.qorpus.search;

import java.util.List;

import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.Heading;

/** The tables of contents of the files that were asked about last, since entries of one file are read one by one. */
final class Outlines {

    /** A file with more entries is data that nobody reads from one to the next, and long to list. */
    private static final int READ_IN_ORDER = 10_000;
    private static final int KEPT = 8;

    private final Backend backend;
    private final Remembered<String, List<Heading>> known = Remembered.counted(KEPT);

    Outlines(Backend backend) {
        this.backend = backend;
    }

    /** The entries of a file in its order; none if there are more than anybody reads in order. */
    List<Heading> of(String file) {
        if (backend.manifest().valuesOf(FilterFields.FILE).getOrDefault(file, 0) > READ_IN_ORDER) {
            return List.of();
        }
        List<Heading> outline = known.get(file);
        if (outline == null) {
            outline = backend.outline(file);
            known.put(file, outline);
        }
        return outline;
    }

    CacheUse use() {
        return known.use();
    }
}
