package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.util.concurrent.ForkJoinPool;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/** The settings of Lucene's writer. A small change of a small index must be fast. */
final class WriterSettings {

    /**
     * In a smaller index, deleted documents are merged away at once, because they distort the statistics of BM25. In a
     * larger index this takes half a second for each change, which is too long.
     */
    private static final int SMALL = 5_000;

    /** In a larger index, a segment is rewritten if more than this percentage of it is deleted. */
    private static final double MOST_DELETED_PERCENT = 2;

    /** A segment with at least this many vectors has an HNSW graph. */
    private static final int GRAPH_FROM = 50_000;

    /**
     * Lucene's threshold t, so that segments with fewer than {@link #GRAPH_FROM} vectors get no graph. Scanning them takes
     * milliseconds, but building a graph at each merge takes seconds. The smallest number n of vectors with a graph is the
     * solution of n = t · ln n.
     */
    private static final int GRAPH_THRESHOLD = (int) (GRAPH_FROM / Math.log(GRAPH_FROM));

    /** The number of threads that build the graph of a merged segment. */
    private static final int MERGE_WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    private WriterSettings() {}

    static IndexWriterConfig config() {
        // Stores a byte beside each float. Scans and graphs read only the bytes; their results are compared by the floats.
        KnnVectorsFormat vectors = new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.UNSIGNED_BYTE,
                Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN, Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                MERGE_WORKERS, ForkJoinPool.commonPool(), GRAPH_THRESHOLD);
        return new IndexWriterConfig()
                .setSimilarity(LuceneSchema.similarity())
                .setCommitOnClose(false).setCodec(new Lucene104Codec() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return vectors;
                    }
                });
    }

    /**
     * Merges small segments, so that most vectors are in graphs.
     *
     * @param optimizing called before work that may take minutes, possibly more than once
     * @return whether there is something to commit
     */
    static boolean mergeSmall(IndexWriter writer, Runnable optimizing) throws IOException {
        // An entry has one document for its question, and one for each passage.
        return SmallSegmentsMergePolicy.merge(writer, 2 * GRAPH_FROM, optimizing);
    }

    static void mergeAwayDeleted(IndexWriter writer) throws IOException {
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setForceMergeDeletesPctAllowed(writer.getDocStats().maxDoc < SMALL ? 0 : MOST_DELETED_PERCENT);
        writer.getConfig().setMergePolicy(merges);
        writer.forceMergeDeletes();
    }
}
