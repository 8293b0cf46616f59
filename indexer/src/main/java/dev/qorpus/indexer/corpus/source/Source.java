package dev.qorpus.indexer.corpus.source;

import java.io.IOException;
import java.io.InputStream;

/** A file's content, which may be read from its beginning as often as a parser needs. */
public interface Source {

    /** The content from its first byte on; whoever opens it closes it. */
    InputStream open() throws IOException;
}
