package dev.qorpus.search.lucene.dense;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.lookup.DenseLookup;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.NearestEntries;
import dev.qorpus.search.backend.lookup.NearestEntries.OtherScores;
import dev.qorpus.search.backend.lookup.VectorMatch;
import dev.qorpus.search.backend.lookup.VectorScore;
import dev.qorpus.search.lucene.segment.FilterQueries;
import dev.qorpus.search.lucene.segment.SearcherContext;

/**
 * Cosines with the vectors of entries that Lucene's HNSW graphs propose, by their questions and by their passages. The
 * graphs compare quantised vectors; what they propose is compared exactly.
 */
public final class GraphDense implements DenseLookup {

    private final SearcherContext context;
    private final String space;
    private final float[] vector;
    private final Filter filter;

    public GraphDense(SearcherContext context, String space, float[] vector, Filter filter) {
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
        return context.attempt(() -> proposed(depth));
    }

    @Override
    public Map<EntryId, VectorMatch> matches(Collection<EntryId> ids) {
        return context.attempt(() -> {
            SortedSet<Integer> parents = new TreeSet<>();
            for (EntryId id : ids) {
                parents.add(context.parent(id));
            }
            parents.remove(SearcherContext.ABSENT);
            Map<EntryId, VectorMatch> matches = new HashMap<>();
            exact(passing(parents)).forEach(match -> matches.put(match.id(), match));
            return matches;
        });
    }

    /**
     * Entries near by their question or by a passage, found through the graphs: two thirds by each, of which some are
     * the same.
     */
    private NearestEntries proposed(int depth) throws IOException {
        Query parentsPass = filter.isEmpty() ? null : FilterQueries.parents(filter);
        Query childrenPass = filter.isEmpty() ? null : FilterQueries.children(filter);
        int each = Math.max(1, depth * 2 / 3);
        SortedSet<Integer> parents = new TreeSet<>();
        for (ScoreDoc found : context.searcher().search(new KnnFloatVectorQuery(LuceneSchema.questionVectors(space),
                vector, each, parentsPass), each).scoreDocs) {
            parents.add(found.doc);
        }
        ScoreDoc[] found = context.searcher().search(
                new KnnFloatVectorQuery(LuceneSchema.passageVectors(space), vector, each, childrenPass),
                each).scoreDocs;
        Arrays.sort(found, (a, b) -> Integer.compare(a.doc, b.doc));
        for (ScoreDoc passage : found) {
            LeafReaderContext leaf = leaf(passage.doc);
            parents.add(leaf.docBase + context.cache().blocks(leaf)[passage.doc - leaf.docBase]);
        }
        return new NearestEntries(exact(parents), OtherScores.NONE);
    }

    /** Exact cosines of parents, in the order of documents. */
    private List<VectorMatch> exact(SortedSet<Integer> parents) throws IOException {
        List<VectorMatch> matches = new ArrayList<>();
        LeafReaderContext leaf = null;
        Cosines cosines = null;
        NumericDocValues ordinals = null;
        for (int parent : parents) {
            if (leaf == null || cosines == null || parent >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = leaf(parent);
                cosines = new Cosines(leaf, space, vector);
                ordinals = leaf.reader().getNumericDocValues(LuceneSchema.ORDINAL);
            }
            matches.add(match(parent, leaf, cosines, ordinals));
        }
        return matches;
    }

    private VectorMatch match(int parent, LeafReaderContext leaf, Cosines cosines, @Nullable NumericDocValues ordinals)
            throws IOException {
        int[] blocks = context.cache().blocks(leaf);
        int at = parent - leaf.docBase;
        int first = at;
        while (first > 0 && blocks[first - 1] == at) {
            first--;
        }
        float question = cosines.question(at);
        float passage = question;
        int nearest = at;
        for (int child = first; child < at; child++) {
            float cosine = cosines.passage(child);
            if (nearest == at || cosine > passage) {
                passage = cosine;
                nearest = child;
            }
        }
        boolean has = nearest != at && ordinals != null && ordinals.advanceExact(nearest);
        return new VectorMatch(context.id(parent), question, passage,
                has && ordinals != null ? (int) ordinals.longValue() : VectorMatch.NO_PASSAGE);
    }

    /** Those that pass the filter. */
    private SortedSet<Integer> passing(SortedSet<Integer> parents) throws IOException {
        if (filter.isEmpty()) {
            return parents;
        }
        SortedSet<Integer> passing = new TreeSet<>();
        Weight passes = context.weight(FilterQueries.parents(filter));
        for (LeafReaderContext leaf : context.searcher().getIndexReader().leaves()) {
            SortedSet<Integer> here = parents.subSet(leaf.docBase, leaf.docBase + leaf.reader().maxDoc());
            Scorer scorer = here.isEmpty() ? null : passes.scorer(leaf);
            for (int parent : scorer == null ? new TreeSet<Integer>() : here) {
                int at = parent - leaf.docBase;
                if (scorer != null && (scorer.docID() < at ? scorer.iterator().advance(at) : scorer.docID()) == at) {
                    passing.add(parent);
                }
            }
        }
        return passing;
    }

    private LeafReaderContext leaf(int doc) {
        List<LeafReaderContext> leaves = context.searcher().getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }
}
