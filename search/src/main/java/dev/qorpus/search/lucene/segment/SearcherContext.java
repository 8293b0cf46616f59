package dev.qorpus.search.lucene.segment;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.BackendException;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.task.CancelledException;

/**
 * One open searcher with what both lookups need: ids of documents, documents of ids, filters.
 *
 * @param entries how many the index has
 * @param ids what was read of ids, shared by all searchers of one reader
 * @param cache what was read of segments, shared likewise
 */
public record SearcherContext(String address, IndexSearcher searcher, int entries, EntryIdCache ids,
        SegmentCache cache) {

    /** Stands for an entry that is not there. */
    public static final int ABSENT = -1;

    /** An action of Lucene's. */
    public interface Action<T> {
        T run() throws IOException;
    }

    public <T> T attempt(Action<T> action) {
        try {
            return action.run();
        } catch (BackendException | CancelledException e) {
            throw e;
        } catch (IOException | RuntimeException | InternalError e) {
            // A file that is overwritten or truncated while mapped into memory causes many kinds of exceptions.
            throw new BackendException(address,
                    "cannot be read; if it is damaged, rebuild it: qorpus index --rebuild", e);
        }
    }

    /** The id that a parent document carries. */
    public EntryId id(int parent) throws IOException {
        return ids.id(searcher.getIndexReader(), parent);
    }

    /** The parent document of an id, the last of its block; {@link #ABSENT} if there is none. */
    public int parent(EntryId id) throws IOException {
        return ids.parent(searcher.getIndexReader(), id);
    }

    /** How many entries pass a filter. */
    public int count(Filter filter) throws IOException {
        return filter.isEmpty() ? entries : searcher.count(FilterQueries.parents(filter));
    }

    /** The parent documents of those ids that are there, in order, since iterators only go forward. */
    public int[] parents(Collection<EntryId> ids) throws IOException {
        int[] parents = new int[ids.size()];
        int found = 0;
        for (EntryId id : ids) {
            int parent = parent(id);
            if (parent != ABSENT) {
                parents[found++] = parent;
            }
        }
        Arrays.sort(parents, 0, found);
        return Arrays.copyOf(parents, found);
    }

    /** Those of some entries that pass a filter. */
    public Set<EntryId> passing(Collection<EntryId> ids, Filter filter) throws IOException {
        int[] parents = parents(ids);
        int found = parents.length;
        Set<EntryId> passing = HashSet.newHashSet(found);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Weight weight = weight(FilterQueries.parents(filter));
        int next = 0;
        while (next < found) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(parents[next], leaves));
            Scorer scorer = weight.scorer(leaf);
            DocIdSetIterator matching = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (; next < found && parents[next] < end; next++) {
                int doc = parents[next] - leaf.docBase;
                if (matching.docID() < doc) {
                    matching.advance(doc);
                }
                if (matching.docID() == doc) {
                    passing.add(id(parents[next]));
                }
            }
        }
        return passing;
    }

    /** A query that documents match or not. */
    public Weight weight(Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** The documents of a segment that match. */
    public static FixedBitSet bits(Weight weight, LeafReaderContext leaf) throws IOException {
        FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null) {
            bits.or(scorer.iterator());
        }
        return bits;
    }
}
