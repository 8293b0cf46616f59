package dev.qorpus.indexer.corpus.source;

import java.io.IOException;

/** A file cannot be read beyond a line. The content before it has been handed on. */
public class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line the line at which reading stopped, from 1
     * @param message what was found and what to do, in one line
     */
    public UnreadableException(int line, String message) {
        super(SingleLine.of(message));
        this.line = line;
    }

    public int line() {
        return line;
    }
}
