package dev.qorpus.web.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.json.Version;
import dev.qorpus.web.mcp.tool.Tool;
import dev.qorpus.web.mcp.tool.ToolResult;

/**
 * The revisions up to 2025-11-25. The SDK's stateless server answers the handshake, and needs no session: nothing here is
 * kept between two messages. It is called directly, since its transport writes exceptions with their traces.
 */
final class LegacyEra implements McpStatelessServerTransport {

    private static final int PARSE_ERROR = -32_700;
    private static final int INVALID_REQUEST = -32_600;
    private static final int INVALID_PARAMS = -32_602;

    private @Nullable McpStatelessServerHandler handler;

    static LegacyEra of(Offer offer) {
        LegacyEra era = new LegacyEra();
        McpServer.sync(era).serverInfo(implementation()).instructions(offer.instructions().text())
                .capabilities(McpSchema.ServerCapabilities.builder().tools(false).prompts(false).resources(false, false)
                        .completions().build())
                .jsonMapper(McpJson.MAPPER).jsonSchemaValidator(McpJson.UNCHECKED).validateToolInputs(false)
                // On the thread of the request, which is interrupted when it takes too long.
                .immediateExecution(true)
                .uriTemplateManagerFactory(EntryTemplate::new)
                .tools(offer.tools().stream().map(LegacyEra::tool).toList())
                .prompts(offer.prompts().stream().map(LegacyEra::prompt).toList())
                .resourceTemplates(List.of(entries()))
                .completions(completions(offer)).build();
        return era;
    }

    private static McpSchema.Implementation implementation() {
        return McpSchema.Implementation.builder(Offer.NAME, Version.NAME).title(Offer.TITLE).build();
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler handler) {
        this.handler = handler;
    }

    @Override
    public List<String> protocolVersions() {
        return Era.LEGACY_VERSIONS;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    /** The answer to a message. */
    McpAnswer answer(Exchange exchange, String message) {
        McpStatelessServerHandler handling = Objects.requireNonNull(handler, "the server sets it");
        McpSchema.JSONRPCMessage parsed;
        try {
            parsed = McpSchema.deserializeJsonRpcMessage(McpJson.MAPPER, message);
        } catch (IOException | RuntimeException e) {
            boolean json = McpJson.tree(message).isContainer();
            return McpAnswer.json(400, json
                    ? error(INVALID_REQUEST, "this is no message of JSON-RPC 2.0")
                    : error(PARSE_ERROR, "this is no JSON"));
        }
        return switch (parsed) {
            case McpSchema.JSONRPCRequest request -> handling.handleRequest(exchange.context(), request).blockOptional()
                    .map(response -> McpAnswer.json(200, McpJson.line(response))).orElse(McpAnswer.ACCEPTED);
            case McpSchema.JSONRPCNotification notification -> {
                handling.handleNotification(exchange.context(), notification).block();
                yield McpAnswer.ACCEPTED;
            }
            default -> McpAnswer.ACCEPTED;
        };
    }

    /** Of a message without an id, which the SDK's record does not allow. */
    private static String error(int code, String text) {
        Map<String, Object> response = new HashMap<>();
        response.put("jsonrpc", "2.0");
        response.put("id", null);
        response.put("error", Map.of("code", code, "message", text));
        return McpJson.line(response);
    }

    private static SyncToolSpecification tool(Tool tool) {
        McpSchema.Tool definition = McpSchema.Tool.builder(tool.name(), tool.inputSchema()).title(tool.title())
                .description(tool.description()).outputSchema(tool.outputSchema())
                .annotations(new McpSchema.ToolAnnotations(tool.title(), true, false, true, false, null)).build();
        return new SyncToolSpecification(definition, (context, request) -> {
            Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
            ToolResult result = Offer.call(tool, Exchange.of(context), arguments);
            McpSchema.CallToolResult.Builder built = McpSchema.CallToolResult.builder().addTextContent(result.text())
                    .isError(result.isFailed());
            Record view = result.view();
            return view == null ? built.build() : built.structuredContent((Object) view).build();
        });
    }

    private static SyncPromptSpecification prompt(PromptTemplate prompt) {
        McpSchema.Prompt definition = McpSchema.Prompt.builder(prompt.name()).title(prompt.title())
                .description(prompt.description())
                .arguments(prompt.arguments().stream().map(argument -> McpSchema.PromptArgument.builder(argument.name())
                        .description(argument.description()).required(argument.required()).build()).toList())
                .build();
        return new SyncPromptSpecification(definition, (context, request) -> {
            Map<String, String> arguments = new TreeMap<>();
            if (request.arguments() != null) {
                request.arguments().forEach((name, value) -> arguments.put(name, String.valueOf(value)));
            }
            McpSchema.PromptMessage message = new McpSchema.PromptMessage(McpSchema.Role.USER,
                    McpSchema.TextContent.builder(message(prompt, context, arguments)).build());
            return McpSchema.GetPromptResult.builder(List.of(message)).description(prompt.description()).build();
        });
    }

    private static String message(PromptTemplate prompt, McpTransportContext context, Map<String, String> arguments) {
        Exchange exchange = Exchange.of(context);
        try {
            return prompt.message(exchange.search(), arguments);
        } catch (QueryException e) {
            throw McpError.builder(INVALID_PARAMS).message(String.valueOf(e.getMessage())).build();
        } catch (RuntimeException e) {
            throw exchange.failed(e);
        }
    }

    private static SyncResourceTemplateSpecification entries() {
        McpSchema.ResourceTemplate template = McpSchema.ResourceTemplate
                .builder(EntryResource.TEMPLATE, EntryResource.NAME).title(EntryResource.TITLE)
                .description(EntryResource.DESCRIPTION).mimeType(EntryResource.TYPE).build();
        return new SyncResourceTemplateSpecification(template, (context, request) -> {
            String text = EntryResource.read(Exchange.of(context).search(), request.uri())
                    .orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(request.uri()));
            return McpSchema.ReadResourceResult.builder(List.of(McpSchema.TextResourceContents
                    .builder(request.uri(), text).mimeType(EntryResource.TYPE).build())).build();
        });
    }

    private static List<SyncCompletionSpecification> completions(Offer offer) {
        List<SyncCompletionSpecification> all = new ArrayList<>();
        all.add(new SyncCompletionSpecification(new McpSchema.ResourceReference(EntryResource.TEMPLATE),
                (context, request) -> completed(EntryResource.complete(Exchange.of(context).search(),
                        request.argument().value()))));
        offer.prompts().forEach(prompt -> all.add(new SyncCompletionSpecification(
                new McpSchema.PromptReference(prompt.name()), (context, request) -> completed(PromptTemplate
                        .complete(Exchange.of(context).search(), request.argument().value())))));
        return all;
    }

    private static McpSchema.CompleteResult completed(List<String> values) {
        return new McpSchema.CompleteResult(
                new McpSchema.CompleteResult.CompleteCompletion(values, values.size(), false));
    }
}
