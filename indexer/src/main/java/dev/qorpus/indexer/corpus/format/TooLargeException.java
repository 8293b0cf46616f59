package dev.qorpus.indexer.corpus.format;

import dev.qorpus.indexer.corpus.source.UnreadableException;

/** A file that is too large to be parsed as a whole. */
public final class TooLargeException extends UnreadableException {

    private static final long serialVersionUID = 1;

    /** @param message what was found, and what to do */
    public TooLargeException(String message) {
        super(1, message);
    }
}
