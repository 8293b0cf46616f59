package dev.qorpus.web.mcp;

import java.util.List;
import java.util.Optional;

import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.McpSyncResponse;
import io.modelcontextprotocol.modern.server.feature.McpSyncResource;
import io.modelcontextprotocol.modern.server.feature.McpSyncResourceRepository;
import io.modelcontextprotocol.modern.server.feature.McpSyncResourceTemplate;
import io.modelcontextprotocol.modern.server.feature.ResourceTemplatesPage;
import io.modelcontextprotocol.modern.server.feature.ResourcesPage;
import org.jspecify.annotations.Nullable;

/** Entries as resources of the modern era. They are read by a template; no list would be short enough. */
final class EntryRepository implements McpSyncResourceRepository {

    private static final McpSchema.ResourceTemplate TEMPLATE = McpSchema.ResourceTemplate
            .builder(EntryResource.TEMPLATE, EntryResource.NAME).title(EntryResource.TITLE)
            .description(EntryResource.DESCRIPTION).mimeType(EntryResource.TYPE).build();

    @Override
    public ResourcesPage list(McpRequestContext context, @Nullable String cursor) {
        ToolList.checkCursor(cursor);
        return ResourcesPage.of(List.of());
    }

    @Override
    public ResourceTemplatesPage listTemplates(McpRequestContext context, @Nullable String cursor) {
        ToolList.checkCursor(cursor);
        return ResourceTemplatesPage.of(List.of(TEMPLATE));
    }

    @Override
    public @Nullable McpSyncResource find(McpRequestContext context, String uri) {
        Optional<String> text = EntryResource.read(Exchange.of(context.transportContext()).search(), uri);
        return text.map(found -> McpSyncResource.of((reading, request) -> McpSyncResponse.result(
                McpSchema.ReadResourceResult.builder(List.of(McpSchema.TextResourceContents.builder(uri, found)
                        .mimeType(EntryResource.TYPE).build())).build())))
                .orElse(null);
    }

    @Override
    public @Nullable McpSyncResourceTemplate findTemplate(McpRequestContext context, String template) {
        return template.equals(EntryResource.TEMPLATE)
                ? McpSyncResourceTemplate.of(TEMPLATE).withCompletionHandler(
                        (completing, request) -> completed(EntryResource.complete(
                                Exchange.of(completing.transportContext()).search(), request.argument().value())))
                : null;
    }

    @Override
    public boolean supportsCompletion() {
        return true;
    }

    static McpSchema.CompleteResult completed(List<String> values) {
        return McpSchema.CompleteResult.of(new McpSchema.CompleteResult.Completion(values, values.size(), false));
    }
}
