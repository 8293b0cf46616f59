package dev.qorpus.web.mcp.stdio;

import java.util.Optional;

import dev.qorpus.web.mcp.Era;

/** Answers messages. */
public interface LineHandler {

    /**
     * Answers one message.
     *
     * @param era of the message
     * @param line the message
     * @return one line; empty if the message needs no answer
     * @throws InterruptedException if the client cancelled the request
     */
    Optional<String> answer(Era era, String line) throws InterruptedException;
}
