package dev.qorpus.indexer.schema;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The throughput of indexing. A run that changes little tells little, so for each kind of work the run with the most items
 * counts.
 *
 * @param writing the analysis of entries, and their addition to the index
 * @param embedding the embedding of texts, by vector space
 */
public record IndexingStats(Throughput writing, SortedMap<String, Throughput> embedding) {

    /** No work. */
    public static final IndexingStats NONE = new IndexingStats(Throughput.NONE, new TreeMap<>());

    /**
     * Work of one kind, done in one run.
     *
     * @param items the number of entries or texts
     * @param seconds the time for all of them, on all cores
     */
    public record Throughput(long items, double seconds) {

        /** No work. */
        public static final Throughput NONE = new Throughput(0, 0);

        /** The sum of this work and other work. */
        public Throughput plus(Throughput other) {
            return new Throughput(items + other.items, seconds + other.seconds);
        }

        /** The milliseconds for one item; 0 if there are no items. */
        public double millisPerItem() {
            return items == 0 ? 0 : seconds * 1e3 / items;
        }

        private Throughput orLarger(Throughput other) {
            return other.items > items ? other : this;
        }
    }

    /** These statistics, except for the work of which an earlier run did more. */
    public IndexingStats orLarger(IndexingStats earlier) {
        SortedMap<String, Throughput> both = new TreeMap<>(earlier.embedding);
        embedding.forEach((space, work) -> both.merge(space, work, (before, now) -> now.orLarger(before)));
        return new IndexingStats(writing.orLarger(earlier.writing), both);
    }
}
