package dev.qorpus.indexer.schema;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What indexing took. Runs that change little say little: of each kind of work that run counts which did most.
 *
 * @param writing of entries: analysis, and putting them into the index
 * @param embedding of texts, by vector space
 */
public record Effort(Work writing, SortedMap<String, Work> embedding) {

    /** Nothing done yet. */
    public static final Effort NONE = new Effort(Work.NONE, new TreeMap<>());

    /**
     * Some of the same, done in one run.
     *
     * @param items entries or texts
     * @param seconds they took, on all cores
     */
    public record Work(long items, double seconds) {

        /** Nothing done yet. */
        public static final Work NONE = new Work(0, 0);

        /** Both together. */
        public Work plus(Work other) {
            return new Work(items + other.items, seconds + other.seconds);
        }

        /** Milliseconds for one of them; 0 if there were none. */
        public double millisEach() {
            return items == 0 ? 0 : seconds * 1e3 / items;
        }

        private Work orLarger(Work other) {
            return other.items > items ? other : this;
        }
    }

    /** This, and what an earlier run did where it did more. */
    public Effort orLarger(Effort earlier) {
        SortedMap<String, Work> both = new TreeMap<>(earlier.embedding);
        embedding.forEach((space, work) -> both.merge(space, work, (before, now) -> now.orLarger(before)));
        return new Effort(writing.orLarger(earlier.writing), both);
    }
}
