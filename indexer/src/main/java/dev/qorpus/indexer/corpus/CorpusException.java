package dev.qorpus.indexer.corpus;

import dev.qorpus.indexer.corpus.source.SingleLine;

/** A corpus cannot be read at all. The message names the place, what was found, and what to do. */
public final class CorpusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param place the folder or file
     * @param message what was found, what is allowed, what to do
     */
    public CorpusException(String place, String message) {
        super(SingleLine.of(place + ": " + message));
    }
}
