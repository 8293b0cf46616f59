package dev.qorpus.web.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the SDK reads and writes it here. */
final class McpJson {

    private static final JsonMapper PLAIN = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            // Maps of the JDK have an order that differs from process to process.
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    /** For the SDK. */
    static final JacksonMcpJsonMapper MAPPER = new JacksonMcpJsonMapper(PLAIN);

    /** Arguments are checked by their declarations, which say what is allowed; results are checked by tests. */
    static final JsonSchemaValidator UNCHECKED = (schema, content) -> JsonSchemaValidator.ValidationResponse
            .asValid("");

    private McpJson() {}

    /** The message as a tree; missing if it is no JSON. */
    static JsonNode tree(String message) {
        try {
            return PLAIN.readTree(message);
        } catch (JacksonException e) {
            return PLAIN.missingNode();
        }
    }

    /** One line. */
    static String line(Object message) {
        return PLAIN.writeValueAsString(message);
    }
}
