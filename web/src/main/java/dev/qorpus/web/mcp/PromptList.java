package dev.qorpus.web.mcp;

import java.util.List;

import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.feature.McpSyncPrompt;
import io.modelcontextprotocol.modern.server.feature.McpSyncPromptRepository;
import io.modelcontextprotocol.modern.server.feature.PromptsPage;
import org.jspecify.annotations.Nullable;

/**
 * All prompts on one page.
 *
 * @param prompts in the order of the list
 */
record PromptList(List<McpSyncPrompt> prompts) implements McpSyncPromptRepository {

    @Override
    public PromptsPage list(McpRequestContext context, @Nullable String cursor) {
        ToolList.checkCursor(cursor);
        return PromptsPage.of(prompts.stream().map(McpSyncPrompt::definition).toList());
    }

    @Override
    public @Nullable McpSyncPrompt find(McpRequestContext context, String name) {
        return prompts.stream().filter(prompt -> prompt.definition().name().equals(name)).findFirst().orElse(null);
    }

    @Override
    public boolean supportsCompletion() {
        return true;
    }
}
