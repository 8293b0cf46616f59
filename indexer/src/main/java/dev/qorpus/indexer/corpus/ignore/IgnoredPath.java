package dev.qorpus.indexer.corpus.ignore;

/**
 * A file or folder of a corpus that is not read.
 *
 * @param name the name below the corpus folder; that of a folder ends with a slash
 * @param reason why it is not read, in a few words
 */
public record IgnoredPath(String name, String reason) {}
