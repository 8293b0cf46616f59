package dev.qorpus.search.pipeline;

import java.util.List;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.backend.VectorMatch;
import dev.qorpus.search.fuse.Fusion;
import dev.qorpus.search.fuse.Part;
import dev.qorpus.search.fuse.WeightedSum;

/**
 * What is found while the model cannot be loaded or run: entries by their words, none of which was compared by meaning.
 *
 * @param words what the words have to say
 */
record LexicalFallback(RetrieverShares words) {

    private static final Fusion FUSION = new WeightedSum(1);

    /** The best entries. */
    List<FusedCandidate> best(int k) {
        return words.ranking().top().stream().limit(k).map(this::fused).toList();
    }

    private FusedCandidate fused(Candidate word) {
        List<Part> parts = FUSION.parts(List.of(words.evidence(word)));
        return new FusedCandidate(word.id(), word, notCompared(word.id()), parts, Fusion.score(parts));
    }

    /** Stands for what is not known: ranks begin at 1. */
    private static Candidate notCompared(EntryId id) {
        return new Candidate(id, 0, 0, VectorMatch.NO_PASSAGE);
    }

    /** How likely the first is right. */
    double confidence(List<FusedCandidate> best) {
        return best.isEmpty() ? 0 : Confidence.ofWordsAlone(words.share(best.getFirst().lexical()));
    }
}
