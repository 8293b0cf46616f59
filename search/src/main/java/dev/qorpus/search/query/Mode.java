package dev.qorpus.search.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.search.backend.lookup.LexicalModel;
import dev.qorpus.search.fuse.Fusion;
import dev.qorpus.search.fuse.OpinionPool;
import dev.qorpus.search.fuse.ReciprocalRank;
import dev.qorpus.search.fuse.WeightedSum;
import dev.qorpus.search.retrieve.RetrieverKind;

/**
 * What a query runs. A single representation is the weighted sum that leaves the other out, so that all modes
 * score between 0 and 1 and explain themselves alike.
 *
 * @param name as asked for
 * @param words how words are compared
 * @param space the vector space of the dense part
 * @param fusion how both parts are put together
 */
public record Mode(String name, LexicalModel words, String space, Fusion fusion) {

    /** Both kinds of evidence. */
    public static final String HYBRID = "hybrid";
    /** Words alone: BM25. */
    public static final String LEXICAL = "lexical";
    /** Vectors alone, of the first model that knows the language of the question. */
    public static final String DENSE = "dense";
    /** Both kinds of evidence as similarities, the same for a question and an entry whatever else there is. */
    public static final String WEIGHTED = "weighted";

    /** The vectors of single tokens alone, of the candidates of hybrid mode. */
    public static final String LATE = "late";

    private static final String RRF = "rrf";
    /** Between two representations that are put together as in hybrid mode. */
    private static final char JOINED = '+';

    /**
     * The mode of that name.
     *
     * @throws QueryException if there is none, naming those there are
     */
    public static Mode of(String name, IndexManifest manifest, double lexicalWeight) {
        LexicalModel bm25 = LexicalModel.BM25;
        String space = manifest.spaces().getFirst();
        return switch (name) {
            case HYBRID -> new Mode(name, bm25, space, OpinionPool.of(lexicalWeight));
            case LATE -> new Mode(name, bm25, space, late(manifest, lexicalWeight));
            case WEIGHTED -> new Mode(name, bm25, space, WeightedSum.of(RankingConstants.LEXICAL_WEIGHT_IN_SUM));
            case RRF -> new Mode(name, bm25, space, new ReciprocalRank(RankingConstants.RECIPROCAL_RANK_K));
            case LEXICAL -> new Mode(name, bm25, space, WeightedSum.of(1));
            case DENSE -> new Mode(name, bm25, space, WeightedSum.of(0));
            default -> representation(name, manifest, lexicalWeight).orElseThrow(() -> new QueryException(
                    "mode '" + name + "' is unknown; allowed are " + String.join(", ", names(manifest))
                            + ", and two joined, as tf-idf+" + space));
        };
    }

    private static OpinionPool late(IndexManifest manifest, double lexicalWeight) {
        if (!manifest.hasTokens()) {
            throw new QueryException("mode 'late' needs the vectors of tokens, which the index lacks; make it again"
                    + " without --no-late: qorpus index --rebuild");
        }
        return OpinionPool.of(lexicalWeight).lateAlone();
    }

    /** The same with the vectors of a space, unless the mode names its own. */
    public Mode in(String chosen) {
        boolean named = name.equals(space) || name.indexOf(JOINED) >= 0;
        return named ? this : new Mode(name, words, chosen, fusion);
    }

    /** The same for a question in a language that the model knows so well, from 0 to 1. */
    public Mode trusting(double trust, double lexicalWeight) {
        return fusion instanceof OpinionPool pool && pool.late() == 0
                ? new Mode(name, words, space, OpinionPool.of(lexicalWeight, trust))
                : this;
    }

    /** Whether the first candidates are compared token by token, where the index has what it takes. */
    public boolean wantsLate() {
        return name.equals(HYBRID) || name.equals(LATE);
    }

    /** The same without late interaction. */
    public Mode withoutLate() {
        return fusion instanceof OpinionPool pool
                ? new Mode(name, words, space, pool.withoutLate())
                : this;
    }

    /** The same with a cross-encoder. */
    public Mode withReranking() {
        return fusion instanceof OpinionPool pool ? new Mode(name, words, space, pool.withReranking()) : this;
    }

    /** The weight of late interaction, from 0 to 1. */
    public double late() {
        return fusion instanceof OpinionPool pool ? pool.late() : 0;
    }

    /** The same with late interaction, for a question of so many tokens. */
    public Mode withLate(int tokens) {
        return fusion instanceof OpinionPool pool && pool.late() == 0
                ? new Mode(name, words, space, pool.withLate(tokens))
                : this;
    }

    private static Optional<Mode> representation(String name, IndexManifest manifest, double lexicalWeight) {
        Optional<LexicalModel> words = LexicalModel.named(name);
        if (words.isPresent()) {
            return Optional.of(new Mode(name, words.get(), manifest.spaces().getFirst(), WeightedSum.of(1)));
        }
        if (manifest.spaces().contains(name)) {
            return Optional.of(new Mode(name, LexicalModel.BM25, name, WeightedSum.of(0)));
        }
        int joined = name.indexOf(JOINED);
        String space = name.substring(joined + 1);
        return LexicalModel.named(name.substring(0, Math.max(0, joined)))
                .filter(model -> manifest.spaces().contains(space))
                .map(model -> new Mode(name, model, space, OpinionPool.of(lexicalWeight)));
    }

    /** All modes that an index can run; two representations can be joined besides. */
    public static List<String> names(IndexManifest manifest) {
        List<String> names = new ArrayList<>(List.of(HYBRID, LEXICAL, DENSE, WEIGHTED, RRF));
        if (manifest.hasTokens()) {
            names.add(LATE);
        }
        names.addAll(representations(manifest));
        return names;
    }

    /** The representations of an index, each alone, the plainest first. */
    private static List<String> representations(IndexManifest manifest) {
        List<String> rungs = new ArrayList<>();
        Arrays.stream(LexicalModel.values()).map(LexicalModel::label).forEach(rungs::add);
        manifest.spaces().stream().filter(manifest::hasWordVectors).forEach(rungs::add);
        manifest.spaces().stream().filter(space -> !manifest.hasWordVectors(space)).forEach(rungs::add);
        return rungs;
    }

    /** Words joined with each vector space in turn, the default model's last. */
    private static List<String> hybrids(IndexManifest manifest) {
        return Stream
                .concat(manifest.spaces().stream().skip(1).map(space -> LexicalModel.BM25.label() + JOINED + space),
                        Stream.of(HYBRID))
                .toList();
    }

    /** The whole ladder: every representation alone, then the hybrids. */
    public static List<String> ladderModes(IndexManifest manifest) {
        return Stream.of(representations(manifest), manifest.hasTokens() ? List.of(LATE) : List.<String>of(),
                hybrids(manifest)).flatMap(List::stream).toList();
    }

    /** Whether a retriever's scores count. */
    public boolean uses(RetrieverKind retriever) {
        return switch (fusion) {
            case WeightedSum sum -> sum.weights().of(retriever) > 0;
            case OpinionPool pool -> switch (retriever) {
                case LEXICAL, DENSE -> true;
                case LATE -> pool.late() > 0;
                case RERANK -> pool.rerank() > 0;
            };
            case ReciprocalRank rank -> retriever == RetrieverKind.LEXICAL || retriever == RetrieverKind.DENSE;
        };
    }
}
