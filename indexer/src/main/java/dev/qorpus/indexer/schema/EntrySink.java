package dev.qorpus.indexer.schema;

import dev.qorpus.indexer.corpus.entry.EntryId;

/**
 * The write port: one indexing run into one index. Readers see no change before {@link #publish}. Closing without
 * publishing leaves the index as it was.
 */
public interface EntrySink extends IndexState {

    /** Adds an entry, or replaces the entry with the same id. */
    void put(IndexedEntry entry);

    /** Removes an entry. */
    void remove(EntryId id);

    /** Adds the record of a file, or replaces the record with the same name. */
    void putFile(FileRecord file);

    /** Removes the record of a file. */
    void removeFile(String file);

    /** Discards everything that was published, vectors included, for a rebuild. */
    void clear();

    /**
     * Makes all changes since the last publishing visible at once, together with the manifest, and deletes the stored
     * vectors. If there are no changes, nothing is written. Afterwards the engine may optimize what it published.
     * Readers see the published state meanwhile, and a crash during that time loses nothing.
     *
     * @param optimizing called once before an optimization that may take minutes, never if there is none
     * @throws IndexException if the index cannot be written; what was published stays
     */
    void publish(IndexManifest manifest, Runnable optimizing);

    /** As above, for a caller that does not report progress. */
    default void publish(IndexManifest manifest) {
        publish(manifest, () -> {});
    }
}
