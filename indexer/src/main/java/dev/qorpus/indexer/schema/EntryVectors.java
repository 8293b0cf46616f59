package dev.qorpus.indexer.schema;

/**
 * The vectors of one entry in one vector space. All have length 1.
 *
 * @param question the vector of the question
 * @param passages the vectors of the passages, in order
 */
@SuppressWarnings("ArrayRecordComponent") // Vectors for the engine. They are never compared by equals.
public record EntryVectors(float[] question, float[][] passages) {}
