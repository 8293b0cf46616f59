package dev.qorpus.search.backend.lookup;

import java.util.List;

/**
 * What was found near a vector.
 *
 * @param best the entries that score best, in no order
 * @param others the scores of the other entries that were compared, in no order
 */
@SuppressWarnings("ArrayRecordComponent") // Thousands of figures, read once.
public record NearestEntries(List<VectorMatch> best, float[] others) {}
