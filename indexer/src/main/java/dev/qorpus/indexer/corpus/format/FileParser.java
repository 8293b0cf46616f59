package dev.qorpus.indexer.corpus.format;

import java.io.IOException;

import dev.qorpus.indexer.corpus.source.Source;
import dev.qorpus.indexer.corpus.source.UnreadableException;

/** Parses the files of one format. Thread-safe: every call has its own state. */
public interface FileParser {

    /**
     * Parses one file and hands on its entries and findings in order.
     *
     * @param file the name of the file below the corpus folder, for entries and findings
     * @param source the content of the file
     * @throws java.nio.charset.CharacterCodingException if the file is not UTF-8; the message says where
     * @throws UnreadableException if the file cannot be read beyond a line
     * @throws IOException if the file cannot be read
     */
    void parse(String file, Source source, CorpusHandler handler) throws IOException;

    /** Whether a file has a name of this format, but certainly another content. Such a file is ignored. */
    default boolean isForeign(Source source) {
        return false;
    }
}
