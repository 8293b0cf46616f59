package dev.qorpus.indexer.schema;

import java.nio.ByteBuffer;

/**
 * What is stored of one embedded text in one vector space.
 *
 * @param vector of the text, of length 1
 * @param tokens the vectors of its tokens, packed by {@link dev.qorpus.models.vectors.TokenAxes#pack}; empty if there are
 *        none
 */
@SuppressWarnings("ArrayRecordComponent") // Vectors for the engine. They are never compared by equals.
public record TextVectors(float[] vector, byte[] tokens) {

    /** The same as bytes: how many floats there are, the floats, then the tokens. All numbers are big-endian. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + vector.length * Float.BYTES + tokens.length)
                .putInt(vector.length);
        for (float component : vector) {
            bytes.putFloat(component);
        }
        return bytes.put(tokens).array();
    }

    /** Reads what {@link #toBytes} wrote. */
    public static TextVectors read(ByteBuffer bytes) {
        float[] vector = new float[bytes.getInt()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = bytes.getFloat();
        }
        byte[] tokens = new byte[bytes.remaining()];
        bytes.get(tokens);
        return new TextVectors(vector, tokens);
    }
}
