package dev.qorpus.models.vectors;

import java.util.Arrays;

/**
 * The vectors of a passage's tokens in columns: the first coordinate of all tokens, then the second, and so on.
 *
 * @param coordinates as many as there are axes, times the number of tokens
 * @param squares of the length of each token's vector
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record TokenColumns(float[] coordinates, float[] squares) {

    private static final int AT_ONCE = 4;

    /** The number of tokens. */
    public int size() {
        return squares.length;
    }

    /**
     * Computes the cosines of another token with all tokens.
     *
     * @param token a vector of length 1, with as many coordinates as there are axes; a multiple of four
     * @param cosines takes one for each token
     */
    public void cosines(float[] token, float[] cosines) {
        int count = squares.length;
        Arrays.fill(cosines, 0);
        // Four axes in one pass over the sums.
        for (int axis = 0; axis < token.length; axis += AT_ONCE) {
            float a = token[axis];
            float b = token[axis + 1];
            float c = token[axis + 2];
            float d = token[axis + 3];
            int at = axis * count;
            for (int i = 0; i < count; i++) {
                cosines[i] += a * coordinates[at + i] + b * coordinates[at + count + i]
                        + c * coordinates[at + 2 * count + i] + d * coordinates[at + 3 * count + i];
            }
        }
        scale(cosines);
    }

    /**
     * Computes the cosines of two other tokens with all tokens, as {@link #cosines(float[], float[])} does for one. That
     * takes two thirds of the time: each coordinate is read once for both.
     */
    public void cosines(float[] first, float[] second, float[] ofFirst, float[] ofSecond) {
        int count = squares.length;
        Arrays.fill(ofFirst, 0);
        Arrays.fill(ofSecond, 0);
        for (int axis = 0; axis < first.length; axis += AT_ONCE) {
            float a = first[axis];
            float b = first[axis + 1];
            float c = first[axis + 2];
            float d = first[axis + 3];
            float e = second[axis];
            float f = second[axis + 1];
            float g = second[axis + 2];
            float h = second[axis + 3];
            int at = axis * count;
            for (int i = 0; i < count; i++) {
                float w = coordinates[at + i];
                float x = coordinates[at + count + i];
                float y = coordinates[at + 2 * count + i];
                float z = coordinates[at + 3 * count + i];
                ofFirst[i] += a * w + b * x + c * y + d * z;
                ofSecond[i] += e * w + f * x + g * y + h * z;
            }
        }
        scale(ofFirst);
        scale(ofSecond);
    }

    private void scale(float[] products) {
        for (int i = 0; i < squares.length; i++) {
            products[i] /= (float) Math.sqrt(squares[i]);
        }
    }
}
