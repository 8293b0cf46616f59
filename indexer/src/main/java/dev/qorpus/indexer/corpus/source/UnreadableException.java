package dev.qorpus.indexer.corpus.source;

import java.io.IOException;

/** Content that cannot be read further, at a known place; what stood before it has been handed on. */
public class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line where reading stopped, from 1
     * @param message what was found and what to do, in one line
     */
    public UnreadableException(int line, String message) {
        super(OneLine.of(message));
        this.line = line;
    }

    public int line() {
        return line;
    }
}
