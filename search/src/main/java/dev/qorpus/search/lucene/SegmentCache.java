package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

import dev.qorpus.indexer.lucene.LuceneSchema;

/**
 * What scans of a published state read over and over, kept in memory; of each segment it is read when it is first
 * asked for.
 */
final class SegmentCache {

    private record Key(int segment, String space) {}

    private final Map<Key, SegmentVectors> vectors = new HashMap<>();
    private final Map<Integer, byte[]> lengths = new HashMap<>();

    /**
     * All vectors of a space.
     *
     * @param blocks for each document the parent of its block
     */
    synchronized SegmentVectors vectors(LeafReaderContext leaf, String space, int[] blocks) throws IOException {
        Key key = new Key(leaf.ord, space);
        SegmentVectors known = vectors.get(key);
        if (known == null) {
            known = SegmentVectors.read(leaf, space, blocks);
            vectors.put(key, known);
        }
        return known;
    }

    /** How long the text of each document is, as Lucene encodes it in a byte; 0 where there is none. */
    synchronized byte[] lengths(LeafReaderContext leaf) throws IOException {
        byte[] known = lengths.get(leaf.ord);
        if (known == null) {
            known = new byte[leaf.reader().maxDoc()];
            NumericDocValues norms = leaf.reader().getNormValues(LuceneSchema.TEXT);
            for (int doc = norms == null
                    ? DocIdSetIterator.NO_MORE_DOCS
                    : norms.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = norms.nextDoc()) {
                known[doc] = (byte) norms.longValue();
            }
            lengths.put(leaf.ord, known);
        }
        return known;
    }
}
