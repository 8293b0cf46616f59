package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.Optional;

/** What an indexing run finds in an index: the last published state, and vectors that it can reuse. */
public interface IndexState extends AutoCloseable {

    /** The address of the index, for messages. */
    String address();

    /** The manifest of the published state; empty if nothing is published. */
    Optional<IndexManifest> manifest();

    /** The records of all published files, ordered by name. */
    List<FileRecord> files();

    /** The vectors that earlier runs and other processes computed. */
    VectorStore vectors();

    @Override
    void close();
}
