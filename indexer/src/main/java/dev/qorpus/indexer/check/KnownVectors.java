package dev.qorpus.indexer.check;

import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.EntryId;

/** Vectors of questions that an index has already, from the default model. They need not be computed again. */
public interface KnownVectors {

    /** No vectors. */
    KnownVectors NONE = (id, question) -> Optional.empty();

    /** The vector of an entry's question; empty if it is not known for exactly this text. */
    Optional<float[]> of(EntryId id, String question);
}
