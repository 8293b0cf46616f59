package dev.qorpus.indexer.analysis;

/** A range of a text in UTF-16 code units: from {@code start} to before {@code end}. */
public record Span(int start, int end) {}
