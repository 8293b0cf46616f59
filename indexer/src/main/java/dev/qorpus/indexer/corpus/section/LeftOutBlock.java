package dev.qorpus.indexer.corpus.section;

import dev.qorpus.indexer.corpus.coverage.LeftOutRule;

/**
 * A block of a file that is in no entry.
 *
 * @param place the place of the block
 * @param rule why it is left out
 */
public record LeftOutBlock(Place place, LeftOutRule rule) {}
