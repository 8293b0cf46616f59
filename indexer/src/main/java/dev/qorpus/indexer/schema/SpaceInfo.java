package dev.qorpus.indexer.schema;

import java.util.SortedSet;

import dev.qorpus.models.CosineDistribution;

/**
 * What an index knows of a vector space whose model is not in the catalogue.
 *
 * @param location the argument of {@code --model} that names the model on the machine that made the index
 * @param words whether the model has static word vectors
 * @param background the distribution of its cosines between unrelated texts, measured on the corpus
 * @param languages the languages that the model was trained for, as ISO 639-1 codes; empty if they are not known
 */
public record SpaceInfo(String location, boolean words, CosineDistribution background, SortedSet<String> languages) {}
