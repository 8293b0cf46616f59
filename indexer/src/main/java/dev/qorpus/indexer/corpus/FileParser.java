package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.io.InputStream;

/** Reads the files of one kind. Thread-safe: every call makes fresh state. */
interface FileParser {

    /**
     * Reads one file and hands on what it holds, in its order.
     *
     * @param file its name below the corpus folder, which entries and findings carry
     * @param bytes its content; the caller closes it
     * @throws java.nio.charset.CharacterCodingException if it is not UTF-8, the message saying where
     * @throws IOException if it cannot be read
     */
    void parse(String file, InputStream bytes, CorpusHandler handler) throws IOException;
}
