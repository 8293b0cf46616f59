package dev.qorpus.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes views as JSON, without null fields, and reads JSON. */
public final class Json {

    private static final JsonMapper COMPACT = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final JsonMapper INDENTED = COMPACT.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonMapper SORTED = COMPACT.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    /** One line, UTF-8, with sorted map keys, so that equal values give equal bytes. */
    public static byte[] sorted(Object view) {
        return SORTED.writeValueAsBytes(view);
    }

    /**
     * Reads JSON.
     *
     * @throws tools.jackson.core.JacksonException if it is none
     */
    public static JsonNode parse(byte[] json) {
        return COMPACT.readTree(json);
    }

    /** One line, UTF-8. */
    public static byte[] bytes(Object view) {
        return COMPACT.writeValueAsBytes(view);
    }

    /** Indented, for people. */
    public static String indented(Object view) {
        return INDENTED.writeValueAsString(view);
    }
}
