package dev.qorpus.search.lucene.dense;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.lookup.DenseLookup;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.NearestEntries;
import dev.qorpus.search.backend.lookup.VectorMatch;
import dev.qorpus.search.backend.lookup.VectorScore;
import dev.qorpus.search.lucene.segment.FilterQueries;
import dev.qorpus.search.lucene.segment.SearcherContext;

/** Cosines with the vectors of all entries: in a small index that is faster than a graph, and misses nothing. */
public final class ScannedDense implements DenseLookup {

    private final SearcherContext context;
    private final String space;
    private final float[] vector;
    private final Filter filter;
    private final Lock one = new ReentrantLock();
    private @Nullable DenseScan scan;

    public ScannedDense(SearcherContext context, String space, float[] vector, Filter filter) {
        this.context = context;
        this.space = space;
        this.vector = vector;
        this.filter = filter;
    }

    @Override
    public int total() {
        return context.attempt(() -> context.count(filter));
    }

    @Override
    public NearestEntries nearest(int depth, VectorScore score) {
        return context.attempt(() -> {
            DenseScan.Ranked ranked = scan().nearest(depth, score);
            return new NearestEntries(ranked.best(),
                    than -> context.attempt(() -> ranked.others().above(than)));
        });
    }

    @Override
    public Map<EntryId, VectorMatch> matches(Collection<EntryId> ids) {
        return context.attempt(() -> {
            Map<EntryId, VectorMatch> matches = new HashMap<>();
            for (EntryId id : ids) {
                int parent = context.parent(id);
                VectorMatch match = parent == SearcherContext.ABSENT ? null : scan().match(parent);
                if (match != null) {
                    matches.put(id, match);
                }
            }
            return matches;
        });
    }

    private DenseScan scan() throws IOException {
        // Not synchronized: before JDK 24 a virtual thread that waits within holds its core, which others wait for.
        one.lock();
        try {
            if (scan == null) {
                Weight passes = filter.isEmpty() ? null : context.weight(FilterQueries.parents(filter));
                scan = DenseScan.of(context, space, vector, passes);
            }
            return scan;
        } finally {
            one.unlock();
        }
    }
}
