package dev.qorpus.search.pipeline;

import java.util.List;
import java.util.Optional;

import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.CosineDistribution;
import dev.qorpus.search.fuse.OpinionPool;
import dev.qorpus.search.retrieve.Correction;
import dev.qorpus.search.retrieve.RetrieverKind;
import dev.qorpus.search.retrieve.WordMatch;
import dev.qorpus.search.share.RetrieverShares;

/**
 * How likely the first hit is right: a logistic function of the odds that the opinion pool gives it, and of its cosine.
 * The share alone says only that no other entry is likelier; the cosine tells whether any is likely, in terms of how the
 * model spreads its cosines. In every mode it is computed from both kinds of evidence, where there are both, and from one
 * entry however many are asked for.
 *
 * <p>Fitted on ten collections at once, each with the same weight, with the right entries taken away in a fifth of the
 * cases. For words alone, a function of its own looks at the words that the entry lacks: where only one entry has some common
 * word, its share says nothing. With meaning, missing words add nothing in general to what share and cosine tell. But another
 * version, number or name in place of the one asked for lowers confidence in every mode.
 *
 * @param lexicalWeight of words in the pool
 * @param distribution of the model's cosines
 */
public record Confidence(double lexicalWeight, CosineDistribution distribution) {

    /**
     * The confidence, from 0 to 1; 0 if there is no entry.
     *
     * @param same the first entry, and then those with the same answer, whose shares count as its own
     * @param words what the first entry lacks of the question's words
     * @param corrections of the question
     */
    double of(RetrievalResult retrieved, List<FusedCandidate> same, WordMatch words, List<Correction> corrections) {
        if (same.isEmpty()) {
            return 0;
        }
        long replaced = corrections.stream().filter(Correction::replaced).count();
        // The neighbour of a word that may be right is another word. Alone it decides; among others it may be mistyped.
        return of(retrieved, same, words.missing()) * Math.pow(RankingConstants.CONFLICT, words.conflicts())
                * (1 - (1 - RankingConstants.CONFLICT) * words.doubtful() * words.doubtful())
                * Math.pow(RankingConstants.REPLACED, (double) replaced);
    }

    private double of(RetrievalResult retrieved, List<FusedCandidate> same, double missing) {
        double share = share(retrieved, same);
        Optional<Integer> dense = dense(retrieved);
        if (dense.isEmpty()) {
            return ofWords(share, missing);
        }
        OpinionPool pool = pool(retrieved);
        double trust = pool.trust();
        double cosine = distribution.standardised(same.getFirst().candidates().get(dense.get()).score());
        return of(share, trust * cosine + (1 - trust) * RankingConstants.UNKNOWN_COSINE, pool.late());
    }

    /**
     * The share of the probability mass that entries have together, from 0 to 1.
     *
     * @param same entries with the same answer
     */
    double share(RetrievalResult retrieved, List<FusedCandidate> same) {
        if (dense(retrieved).isEmpty()) {
            return lexicalShare(retrieved, same);
        }
        OpinionPool pool = pool(retrieved);
        // What a model says of a language that it does not know is left out: words are then all the evidence.
        return pool.trust() * same.stream().mapToDouble(one -> pool.share(retrieved.scores(one.candidates()))).sum()
                + (1 - pool.trust()) * lexicalShare(retrieved, same);
    }

    private static Optional<Integer> dense(RetrievalResult retrieved) {
        return retrieved.indexOf(RetrieverKind.DENSE).filter(index -> retrieved.mode().uses(RetrieverKind.DENSE));
    }

    private OpinionPool pool(RetrievalResult retrieved) {
        return retrieved.mode().fusion() instanceof OpinionPool run ? run : OpinionPool.of(lexicalWeight);
    }

    private static double lexicalShare(RetrievalResult retrieved, List<FusedCandidate> same) {
        RetrieverShares words = retrieved.shares().getFirst();
        return same.stream().mapToDouble(one -> words.share(one.candidates().getFirst())).sum();
    }

    /**
     * The logistic function.
     *
     * @param share the first entry's
     * @param cosine the first entry's, in terms of the default model's
     * @param late the weight of late interaction
     */
    private static double of(double share, double cosine, double late) {
        return logistic(RankingConstants.CONFIDENCE_INTERCEPT + RankingConstants.CONFIDENCE_LOG_ODDS * logOdds(share)
                + RankingConstants.CONFIDENCE_COSINE * cosine + RankingConstants.CONFIDENCE_LATE * late);
    }

    /**
     * The logistic function of words alone.
     *
     * @param missing share of the question's words that the first entry lacks
     */
    private static double ofWords(double share, double missing) {
        double odds = wordsLogOdds(share);
        return logistic(RankingConstants.WORDS_INTERCEPT + RankingConstants.WORDS_LOG_ODDS * odds
                + RankingConstants.WORDS_COVERED_LOG_ODDS * odds * (1 - missing)
                + RankingConstants.WORDS_MISSING * missing);
    }

    /** The log-odds of a share, as words alone count them: bounded more closely. */
    public static double wordsLogOdds(double share) {
        return Math.clamp(logOdds(share), -RankingConstants.WORDS_MOST_LOG_ODDS, RankingConstants.WORDS_MOST_LOG_ODDS);
    }

    /** The log-odds of a share, bounded by {@link RankingConstants#LEAST_SHARE}. */
    public static double logOdds(double share) {
        return Math.log(
                Math.max(RankingConstants.LEAST_SHARE, share) / Math.max(RankingConstants.LEAST_SHARE, 1 - share));
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
