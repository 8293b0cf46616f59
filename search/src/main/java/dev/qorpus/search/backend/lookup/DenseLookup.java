package dev.qorpus.search.backend.lookup;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;

/** One vector against the vectors of an index, by cosine. */
public interface DenseLookup {

    /** How many entries pass the filter. */
    int total();

    /**
     * Entries near the vector: the best of all that pass the filter where the engine compares all of them, or else of
     * those nearest by their question and those nearest by a passage, {@code depth} of each.
     *
     * @param depth the minimum number of entries, if the index has that many
     * @param score which of them are the best
     */
    NearestEntries nearest(int depth, VectorScore score);

    /**
     * The entries that {@link #nearest} will return, before their exact comparison. The caller can then compare them in
     * one request with other entries. Empty where the engine compares all entries.
     */
    default Collection<EntryId> propose(int depth, VectorScore score) {
        return List.of();
    }

    /** The cosines of given entries; those that pass the filter only. */
    Map<EntryId, VectorMatch> matches(Collection<EntryId> ids);
}
