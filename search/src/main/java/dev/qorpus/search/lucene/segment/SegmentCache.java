package dev.qorpus.search.lucene.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.lucene.LuceneSchema;

/**
 * Per-segment data that lookups read often, cached in memory on first use. A segment never changes except for its
 * deletions. Most segments survive into the next published snapshot, which keeps their cached data.
 */
public final class SegmentCache {

    /** A document that belongs to no entry. */
    private static final int NO_BLOCK = -1;

    /** By the random ids that segments are written with. */
    private final Map<String, Segment> byId = new HashMap<>();
    /** By the order of the reader's leaves. */
    private final List<Segment> segments = new ArrayList<>();

    private SegmentCache(IndexReader reader, Map<String, Segment> known) {
        for (LeafReaderContext leaf : reader.leaves()) {
            String id = StringHelper.idToString(((SegmentReader) leaf.reader()).getSegmentInfo().info.getId());
            Segment segment = known.getOrDefault(id, new Segment());
            byId.put(id, segment);
            segments.add(segment);
        }
    }

    /** An empty one. */
    public static SegmentCache of(IndexReader reader) {
        return new SegmentCache(reader, Map.of());
    }

    /** A cache for another snapshot, which keeps the data of shared segments. */
    public SegmentCache next(IndexReader reader) {
        return new SegmentCache(reader, byId);
    }

    /** For each document of a segment the parent of its block, itself if it is one; {@link #NO_BLOCK} if there is none. */
    public int[] blocks(LeafReaderContext leaf) throws IOException {
        return segments.get(leaf.ord).blocks(leaf.reader());
    }

    /** How long a field of each document is, as Lucene encodes it in a byte; 0 where there is none. */
    public byte[] lengths(LeafReaderContext leaf, String field) throws IOException {
        return segments.get(leaf.ord).lengths(leaf.reader(), field);
    }

    /** All vectors of a space. */
    public SegmentVectors vectors(LeafReaderContext leaf, String space) throws IOException {
        return segments.get(leaf.ord).vectors(leaf.reader(), space);
    }

    /** The cached data of one segment, shared by all snapshots. */
    private static final class Segment {

        private int @Nullable [] blocks;
        private final Map<String, byte[]> lengths = new HashMap<>();
        private final Map<String, SegmentVectors> vectors = new HashMap<>();

        synchronized int[] blocks(LeafReader reader) throws IOException {
            int[] known = blocks;
            if (known == null) {
                known = readBlocks(reader);
                blocks = known;
            }
            return known;
        }

        synchronized byte[] lengths(LeafReader reader, String field) throws IOException {
            byte[] known = lengths.get(field);
            if (known == null) {
                known = readLengths(reader, field);
                lengths.put(field, known);
            }
            return known;
        }

        synchronized SegmentVectors vectors(LeafReader reader, String space) throws IOException {
            SegmentVectors known = vectors.get(space);
            if (known == null) {
                known = SegmentVectors.read(reader, space, blocks(reader));
                vectors.put(space, known);
            }
            return known;
        }

        private static int[] readBlocks(LeafReader reader) throws IOException {
            int[] blocks = new int[reader.maxDoc()];
            Arrays.fill(blocks, NO_BLOCK);
            PostingsEnum entries = reader.postings(new Term(LuceneSchema.KIND, LuceneSchema.PARENT),
                    PostingsEnum.NONE);
            for (int doc = entries == null
                    ? DocIdSetIterator.NO_MORE_DOCS
                    : entries.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = entries.nextDoc()) {
                blocks[doc] = doc;
            }
            NumericDocValues distances = reader.getNumericDocValues(LuceneSchema.TO_PARENT);
            for (int doc = distances == null
                    ? DocIdSetIterator.NO_MORE_DOCS
                    : distances.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = distances.nextDoc()) {
                blocks[doc] = doc + (int) distances.longValue();
            }
            return blocks;
        }

        private static byte[] readLengths(LeafReader reader, String field) throws IOException {
            byte[] lengths = new byte[reader.maxDoc()];
            NumericDocValues norms = reader.getNormValues(field);
            for (int doc = norms == null
                    ? DocIdSetIterator.NO_MORE_DOCS
                    : norms.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = norms.nextDoc()) {
                lengths[doc] = (byte) norms.longValue();
            }
            return lengths;
        }
    }
}
