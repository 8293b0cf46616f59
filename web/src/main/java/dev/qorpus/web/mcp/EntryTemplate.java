package dev.qorpus.web.mcp;

import java.util.List;
import java.util.Map;

import io.modelcontextprotocol.util.McpUriTemplateManager;

/**
 * Matches addresses of entries. The SDK's own matching stops at a slash, which an id may contain.
 *
 * @param template the only one, or an address that is asked about
 */
record EntryTemplate(String template) implements McpUriTemplateManager {

    @Override
    public List<String> getVariableNames() {
        return isUriTemplate(template) ? List.of(EntryResource.ARGUMENT) : List.of();
    }

    @Override
    public Map<String, String> extractVariableValues(String uri) {
        return matches(uri) ? Map.of(EntryResource.ARGUMENT, uri) : Map.of();
    }

    @Override
    public boolean matches(String uri) {
        return isUriTemplate(template) ? EntryResource.matches(uri) : template.equals(uri);
    }

    @Override
    public boolean isUriTemplate(String uri) {
        return uri.equals(EntryResource.TEMPLATE);
    }
}
