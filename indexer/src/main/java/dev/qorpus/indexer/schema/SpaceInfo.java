package dev.qorpus.indexer.schema;

import dev.qorpus.models.CosineDistribution;

/**
 * What an index knows of a vector space whose model is not in the catalogue.
 *
 * @param location the argument of {@code --model} that names the model on the machine that made the index
 * @param words whether the model has static word vectors
 * @param background the distribution of its cosines between unrelated texts, measured on the corpus
 */
public record SpaceInfo(String location, boolean words, CosineDistribution background) {}
