package dev.qorpus.indexer.corpus.source;

import java.io.IOException;
import java.io.InputStream;

/** The content of a file. A parser may read it from the beginning several times. */
public interface Source {

    /** Opens the content. The caller closes it. */
    InputStream open() throws IOException;
}
