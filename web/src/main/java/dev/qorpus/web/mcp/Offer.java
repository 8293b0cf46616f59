package dev.qorpus.web.mcp;

import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.qorpus.search.Search;
import dev.qorpus.web.mcp.tool.FindingsTool;
import dev.qorpus.web.mcp.tool.Tool;
import dev.qorpus.web.mcp.tool.ToolResult;
import dev.qorpus.web.mcp.tool.Tools;

/**
 * What both eras offer.
 *
 * @param tools in the order of the list
 * @param prompts in the order of the list
 * @param instructions what a model is told of the notes
 */
record Offer(List<Tool> tools, List<PromptTemplate> prompts, Instructions instructions) {

    static final String NAME = "qorpus";
    static final String TITLE = "Qorpus";

    private static final Logger LOG = LoggerFactory.getLogger(Offer.class);

    /** @param waits whether to wait for the topics that the instructions name */
    static Offer of(Search search, Tools tools, boolean waits) {
        return new Offer(tools.all(), PromptTemplate.all(new FindingsTool(tools.findings())),
                Instructions.of(search, tools.topics(), waits));
    }

    /** Whether the instructions have all that they could have. */
    boolean isComplete() {
        return instructions.isComplete();
    }

    /** Calls a tool. A failure is also kept in the exchange, for transports that report it in their own way. */
    static ToolResult call(Tool tool, Exchange exchange, Map<String, Object> arguments) {
        try {
            return tool.call(exchange.search(), arguments);
        } catch (RuntimeException e) {
            exchange.failed(e);
            LOG.error("the tool {} failed", tool.name(), e);
            return ToolResult.failed("the tool failed; the log of the server says why");
        }
    }
}
