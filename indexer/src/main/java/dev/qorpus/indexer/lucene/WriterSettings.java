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

import dev.qorpus.indexer.analysis.LanguageAnalyzers;
import dev.qorpus.indexer.schema.IndexSchema;

/** How Lucene writes: such that a small change of a small index is a small matter. */
final class WriterSettings {

    /**
     * Below this many documents, deleted ones are merged away at once: they would blur BM25's statistics until
     * then. Above, half a second for each change is too long.
     */
    private static final int SMALL = 5_000;

    /** Above, segments are rewritten when more of them than this is deleted, in percent. */
    private static final double BLURRED = 2;

    /** Vectors of a segment from which on it has a graph. */
    private static final int GRAPH_FROM = 50_000;

    /**
     * Segments of fewer than {@link #GRAPH_FROM} vectors get no graph: scanning them takes milliseconds, but a
     * graph is built anew at each merge, which takes seconds. Lucene's measure is such that the least number n
     * of vectors with a graph has n = measure · ln n.
     */
    private static final int GRAPHLESS = (int) (GRAPH_FROM / Math.log(GRAPH_FROM));

    /** Threads that build a merged segment's graph. */
    private static final int MERGE_WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    private WriterSettings() {}

    static IndexWriterConfig config() {
        // A byte for each float beside it: scans and graphs read a quarter; what they find is compared exactly.
        KnnVectorsFormat vectors = new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.UNSIGNED_BYTE,
                Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN, Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                MERGE_WORKERS, ForkJoinPool.commonPool(), GRAPHLESS);
        return new IndexWriterConfig(LanguageAnalyzers.of(IndexSchema.LANGUAGE))
                .setSimilarity(LuceneSchema.similarity())
                .setCommitOnClose(false).setCodec(new Lucene104Codec() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return vectors;
                    }
                });
    }

    /**
     * Sees to it that most vectors are in graphs; says whether there is something to commit.
     *
     * @param begun called before what may take minutes, perhaps more than once
     */
    static boolean mergeSmall(IndexWriter writer, Runnable begun) throws IOException {
        // An entry has a document for itself, with its question's vector, and one for each passage.
        return SmallSegments.merge(writer, 2 * GRAPH_FROM, begun);
    }

    static void mergeAwayDeleted(IndexWriter writer) throws IOException {
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setForceMergeDeletesPctAllowed(writer.getDocStats().maxDoc < SMALL ? 0 : BLURRED);
        writer.getConfig().setMergePolicy(merges);
        writer.forceMergeDeletes();
    }
}
