package dev.qorpus.search.backend.lookup;

import dev.qorpus.indexer.corpus.entry.EntryId;

/**
 * How near an entry's vectors are to a query's.
 *
 * @param id the entry
 * @param question cosine of the question, from −1 to 1
 * @param passage cosine of the nearest passage; that of the question if there is no passage
 * @param ordinal which passage is nearest, from 0; {@link #NO_PASSAGE} if there is none
 */
public record VectorMatch(EntryId id, double question, double passage, int ordinal) {

    /** The entry has no answer, hence no passage. */
    public static final int NO_PASSAGE = -1;
}
