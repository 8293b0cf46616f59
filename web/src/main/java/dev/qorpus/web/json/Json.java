package dev.qorpus.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the views as JSON; what is null is left out. */
public final class Json {

    private static final JsonMapper COMPACT = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final JsonMapper INDENTED = COMPACT.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** One line, UTF-8. */
    public static byte[] bytes(Object view) {
        return COMPACT.writeValueAsBytes(view);
    }

    /** Several lines, for people. */
    public static String indented(Object view) {
        return INDENTED.writeValueAsString(view);
    }
}
