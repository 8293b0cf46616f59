package dev.qorpus.search.rerank;

import java.util.ArrayList;
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

    /** Tokens of passages that are compared at once: their columns stay in a near cache. */
    private static final int BLOCK = 640;

    /**
     * Compares an entry.
     *
     * @param passages the packed vectors of each passage's tokens
     * @return nothing if no passage has a token
     */
    public Optional<TokenMatch> match(List<byte[]> passages) {
        return matches(List.of(passages)).getFirst();
    }

    /**
     * Compares several entries, which takes a third of the time of one after the other.
     *
     * @param entries of each the passages
     * @return the same of each entry, in their order
     */
    public List<Optional<TokenMatch>> matches(List<List<byte[]>> entries) {
        List<byte[]> passages = entries.stream().flatMap(List::stream).toList();
        double[] scores = scores(passages);
        List<Optional<TokenMatch>> matches = new ArrayList<>(entries.size());
        int from = 0;
        for (List<byte[]> entry : entries) {
            matches.add(best(scores, from, entry.size()));
            from += entry.size();
        }
        return matches;
    }

    private static Optional<TokenMatch> best(double[] scores, int from, int passages) {
        double best = Double.NEGATIVE_INFINITY;
        int nearest = 0;
        for (int passage = 0; passage < passages; passage++) {
            if (scores[from + passage] > best) {
                best = scores[from + passage];
                nearest = passage;
            }
        }
        return best == Double.NEGATIVE_INFINITY ? Optional.empty() : Optional.of(new TokenMatch(best, nearest));
    }

    /** The score of each passage; infinitely small if it has no token. */
    private double[] scores(List<byte[]> passages) {
        double[] scores = new double[passages.size()];
        int from = 0;
        int tokens = 0;
        for (int to = 0; to < scores.length; to++) {
            tokens += axes.count(passages.get(to));
            if (tokens >= BLOCK || to + 1 == scores.length) {
                score(passages.subList(from, to + 1), scores, from);
                from = to + 1;
                tokens = 0;
            }
        }
        return scores;
    }

    private void score(List<byte[]> passages, double[] scores, int first) {
        TokenColumns columns = axes.unpack(passages);
        float[] cosines = new float[columns.size()];
        double all = 0;
        for (int token = 0; token < question.length; token++) {
            if (weights[token] > 0) {
                columns.cosines(question[token], cosines);
                all += weights[token];
                int at = 0;
                for (int i = 0; i < passages.size(); i++) {
                    int end = at + axes.count(passages.get(i));
                    scores[first + i] += weights[token] * largest(cosines, at, end);
                    at = end;
                }
            }
        }
        for (int i = 0; i < passages.size(); i++) {
            scores[first + i] = passages.get(i).length == 0 ? Double.NEGATIVE_INFINITY : scores[first + i] / all;
        }
    }

    private static float largest(float[] cosines, int from, int to) {
        float most = -1;
        for (int i = from; i < to; i++) {
            most = Math.max(most, cosines[i]);
        }
        return most;
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
