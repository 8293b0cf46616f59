package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;

/**
 * The write port: one indexing run into one index. Nothing that is put or removed is seen by a reader before
 * {@link #publish}; closing without publishing leaves the index as it was.
 */
public interface EntrySink extends AutoCloseable {

    /** The address of the index, for messages. */
    String address();

    /** The manifest of what is published, if anything is. */
    Optional<IndexManifest> manifest();

    /** The records of all files that are published, in the order of their names. */
    List<FileRecord> files();

    /**
     * Vectors of texts that are published or kept, so that a text that was embedded once need not be again.
     *
     * @param model whose vectors; those of another model of the same name are not known
     * @param texts what was embedded
     * @return by text, those that are known
     */
    Map<String, float[]> vectors(ModelEntry model, Set<String> texts);

    /**
     * Keeps vectors where no reader sees them, until something is published: should this run end before that,
     * even by force, the next one knows them.
     *
     * @param model whose vectors
     * @param vectors by the text that was embedded
     */
    void keep(ModelEntry model, Map<String, float[]> vectors);

    /**
     * Divides work with other processes that embed the same texts.
     *
     * @param model whose vectors are missing
     * @param texts what is to be embedded
     * @param more whether further texts follow
     * @return those that this run is to embed; {@link #vectors} will know the others in a while, or else they are
     *         this run's when it asks again
     */
    default Set<String> claim(ModelEntry model, Set<String> texts, boolean more) {
        return texts;
    }

    /** Whether this run only embeds, for one that publishes elsewhere. */
    default boolean isHelper() {
        return false;
    }

    /** Adds an entry or replaces the one of its id. */
    void put(IndexedEntry entry);

    /** Removes an entry. */
    void remove(EntryId id);

    /** Adds the record of a file or replaces the one of its name. */
    void putFile(FileRecord file);

    /** Removes the record of a file. */
    void removeFile(String file);

    /** Forgets all that was published, vectors too, for a new beginning. */
    void clear();

    /**
     * Makes everything since the last publishing visible at once, together with the manifest, and forgets the
     * vectors that were kept. If there is nothing new, nothing is written.
     *
     * @throws IndexException if it cannot be written; what was published before stays
     */
    void publish(IndexManifest manifest);

    /**
     * Brings what is published into the form that is searched fastest, where that is worth it. Readers see what is
     * published meanwhile; to be ended before it is done loses nothing.
     *
     * @param begun called once before work that may take minutes, and not where there is none
     * @throws IndexException if it cannot be written; what was published stays
     */
    default void settle(Runnable begun) {}

    @Override
    void close();
}
