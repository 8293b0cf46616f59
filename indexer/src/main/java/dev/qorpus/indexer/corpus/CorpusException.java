package dev.qorpus.indexer.corpus;

import dev.qorpus.indexer.corpus.source.OneLine;

/** A corpus that cannot be read at all. The message names the place, what was found, and what to do. */
public final class CorpusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param place folder or file
     * @param message what was found, what is allowed, what to do
     */
    public CorpusException(String place, String message) {
        super(OneLine.of(place + ": " + message));
    }
}
