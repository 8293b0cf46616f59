package dev.qorpus.search.browse;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.Span;

/**
 * A completion of what is typed.
 *
 * @param text a question as an entry has it, or a heading
 * @param kind {@code question} or {@code section}
 * @param id the entry that asks it; none for a heading
 * @param highlights where what was typed stands in it
 */
public record Completion(String text, String kind, @Nullable String id, List<Span> highlights) {

    static final String QUESTION = "question";
    static final String SECTION = "section";
}
