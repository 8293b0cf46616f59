package dev.qorpus.web.mcp;

import java.util.List;

import io.modelcontextprotocol.modern.McpException;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.feature.McpSyncTool;
import io.modelcontextprotocol.modern.server.feature.McpSyncToolRepository;
import io.modelcontextprotocol.modern.server.feature.ToolsPage;
import org.jspecify.annotations.Nullable;

/**
 * All tools on one page.
 *
 * @param tools in the order of the list
 */
record ToolList(List<McpSyncTool> tools) implements McpSyncToolRepository {

    @Override
    public ToolsPage list(McpRequestContext context, @Nullable String cursor) {
        checkCursor(cursor);
        return ToolsPage.of(tools.stream().map(McpSyncTool::definition).toList());
    }

    @Override
    public @Nullable McpSyncTool find(McpRequestContext context, String name) {
        return tools.stream().filter(tool -> tool.definition().name().equals(name)).findFirst().orElse(null);
    }

    /** No list here has a second page. */
    static void checkCursor(@Nullable String cursor) {
        if (cursor != null) {
            throw McpException
                    .invalidParams("there is no page '" + cursor + "'; the list has one page, without a cursor");
        }
    }
}
