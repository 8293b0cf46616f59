package dev.qorpus.web.mcp;

import java.util.List;
import java.util.Map;

import io.modelcontextprotocol.modern.McpException;
import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.McpServer;
import io.modelcontextprotocol.modern.server.McpSyncResponse;
import io.modelcontextprotocol.modern.server.feature.McpSyncPrompt;
import io.modelcontextprotocol.modern.server.feature.McpSyncTool;
import io.modelcontextprotocol.modern.server.feature.PromptsFeature;
import io.modelcontextprotocol.modern.server.feature.ResourcesFeature;
import io.modelcontextprotocol.modern.server.feature.ToolsFeature;

import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.json.Version;
import dev.qorpus.web.mcp.tool.Tool;
import dev.qorpus.web.mcp.tool.ToolResult;

/** Revision 2026-07-28. */
final class ModernEra {

    /** Lists change with the version of Qorpus only. */
    private static final long LIST_MILLIS = 3_600_000;
    /** The instructions change with the index. */
    private static final long DISCOVER_MILLIS = 60_000;

    private ModernEra() {}

    static McpServer of(Offer offer) {
        return McpServer.builder()
                .serverInfo(McpSchema.Implementation.builder(Offer.NAME, Version.NAME).title(Offer.TITLE).build())
                .instructions(offer.instructions().text()).jsonMapper(McpJson.MAPPER)
                .discoverCache(DISCOVER_MILLIS, McpSchema.CacheScope.PRIVATE)
                .feature(ToolsFeature.ofSync(new ToolList(offer.tools().stream().map(ModernEra::tool).toList()),
                        McpJson.MAPPER, McpJson.UNCHECKED, LIST_MILLIS, McpSchema.CacheScope.PRIVATE))
                .feature(PromptsFeature.ofSync(new PromptList(offer.prompts().stream().map(ModernEra::prompt).toList()),
                        McpJson.MAPPER, LIST_MILLIS, McpSchema.CacheScope.PRIVATE))
                .feature(ResourcesFeature.ofSync(new EntryRepository(), McpJson.MAPPER, LIST_MILLIS,
                        McpSchema.CacheScope.PRIVATE))
                .build();
    }

    private static McpSyncTool tool(Tool tool) {
        McpSchema.Tool definition = McpSchema.Tool.builder(tool.name(), tool.inputSchema()).title(tool.title())
                .description(tool.description()).outputSchema(tool.outputSchema())
                .annotations(McpSchema.ToolAnnotations.builder().title(tool.title()).readOnlyHint(true)
                        .destructiveHint(false).idempotentHint(true).openWorldHint(false).build())
                .build();
        return McpSyncTool.of(definition, (context, request) -> {
            Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
            ToolResult result = Offer.call(tool, Exchange.of(context.transportContext()), arguments);
            McpSchema.CallToolResult.Builder built = McpSchema.CallToolResult.builder()
                    .addContent(McpSchema.TextContent.builder(result.text()).build()).isError(result.isFailed());
            Record view = result.view();
            return McpSyncResponse.result(view == null ? built.build() : built.structuredContent(view).build());
        });
    }

    private static McpSyncPrompt prompt(PromptTemplate prompt) {
        McpSchema.Prompt definition = McpSchema.Prompt.builder(prompt.name()).title(prompt.title())
                .description(prompt.description())
                .arguments(prompt.arguments().stream().map(argument -> McpSchema.PromptArgument.builder(argument.name())
                        .description(argument.description()).required(argument.required()).build()).toList())
                .build();
        return McpSyncPrompt.of(definition, (context, request) -> {
            Map<String, String> arguments = request.arguments() == null ? Map.of() : request.arguments();
            McpSchema.PromptMessage message = new McpSchema.PromptMessage(McpSchema.Role.USER,
                    McpSchema.TextContent.builder(message(prompt, context, arguments)).build());
            return McpSyncResponse.result(McpSchema.GetPromptResult.builder(List.of(message))
                    .description(prompt.description()).build());
        }).withCompletionHandler((context, request) -> EntryRepository.completed(PromptTemplate
                .complete(Exchange.of(context.transportContext()).search(), request.argument().value())));
    }

    private static String message(PromptTemplate prompt, McpRequestContext context, Map<String, String> arguments) {
        Exchange exchange = Exchange.of(context.transportContext());
        try {
            return prompt.message(exchange.search(), arguments);
        } catch (QueryException e) {
            throw McpException.invalidParams(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw exchange.failed(e);
        }
    }
}
