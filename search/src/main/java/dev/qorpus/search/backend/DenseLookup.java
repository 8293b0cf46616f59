package dev.qorpus.search.backend;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.EntryId;

/** One vector against the vectors of an index, by cosine. */
public interface DenseLookup {

    /** How many entries pass the filter. */
    int total();

    /**
     * Entries near the vector, in no order: all that pass the filter where the engine scans exactly, or else
     * those nearest by their question and those nearest by a passage, at least {@code depth} of each.
     */
    List<VectorMatch> near(int depth);

    /** The cosines of given entries; those that pass the filter only. */
    Map<EntryId, VectorMatch> matches(Collection<EntryId> ids);
}
