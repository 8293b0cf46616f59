package dev.qorpus.web.mcp.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.search.Search;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.json.Schemas;
import dev.qorpus.web.parameter.Parameter;

/**
 * A tool. None changes anything.
 *
 * @param name in calls
 * @param title for people
 * @param description for language models: what it answers, and when to call it
 * @param parameters all that it takes; a call with others is refused
 * @param view the record of its structured content
 * @param handler runs it
 */
public record Tool(String name, String title, String description, List<Parameter<?>> parameters,
        Class<? extends Record> view, Handler handler) {

    /** Runs a tool on a published state. */
    @FunctionalInterface
    public interface Handler {
        ToolResult call(Search search, Arguments arguments);
    }

    /** JSON Schema of the arguments: an object without other properties. */
    public Map<String, Object> inputSchema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Parameter<?> parameter : parameters) {
            Map<String, Object> schema = new LinkedHashMap<>(parameter.schema());
            schema.put("description", parameter.description());
            properties.put(parameter.name(), schema);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", parameters.stream().filter(Parameter::required).map(Parameter::name).toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    /** JSON Schema of the structured content. */
    public Map<String, Object> outputSchema() {
        return Schemas.whole(view);
    }

    /** Calls the tool. Wrong arguments give a failed result that says what is allowed, so that a model can correct them. */
    public ToolResult call(Search search, Map<String, Object> given) {
        try {
            return handler.call(search, Arguments.of(parameters, given));
        } catch (QueryException e) {
            return ToolResult.failed(String.valueOf(e.getMessage()));
        }
    }
}
