package dev.qorpus.web.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Generates JSON Schemas (2020-12) from the view records, so that the OpenAPI document always matches the responses.
 * Nullable components are optional.
 */
public final class Schemas {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "$defs";
    private static final Map<Type, Map<String, Object>> PLAIN = Map.of(String.class, type("string"), boolean.class,
            type("boolean"), int.class, type("integer"), long.class, type("integer"), double.class, type("number"),
            Integer.class, type("integer"), Long.class, type("integer"), Double.class, type("number"));

    private final String prefix;
    private final SortedMap<String, Object> named = new TreeMap<>();
    private final Map<String, Class<?>> records = new HashMap<>();

    /** Schemas for the components of an OpenAPI document. */
    public Schemas() {
        this(COMPONENTS);
    }

    private Schemas(String prefix) {
        this.prefix = prefix;
    }

    /** The schema of a record in one piece: the nested records are in its {@code $defs}. */
    public static Map<String, Object> whole(Class<? extends Record> record) {
        Schemas schemas = new Schemas("#/" + DEFINITIONS + "/");
        Map<String, Object> whole = new LinkedHashMap<>(schemas.object(record));
        if (!schemas.named.isEmpty()) {
            whole.put(DEFINITIONS, schemas.named);
        }
        return whole;
    }

    /** The schemas of all records so far, including nested ones, by name. */
    public SortedMap<String, Object> named() {
        return named;
    }

    /** The schema of a type; of a record, a reference to it. */
    public Map<String, Object> of(Type type) {
        Map<String, Object> plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return Map.class.isAssignableFrom(raw)
                    ? Map.of("type", "object", "additionalProperties", of(last))
                    : Map.of("type", "array", "items", of(last));
        }
        if (type instanceof Class<?> choice && choice.isEnum()) {
            // Jackson writes a constant as its string.
            return Map.of("type", "string", "enum",
                    Arrays.stream(choice.getEnumConstants()).map(Object::toString).toList());
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return reference(record);
        }
        throw new IllegalArgumentException("no JSON is known of " + type);
    }

    private Map<String, Object> reference(Class<?> record) {
        String name = name(record);
        // Registered first, because a record may contain itself.
        Class<?> known = records.putIfAbsent(name, record);
        if (known == null) {
            named.put(name, object(record));
        } else if (!known.equals(record)) {
            throw new IllegalArgumentException(record + " and " + known + " are both shown as " + name);
        }
        return Map.of("$ref", prefix + name);
    }

    private Map<String, Object> object(Class<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = name(component);
            properties.put(name, of(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            }
        }
        return Map.of("type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }

    private static String name(RecordComponent component) {
        JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
        return other == null ? component.getName() : other.value();
    }

    /** The name of a view without its suffix. The name of a nested record begins with that of the outer one. */
    private static String name(Class<?> record) {
        Class<?> around = record.getDeclaringClass();
        return (around == null ? "" : name(around)) + record.getSimpleName().replaceFirst("View$", "");
    }

    private static Map<String, Object> type(String name) {
        return Map.of("type", name);
    }
}
