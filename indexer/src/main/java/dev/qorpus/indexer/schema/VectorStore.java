package dev.qorpus.indexer.schema;

import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;

/**
 * The port through which embedding work is saved and divided. It stores vectors by their texts, so that no text is
 * embedded twice: neither after a crash nor by two processes.
 */
public interface VectorStore {

    /**
     * Looks up vectors of texts that are published or stored.
     *
     * @param model the model of the vectors; vectors of another model with the same name are not found
     * @param texts the embedded texts
     * @return the vectors found, by text
     */
    Map<String, TextVectors> find(ModelEntry model, Set<String> texts);

    /**
     * Stores vectors until something is published. Readers of the index do not see them, and they survive a crash.
     *
     * @param model the model of the vectors
     * @param vectors the vectors, by embedded text
     */
    void add(ModelEntry model, Map<String, TextVectors> vectors);

    /**
     * Claims texts, so that no other process embeds them at the same time.
     *
     * @param model the model whose vectors are missing
     * @param texts the texts to embed
     * @return the texts that this process must embed. {@link #find} returns the vectors of the others later; if their
     *         process dies, a later call claims them
     */
    Set<String> claim(ModelEntry model, Set<String> texts);
}
