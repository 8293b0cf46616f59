package dev.qorpus.web.mcp;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;

/** The SDK's client of the revisions up to 2025-11-25. It checks structured content by the schema of the tool. */
record LegacyAgent(McpSyncClient client) implements Agent {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static LegacyAgent http(URI server) {
        return of(HttpClientStreamableHttpTransport.builder(server.toString()).build());
    }

    static LegacyAgent stdio(ServerParameters process) {
        return of(new StdioClientTransport(process, McpJson.MAPPER));
    }

    private static LegacyAgent of(McpClientTransport transport) {
        McpSyncClient client = McpClient.sync(transport).requestTimeout(PATIENCE).initializationTimeout(PATIENCE)
                .build();
        client.initialize();
        return new LegacyAgent(client);
    }

    @Override
    public JsonNode tools() {
        return Product.parse(McpJson.line(client.listTools().tools()));
    }

    @Override
    public String instructions() {
        return String.valueOf(client.getServerInstructions());
    }

    @Override
    public Called call(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client
                .callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        String text = result.content().stream().map(content -> ((McpSchema.TextContent) content).text())
                .collect(Collectors.joining());
        return new Called(Boolean.TRUE.equals(result.isError()), text,
                Product.parse(McpJson.line(result.structuredContent())));
    }

    @Override
    public String read(String uri) {
        McpSchema.ReadResourceRequest request = McpSchema.ReadResourceRequest.builder(uri).build();
        return ((McpSchema.TextResourceContents) client.readResource(request).contents().getFirst()).text();
    }

    @Override
    public List<String> templates() {
        return client.listResourceTemplates().resourceTemplates().stream()
                .map(McpSchema.ResourceTemplate::uriTemplate).toList();
    }

    @Override
    public List<String> completeEntry(String typed) {
        return client.completeCompletion(McpSchema.CompleteRequest
                .builder(new McpSchema.ResourceReference(EntryResource.TEMPLATE),
                        new McpSchema.CompleteRequest.CompleteArgument(EntryResource.ARGUMENT, typed))
                .build()).completion().values();
    }

    @Override
    public List<String> prompts() {
        return client.listPrompts().prompts().stream().map(McpSchema.Prompt::name).toList();
    }

    @Override
    public String prompt(String name, Map<String, String> arguments) {
        McpSchema.GetPromptRequest request = McpSchema.GetPromptRequest.builder(name)
                .arguments(new TreeMap<>(arguments)).build();
        return ((McpSchema.TextContent) client.getPrompt(request).messages().getFirst().content()).text();
    }

    @Override
    public void close() {
        client.closeGracefully();
    }
}
