package dev.qorpus.web.api.route;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.api.problem.ProblemException;

/** Reads the JSON body of a request, strictly: unknown, repeated and missing fields are refused. */
final class JsonBody {

    /** Bytes. The longest question fits, with every character escaped. */
    private static final int LONGEST = 65_536;

    private static final String JSON = "application/json";
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private JsonBody() {}

    /**
     * Reads a body.
     *
     * @throws ProblemException if it is too long, or not declared as JSON: the form of another site cannot be
     * @throws QueryException if it is not as the record declares
     */
    static <B extends Record> B read(Context context, Class<B> type) {
        String media = context.contentType();
        String plain = media == null ? "" : media.toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "").strip();
        if (!plain.equals(JSON)) {
            throw new ProblemException(415, "the body has the type '" + plain + "'; allowed is " + JSON);
        }
        byte[] bytes = context.bodyAsBytes();
        if (bytes.length > LONGEST) {
            throw new ProblemException(413,
                    "the body has " + bytes.length + " bytes; at most " + LONGEST + " are allowed");
        }
        B body;
        try {
            body = STRICT.readValue(bytes, type);
        } catch (JacksonException e) {
            throw new QueryException("the body is not as declared; it has to be an object with " + fields(type));
        }
        if (body == null || !isWhole(body)) {
            throw new QueryException("the body lacks a field; it has to be an object with " + fields(type));
        }
        return body;
    }

    private static boolean isWhole(Record body) {
        return Arrays.stream(body.getClass().getRecordComponents()).filter(component -> !isOptional(component))
                .map(component -> value(component, body)).allMatch(Objects::nonNull);
    }

    private static @Nullable Object value(RecordComponent component, Record body) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a body is a public record", e);
        }
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String fields(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(component -> component.getName()
                + (component.getType().isEnum()
                        ? " (" + Arrays.stream(component.getType().getEnumConstants()).map(Object::toString)
                                .collect(Collectors.joining(", ")) + ")"
                        : "")
                + (isOptional(component) ? " if wanted" : "")).collect(Collectors.joining(", "));
    }
}
