package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.io.InputStream;

/** A file's content, which may be read from its beginning as often as a parser needs. */
interface Source {

    /** The content from its first byte on; whoever opens it closes it. */
    InputStream open() throws IOException;
}
