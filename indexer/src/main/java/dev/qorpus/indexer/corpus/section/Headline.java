package dev.qorpus.indexer.corpus.section;

/**
 * A heading of a file.
 *
 * @param start the offset of its line
 * @param bodyStart the offset behind it, where its text begins
 * @param level the level; a higher number is deeper
 * @param words its text without number
 * @param above whether it is shown above the entries under it; the title of the file and headings such as "Contents" are not
 */
public record Headline(int start, int bodyStart, int level, String words, boolean above) {}
