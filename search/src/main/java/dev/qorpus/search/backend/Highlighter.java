package dev.qorpus.search.backend;

import java.util.List;

import dev.qorpus.indexer.analysis.Span;

/** Finds the words of one question in texts. */
public interface Highlighter {

    /** Where terms of the question stand in a text, in order, not overlapping. */
    List<Span> spans(String text);
}
