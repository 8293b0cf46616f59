package dev.qorpus.indexer.schema;

/**
 * The vectors of one entry in one vector space. All have length 1.
 *
 * @param question the vector of the question
 * @param passages the vectors of the passages, in order
 * @param tokens the packed vectors of the tokens of each passage, or of the question if there is no passage; empty if the
 *        space has none
 */
@SuppressWarnings("ArrayRecordComponent") // Vectors for the engine. They are never compared by equals.
public record EntryVectors(float[] question, float[][] passages, byte[][] tokens) {

    /** Vectors without those of tokens. */
    public EntryVectors(float[] question, float[][] passages) {
        this(question, passages, new byte[0][]);
    }

    /** The vectors of tokens that belong to a passage, or to the question if the number is −1; empty if there are none. */
    public byte[] tokens(int passage) {
        int at = Math.max(passage, 0);
        return passage < 0 == (passages.length == 0) && at < tokens.length ? tokens[at] : new byte[0];
    }
}
