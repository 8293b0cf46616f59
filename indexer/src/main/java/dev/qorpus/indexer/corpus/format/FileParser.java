package dev.qorpus.indexer.corpus.format;

import java.io.IOException;

import dev.qorpus.indexer.corpus.source.Source;
import dev.qorpus.indexer.corpus.source.UnreadableException;

/** Reads the files of one kind. Thread-safe: every call makes fresh state. */
public interface FileParser {

    /**
     * Reads one file and hands on what it holds, in its order.
     *
     * @param file its name below the corpus folder, which entries and findings carry
     * @param source its content
     * @throws java.nio.charset.CharacterCodingException if it is not UTF-8, the message saying where
     * @throws UnreadableException if it cannot be read from some line on
     * @throws IOException if it cannot be read
     */
    void parse(String file, Source source, CorpusHandler handler) throws IOException;

    /** Whether a file whose name is one of this kind is of another kind for certain, and no corpus. */
    default boolean isForeign(Source source) {
        return false;
    }
}
