package dev.qorpus.indexer.schema;

/**
 * The vectors of one entry in one vector space, all of length 1.
 *
 * @param question the question's
 * @param passages one for each passage, in order
 */
@SuppressWarnings("ArrayRecordComponent") // Rows for the engine, never compared.
public record EntryVectors(float[] question, float[][] passages) {}
