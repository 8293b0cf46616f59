package dev.qorpus.models.djl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Divides texts into those that are run together. A short text alone waits for the weights to come from memory, and not
 * for arithmetic: on one core, a text of 12 tokens takes 5.2 ms alone and 2.8 among eight, and one of 24 tokens 6.3 and
 * 5.4; from 96 tokens on, nothing is gained. The texts of a batch are of nearly one length, as the shorter ones are padded.
 */
final class TextBatches {

    /** The tokens of a batch. More of them push each other out of the cache. */
    private static final int MOST_TOKENS = 192;
    /** The shortest text of a batch against the longest: less is saved by joining than lost by padding. */
    private static final double SHORTEST = 0.9;

    private TextBatches() {}

    /**
     * The batches, the longest texts first: the last ones are then short, so that all threads finish at about the same
     * time.
     *
     * @param lengths the number of tokens of each text
     * @param joins whether texts may be run together
     * @param threads how many batches are run at a time
     * @return the places of the texts of each batch
     */
    static List<int[]> of(int[] lengths, boolean joins, int threads) {
        int[] order = IntStream.range(0, lengths.length).boxed().sorted(Comparator.comparingInt(i -> -lengths[i]))
                .mapToInt(Integer::intValue).toArray();
        // A few texts are for all threads, and not for one.
        int fair = Math.ceilDiv(lengths.length, 2 * threads);
        List<int[]> batches = new ArrayList<>();
        int from = 0;
        while (from < order.length) {
            int longest = Math.max(1, lengths[order[from]]);
            int most = joins ? fair : 1;
            int to = from + 1;
            while (to < order.length && to - from < most && fit(lengths[order[to]], longest, to - from + 1)) {
                to++;
            }
            batches.add(IntStream.range(from, to).map(i -> order[i]).toArray());
            from = to;
        }
        return batches;
    }

    /** Whether a text may join those of a batch. */
    static boolean joins(List<TokenizedText> batch, TokenizedText next) {
        IntSummaryStatistics lengths = Stream.concat(batch.stream(), Stream.of(next))
                .mapToInt(text -> text.ids().length).summaryStatistics();
        return fit(lengths.getMin(), lengths.getMax(), batch.size() + 1);
    }

    /** Whether so many texts, the shortest and the longest of which have these lengths, are a batch. */
    private static boolean fit(int shortest, int longest, int texts) {
        return texts * longest <= MOST_TOKENS && shortest >= SHORTEST * longest;
    }
}
