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
        float[] others = new float[passage.size()];
        double sum = 0;
        double all = 0;
        int first = weighted(0);
        while (first < question.length) {
            int second = weighted(first + 1);
            if (second < question.length) {
                passage.cosines(question[first], question[second], cosines, others);
                sum += weights[first] * largest(cosines) + weights[second] * largest(others);
                all += weights[first] + weights[second];
            } else {
                passage.cosines(question[first], cosines);
                sum += weights[first] * largest(cosines);
                all += weights[first];
            }
            first = weighted(second + 1);
        }
        return sum / all;
    }

    private static float largest(float[] cosines) {
        float most = -1;
        for (float cosine : cosines) {
            most = Math.max(most, cosine);
        }
        return most;
    }

    /** The next token that has a weight, from one on; the number of tokens if there is none. */
    private int weighted(int from) {
        int token = from;
        while (token < question.length && weights[token] <= 0) {
            token++;
        }
        return token;
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
