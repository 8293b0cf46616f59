package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.DenseLookup;
import dev.qorpus.search.backend.Filter;
import dev.qorpus.search.backend.VectorMatch;

/**
 * Cosines with the vectors of parents (questions) and children (passages). Below {@link LuceneBackend#EXACT_UP_TO} entries
 * every vector is compared; above, Lucene's HNSW graphs propose entries, which are then compared exactly.
 */
final class LuceneDense implements DenseLookup {

    /** Passages looked at for each entry wanted: several of the nearest may be of one entry. */
    private static final int PASSAGES_PER_ENTRY = 3;

    private final Snapshot snapshot;
    private final String space;
    private final float[] vector;
    private final Filter filter;
    private final int exactUpTo;
    private @Nullable List<VectorMatch> all;

    LuceneDense(Snapshot snapshot, String space, float[] vector, Filter filter, int exactUpTo) {
        this.snapshot = snapshot;
        this.space = space;
        this.vector = vector;
        this.filter = filter;
        this.exactUpTo = exactUpTo;
    }

    @Override
    public int total() {
        return snapshot.attempt(() -> snapshot.searcher().count(Snapshot.parents(filter)));
    }

    @Override
    public List<VectorMatch> near(int depth) {
        return total() <= exactUpTo ? scanned() : snapshot.attempt(() -> proposed(depth));
    }

    @Override
    public Map<EntryId, VectorMatch> matches(Collection<EntryId> ids) {
        Map<EntryId, VectorMatch> matches = new HashMap<>();
        if (total() <= exactUpTo) {
            Set<EntryId> wanted = new HashSet<>(ids);
            scanned().stream().filter(match -> wanted.contains(match.id()))
                    .forEach(match -> matches.put(match.id(), match));
            return matches;
        }
        snapshot.attempt(() -> {
            Set<Integer> parents = new HashSet<>();
            for (EntryId id : ids) {
                parents.add(snapshot.parent(id));
            }
            parents.remove(Snapshot.ABSENT);
            exact(parents).forEach(match -> matches.put(match.id(), match));
            return true;
        });
        return matches;
    }

    private synchronized List<VectorMatch> scanned() {
        if (all == null) {
            all = snapshot.attempt(() -> exact(null));
        }
        return all;
    }

    /** Entries near by their question or by a passage, found through the graphs. */
    private List<VectorMatch> proposed(int depth) throws IOException {
        Query passes = filter.isEmpty() ? null : Snapshot.query(filter);
        Set<Integer> parents = new HashSet<>();
        for (ScoreDoc found : snapshot.searcher().search(new KnnFloatVectorQuery(LuceneSchema.questionVectors(space),
                vector, depth, passes), depth).scoreDocs) {
            parents.add(found.doc);
        }
        int pieces = depth * PASSAGES_PER_ENTRY;
        for (ScoreDoc found : snapshot.searcher().search(
                new KnnFloatVectorQuery(LuceneSchema.passageVectors(space), vector, pieces, passes),
                pieces).scoreDocs) {
            parents.add(parentOf(found.doc));
        }
        return exact(parents);
    }

    private int parentOf(int child) throws IOException {
        for (LeafReaderContext leaf : snapshot.searcher().getIndexReader().leaves()) {
            if (child >= leaf.docBase && child < leaf.docBase + leaf.reader().maxDoc()) {
                NumericDocValues distance = leaf.reader().getNumericDocValues(LuceneSchema.TO_PARENT);
                if (distance != null && distance.advanceExact(child - leaf.docBase)) {
                    return child + (int) distance.longValue();
                }
            }
        }
        throw new IOException("document " + child + " is no passage");
    }

    /** Exact cosines of the parents given, or of all; of those that pass the filter. */
    private List<VectorMatch> exact(@Nullable Set<Integer> parents) throws IOException {
        Weight passes = snapshot.searcher().createWeight(snapshot.searcher().rewrite(Snapshot.parents(filter)),
                ScoreMode.COMPLETE_NO_SCORES, 1);
        List<VectorMatch> matches = new ArrayList<>();
        for (LeafReaderContext leaf : snapshot.searcher().getIndexReader().leaves()) {
            Scorer scorer = passes.scorer(leaf);
            if (scorer != null) {
                FixedBitSet wanted = new FixedBitSet(leaf.reader().maxDoc());
                DocIdSetIterator passing = scorer.iterator();
                for (int doc = passing.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = passing.nextDoc()) {
                    boolean live = leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc);
                    if (live && (parents == null || parents.contains(leaf.docBase + doc))) {
                        wanted.set(doc);
                    }
                }
                new LeafScan(leaf, wanted, space, vector).into(snapshot, matches);
            }
        }
        return matches;
    }
}
