package dev.qorpus.indexer.analysis;

/**
 * A term of a text as an index has it.
 *
 * @param term what is compared
 * @param span its place in the text
 * @param isAlternative whether it stands where the term before it stands: another form, or a part, of the same word
 */
public record IndexedTerm(String term, Span span, boolean isAlternative) {}
