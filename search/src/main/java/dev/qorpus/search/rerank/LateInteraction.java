package dev.qorpus.search.rerank;

import java.util.List;
import java.util.Optional;

import dev.qorpus.models.vectors.TokenAxes;
import dev.qorpus.models.vectors.TokenColumns;

/**
 * Late interaction (Khattab and Zaharia 2020, arXiv 2004.12832): for each token of the question the nearest token of a
 * passage, by the cosine of their vectors in context. The score of a passage is the weighted mean of these cosines, and
 * that of an entry the score of its best passage. A whole entry is not compared at once, because long ones would win by
 * chance.
 *
 * @param axes of the vectors
 * @param question one vector for each token, of length 1
 * @param weights of the tokens of the question, not negative, of which one is positive
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record LateInteraction(TokenAxes axes, float[][] question, double[] weights) {

    /**
     * Compares an entry.
     *
     * @param passages the packed vectors of each passage's tokens
     * @return nothing if no passage has a token
     */
    public Optional<TokenMatch> match(List<byte[]> passages) {
        double best = Double.NEGATIVE_INFINITY;
        int nearest = 0;
        for (int passage = 0; passage < passages.size(); passage++) {
            byte[] packed = passages.get(passage);
            double score = packed.length == 0 ? Double.NEGATIVE_INFINITY : score(packed);
            if (score > best) {
                best = score;
                nearest = passage;
            }
        }
        return best == Double.NEGATIVE_INFINITY ? Optional.empty() : Optional.of(new TokenMatch(best, nearest));
    }

    private double score(byte[] packed) {
        TokenColumns passage = axes.unpack(packed);
        float[] cosines = new float[passage.size()];
        double sum = 0;
        double all = 0;
        for (int token = 0; token < question.length; token++) {
            if (weights[token] > 0) {
                passage.cosines(question[token], cosines);
                float most = -1;
                for (float cosine : cosines) {
                    most = Math.max(most, cosine);
                }
                sum += weights[token] * most;
                all += weights[token];
            }
        }
        return sum / all;
    }

    /**
     * For each token of the question the nearest token of a passage.
     *
     * @param packed the vectors of the passage's tokens, at least one
     */
    TokenPair[] nearest(byte[] packed) {
        TokenColumns passage = axes.unpack(packed);
        float[] cosines = new float[passage.size()];
        TokenPair[] nearest = new TokenPair[question.length];
        for (int token = 0; token < question.length; token++) {
            passage.cosines(question[token], cosines);
            int best = 0;
            for (int i = 1; i < cosines.length; i++) {
                best = cosines[i] > cosines[best] ? i : best;
            }
            nearest[token] = new TokenPair(best, cosines[best]);
        }
        return nearest;
    }
}
