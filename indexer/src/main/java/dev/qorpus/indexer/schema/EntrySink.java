package dev.qorpus.indexer.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.qorpus.indexer.corpus.EntryId;

/**
 * The write port: one indexing run into one index. Nothing that is put or removed is seen by a reader before
 * {@link #publish}; closing without publishing leaves the index as it was.
 */
public interface EntrySink extends AutoCloseable {

    /** An entry that is in the index: the hash it was put with, and the file it came from. */
    record Published(String hash, String file) {}

    /** The address of the index, for messages. */
    String address();

    /** The manifest of what is published, if anything is. */
    Optional<IndexManifest> manifest();

    /** All published entries. */
    Map<EntryId, Published> published();

    /**
     * Published vectors of texts, so that a text that was embedded once need not be again.
     *
     * @param space the vector space
     * @param texts what was embedded
     * @return by text, those that are known
     */
    Map<String, float[]> vectors(String space, Set<String> texts);

    /** Adds an entry or replaces the one of its id. */
    void put(IndexedEntry entry);

    /** Removes an entry. */
    void remove(EntryId id);

    /** Forgets all that was published, for a new beginning. */
    void clear();

    /**
     * Makes everything since the last publishing visible at once, together with the manifest.
     *
     * @throws IndexException if it cannot be written; what was published before stays
     */
    void publish(IndexManifest manifest);

    @Override
    void close();
}
