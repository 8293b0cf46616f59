package dev.qorpus.indexer.check;

import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.EntryId;

/** Questions' vectors of the default model that somebody has already, so that they need not be made again. */
public interface KnownVectors {

    /** Nobody has any. */
    KnownVectors NONE = (id, question) -> Optional.empty();

    /** The vector of an entry's question, if it is known for that very text. */
    Optional<float[]> of(EntryId id, String question);
}
