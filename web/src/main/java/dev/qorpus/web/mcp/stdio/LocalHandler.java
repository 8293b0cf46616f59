package dev.qorpus.web.mcp.stdio;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.web.mcp.Era;
import dev.qorpus.web.mcp.McpService;

/**
 * Answers messages from an index that this process opened.
 *
 * @param search the index
 * @param mcp answers the messages
 */
public record LocalHandler(LiveSearch search, McpService mcp) implements LineHandler {

    @Override
    public Optional<String> answer(Era era, String line) {
        AtomicReference<Optional<String>> answer = new AtomicReference<>(Optional.empty());
        search.use(state -> answer.set(mcp.answer(state, era, line)));
        return answer.get();
    }
}
