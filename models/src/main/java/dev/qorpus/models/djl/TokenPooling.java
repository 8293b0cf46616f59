package dev.qorpus.models.djl;

import java.nio.FloatBuffer;
import java.util.List;

import dev.qorpus.models.recipe.Pooling;

/**
 * Combines the token vectors of one text. The result is that of sentence-transformers' {@code Pooling}.
 *
 * @param values the vectors of all tokens, one after the other
 * @param tokens the number of tokens
 * @param hidden the number of floats in a token's vector
 * @param start the first token that counts
 */
record TokenPooling(FloatBuffer values, int tokens, int hidden, int start) {

    /** Joins the results of one or more poolings in the order of {@link Pooling}. */
    double[] joined(List<Pooling> poolings) {
        double[] joined = new double[poolings.size() * hidden];
        int filled = 0;
        for (Pooling pooling : poolings.stream().sorted().toList()) {
            System.arraycopy(of(pooling), 0, joined, filled, hidden);
            filled += hidden;
        }
        return joined;
    }

    private double[] of(Pooling pooling) {
        int counted = Math.max(1, tokens - start);
        return switch (pooling) {
            // The first token is that of the whole text, whatever prefix follows it.
            case CLS -> token(0);
            case LAST -> token(tokens - 1);
            case MAX -> largest();
            case MEAN -> divided(sum(false), counted);
            case MEAN_SQRT_LEN -> divided(sum(false), Math.sqrt(counted));
            case WEIGHTED_MEAN -> divided(sum(true), weights());
        };
    }

    private double[] token(int token) {
        double[] vector = new double[hidden];
        for (int i = 0; i < hidden; i++) {
            vector[i] = values.get(token * hidden + i);
        }
        return vector;
    }

    private double[] largest() {
        double[] largest = token(Math.min(start, tokens - 1));
        for (int token = start + 1; token < tokens; token++) {
            for (int i = 0; i < hidden; i++) {
                largest[i] = Math.max(largest[i], values.get(token * hidden + i));
            }
        }
        return largest;
    }

    private double[] sum(boolean byPosition) {
        double[] sum = new double[hidden];
        for (int token = start; token < tokens; token++) {
            double weight = byPosition ? token + 1 : 1;
            for (int i = 0; i < hidden; i++) {
                sum[i] += weight * values.get(token * hidden + i);
            }
        }
        return sum;
    }

    private double weights() {
        double weights = 0;
        for (int token = start; token < tokens; token++) {
            weights += token + 1;
        }
        return Math.max(weights, 1);
    }

    private static double[] divided(double[] sum, double by) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= by;
        }
        return sum;
    }
}
