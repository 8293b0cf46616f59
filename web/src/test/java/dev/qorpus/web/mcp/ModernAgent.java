package dev.qorpus.web.mcp;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.client.McpClient;
import io.modelcontextprotocol.modern.client.McpSyncClient;
import io.modelcontextprotocol.modern.client.transport.HttpClientMcpTransport;
import io.modelcontextprotocol.modern.client.transport.StdioMcpClientTransport;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;

/** The SDK's client of revision 2026-07-28. */
record ModernAgent(McpSyncClient client, Runnable end) implements Agent {

    static ModernAgent http(URI server) {
        return new ModernAgent(McpClient.sync(HttpClientMcpTransport.builder(server.resolve("/mcp")).build()).build(),
                () -> {});
    }

    static ModernAgent stdio(ServerParameters process) {
        StdioMcpClientTransport transport = StdioMcpClientTransport.builder(process).start();
        return new ModernAgent(McpClient.sync(transport).build(), transport::close);
    }

    @Override
    public JsonNode tools() {
        return Product.parse(McpJson.line(client.tools().list().tools()));
    }

    @Override
    public String instructions() {
        return String.valueOf(client.discover().instructions());
    }

    @Override
    public Called call(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.tool(tool).arguments(arguments).call();
        String text = result.content().stream().map(content -> ((McpSchema.TextContent) content).text())
                .collect(Collectors.joining());
        return new Called(Boolean.TRUE.equals(result.isError()), text,
                Product.parse(McpJson.line(result.structuredContent())));
    }

    @Override
    public String read(String uri) {
        return ((McpSchema.TextResourceContents) client.resource(uri).read().contents().getFirst()).text();
    }

    @Override
    public List<String> templates() {
        return client.resourceTemplates().list().resourceTemplates().stream()
                .map(McpSchema.ResourceTemplate::uriTemplate).toList();
    }

    @Override
    public List<String> completeEntry(String typed) {
        return client.completion(new McpSchema.ResourceReference(EntryResource.TEMPLATE), EntryResource.ARGUMENT, typed)
                .complete().completion().values();
    }

    @Override
    public List<String> prompts() {
        return client.prompts().list().prompts().stream().map(McpSchema.Prompt::name).toList();
    }

    @Override
    public String prompt(String name, Map<String, String> arguments) {
        McpSchema.PromptMessage message = client.prompt(name).arguments(arguments).get().messages().getFirst();
        return ((McpSchema.TextContent) message.content()).text();
    }

    @Override
    public void close() {
        end.run();
    }
}
