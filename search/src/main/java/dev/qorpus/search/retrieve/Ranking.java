package dev.qorpus.search.retrieve;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.Candidate;

/** What a retriever found, and where any other entry would stand. */
public interface Ranking {

    /** The best entries, best first, equal scores by id, ranked from 1. */
    List<Candidate> top();

    /** How many entries the retriever can tell apart from the rest: those it gives evidence for. */
    int total();

    /**
     * The scores that the retriever can give at the least and at the most for this question.
     *
     * @param minimum no entry scores less
     * @param maximum no entry scores more
     */
    record Bounds(double minimum, double maximum) {

        /** A score's place between the bounds, from 0 to 1. Where both are one, it says nothing: 0. */
        public double normalise(double score) {
            return maximum > minimum ? Math.min(1, (score - minimum) / (maximum - minimum)) : 0;
        }
    }

    /** The bounds for this question. */
    Bounds bounds();

    /**
     * How far two scores have to be apart for one entry to be e times as likely as the other to be the one that
     * answers; greater than 0 unless no entry can be told from another.
     */
    double scale();

    /** Which share of the question the retriever can compare at all, from 0 to 1. */
    double coverage();

    /** Entries that pass the filter as candidates; those that are not among the best have rank 0. */
    Map<EntryId, Candidate> score(Collection<EntryId> ids);

    /**
     * Entries that pass the filter as candidates, also such as are not among the best. The rank of one that is
     * not is how many score higher, plus 1.
     */
    Map<EntryId, Candidate> locate(Collection<EntryId> ids);
}
