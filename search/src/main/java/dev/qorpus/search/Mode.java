package dev.qorpus.search;

import java.util.ArrayList;
import java.util.List;

import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.fuse.Fusion;
import dev.qorpus.search.fuse.OpinionPool;
import dev.qorpus.search.fuse.ReciprocalRank;
import dev.qorpus.search.fuse.WeightedSum;

/**
 * What a query runs. A single representation is the weighted sum that leaves the other out, so that all modes
 * score between 0 and 1 and explain themselves alike.
 *
 * @param name as asked for
 * @param space the vector space of the dense part
 * @param fusion how both parts are put together
 */
public record Mode(String name, String space, Fusion fusion) {

    /** Both kinds of evidence. */
    public static final String HYBRID = "hybrid";
    /** Words alone: BM25. */
    public static final String LEXICAL = "lexical";
    /** Vectors of the default model alone. */
    public static final String DENSE = "dense";

    /** Both kinds of evidence as similarities, the same for a question and an entry whatever else there is. */
    public static final String WEIGHTED = "weighted";

    private static final String BM25 = "bm25";
    private static final String RRF = "rrf";

    /**
     * The mode of that name.
     *
     * @throws QueryException if there is none, naming those there are
     */
    static Mode of(String name, IndexManifest manifest, double lexicalWeight) {
        String space = manifest.spaces().getFirst();
        return switch (name) {
            case HYBRID -> new Mode(name, space, new OpinionPool(lexicalWeight));
            case WEIGHTED -> new Mode(name, space, new WeightedSum(lexicalWeight));
            case RRF -> new Mode(name, space, new ReciprocalRank(60));
            case LEXICAL, BM25 -> new Mode(name, space, new WeightedSum(1));
            case DENSE -> new Mode(name, space, new WeightedSum(0));
            default -> {
                if (!manifest.spaces().contains(name)) {
                    throw new QueryException("mode '" + name + "' is unknown; allowed are "
                            + String.join(", ", names(manifest)));
                }
                yield new Mode(name, name, new WeightedSum(0));
            }
        };
    }

    /** All modes that an index can run. */
    public static List<String> names(IndexManifest manifest) {
        List<String> names = new ArrayList<>(List.of(HYBRID, LEXICAL, DENSE, BM25, WEIGHTED, RRF));
        names.addAll(manifest.spaces());
        return names;
    }

    /** Whether words count. */
    boolean usesWords() {
        return !(fusion instanceof WeightedSum sum && sum.lexicalWeight() == 0);
    }

    /** Whether vectors count. */
    boolean usesVectors() {
        return !(fusion instanceof WeightedSum sum && sum.lexicalWeight() == 1);
    }
}
