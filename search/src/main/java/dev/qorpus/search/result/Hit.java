package dev.qorpus.search.result;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.search.backend.Span;

/**
 * An entry in a result.
 *
 * @param rank from 1
 * @param entry the entry
 * @param score from 0 to 1 in all modes but reciprocal rank fusion
 * @param lexical place and score by words, whether or not it was found by them
 * @param dense place and score by vectors; the place is 0 if only words were compared
 * @param passage the passage that speaks for it; none if it has no answer
 * @param highlights where the question's terms stand in the answer's plain text
 * @param questionHighlights where they stand in the question
 * @param explanation if it was asked for
 */
public record Hit(int rank, Entry entry, double score, RankedScore lexical, RankedScore dense,
        @Nullable PassageHit passage, List<Span> highlights, List<Span> questionHighlights,
        @Nullable Explanation explanation) {}
