package dev.qorpus.search.evaluate;

import java.util.List;

import dev.qorpus.search.query.ModeCost;

/**
 * What one mode made of a collection.
 *
 * @param outcomes one for each question, in the collection's order
 * @param cost of the mode
 */
public record ModeOutcomes(List<Outcome> outcomes, ModeCost cost) {}
