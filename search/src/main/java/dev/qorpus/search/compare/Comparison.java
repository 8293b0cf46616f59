package dev.qorpus.search.compare;

import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.query.ModeCost;
import dev.qorpus.search.result.Results;

/**
 * One question in several modes.
 *
 * @param query the question
 * @param modes as asked for, in order
 * @param tookMillis time for all of them
 * @param results by mode
 * @param overlap of each two modes
 * @param costs by mode
 * @param moves of every entry that any mode lists, those that move most first
 */
public record Comparison(String query, List<String> modes, double tookMillis, Map<String, Results> results,
        Map<String, ModeCost> costs, List<Overlap> overlap, List<Move> moves) {

    /**
     * How much two lists share.
     *
     * @param a one mode
     * @param b the other
     * @param shared how many entries are in both lists
     * @param of how many entries the longer list has
     * @param jaccard shared entries among all entries of both
     * @param rbo rank-biased overlap, which tells the order too: from 0 to 1
     */
    public record Overlap(String a, String b, int shared, int of, double jaccard, double rbo) {}

    /**
     * Where an entry stands in each list.
     *
     * @param id the entry
     * @param question its question
     * @param ranks by mode; a mode that does not list it is absent
     * @param reason why it moves, in one sentence
     */
    public record Move(EntryId id, String question, Map<String, Integer> ranks, String reason) {}
}
