package dev.qorpus.search.rerank;

/**
 * The nearest token of a passage.
 *
 * @param token its place among the tokens of the passage
 * @param cosine from −1 to 1
 */
record TokenPair(int token, double cosine) {}
