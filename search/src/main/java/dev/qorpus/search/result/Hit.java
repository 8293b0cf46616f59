package dev.qorpus.search.result;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.search.retrieve.RetrieverKind;

/**
 * An entry in a result.
 *
 * @param rank from 1
 * @param entry the entry
 * @param score from 0 to 1 in all modes but reciprocal rank fusion
 * @param places rank and score by each retriever that was run, whether or not it found the entry
 * @param passage the passage that speaks for it; none if it has no answer
 * @param highlights where the question's terms stand in the answer's plain text
 * @param questionHighlights where they stand in the question
 * @param explanation if it was asked for
 * @param answer how much speaks for its answer, and which entries have the same
 */
public record Hit(int rank, Entry entry, double score, Map<RetrieverKind, RankedScore> places,
        @Nullable PassageHit passage, List<Span> highlights, List<Span> questionHighlights,
        @Nullable Explanation explanation, AnswerShare answer) {

    /** How near it is to the question. */
    public HitGroup group() {
        return answer.group();
    }

    /** The other entries with the same answer. */
    public List<Duplicate> duplicates() {
        return answer.duplicates();
    }

    /** The place by words; its rank is 0 if they were not compared. */
    public RankedScore lexical() {
        return place(RetrieverKind.LEXICAL);
    }

    /** The place by vectors; its rank is 0 if they were not compared. */
    public RankedScore dense() {
        return place(RetrieverKind.DENSE);
    }

    /** The place token by token; its rank is 0 if the entry was not compared so. */
    public RankedScore late() {
        return place(RetrieverKind.LATE);
    }

    /** The place by the cross-encoder; its rank is 0 if it did not read the entry. */
    public RankedScore rerank() {
        return place(RetrieverKind.RERANK);
    }

    private RankedScore place(RetrieverKind retriever) {
        return places.getOrDefault(retriever, RankedScore.NOT_COMPARED);
    }

    /** The same entry at another place of the list. */
    public Hit withRank(int other) {
        return new Hit(other, entry, score, places, passage, highlights, questionHighlights, explanation,
                answer);
    }
}
