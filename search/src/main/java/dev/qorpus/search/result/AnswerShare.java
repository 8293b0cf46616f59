package dev.qorpus.search.result;

import java.util.List;

/**
 * How much speaks for the answer of a hit, of all that speaks for any.
 *
 * @param share of the probability mass, from 0 to 1, that the entries with this answer have together
 * @param group that follows from it
 * @param duplicates the other entries with the same answer, best first; none if each entry is a hit of its own
 */
public record AnswerShare(double share, HitGroup group, List<Duplicate> duplicates) {}
