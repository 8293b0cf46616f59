package dev.qorpus.web.parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.search.query.QueryException;

/**
 * A parameter of a route or of a tool. The schema documents the allowed values, and the reader refuses all others.
 *
 * @param <T> the type of the value
 * @param name the name in an address or in a call
 * @param description for people, one sentence
 * @param schema JSON Schema of the values; of type {@code array} if it may be repeated
 * @param required whether a request without it is refused
 * @param reader parses the value
 */
public record Parameter<T>(String name, String description, Map<String, Object> schema, boolean required,
        Reader<T> reader) {

    private static final String DEFAULT = "default";
    private static final Pattern RANGE = Pattern.compile("^([0-9]{1,9})-([0-9]{1,9})$");

    /** Parses the value. */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * Parses the value.
         *
         * @param given the texts of a request: none, one, or several if it may be repeated
         * @throws QueryException if the value is not allowed; it names the parameter, the value and what is allowed
         */
        T read(List<String> given);
    }

    /** A text of at most {@code longest} UTF-16 code units; empty by default. */
    public static Parameter<String> text(String name, String description, int longest) {
        return new Parameter<>(name, description, Map.of("type", "string", "maxLength", longest), false, given -> {
            String text = first(given, "");
            if (text.length() > longest) {
                throw new QueryException(name + " has " + text.length() + " characters; at most " + longest
                        + " are allowed");
            }
            return text;
        });
    }

    /** A text of any length, with a default. */
    public static Parameter<String> text(String name, String description, String otherwise) {
        Map<String, Object> schema = otherwise.isEmpty()
                ? Map.of("type", "string")
                : Map.of("type", "string", DEFAULT, otherwise);
        return new Parameter<>(name, description, schema, false, given -> first(given, otherwise));
    }

    /** A required text, which {@code reader} parses. */
    public static <T> Parameter<T> required(String name, String description, Map<String, Object> schema,
            Function<String, T> reader) {
        return new Parameter<>(name, description, schema, true, given -> reader.apply(first(given, "")));
    }

    /** One of several words; an empty text by default. */
    public static Parameter<String> choice(String name, String description, List<String> allowed) {
        return choice(name, description, Map.of("type", "string", "enum", allowed), allowed, "");
    }

    /** One of several words, with a default. */
    public static Parameter<String> choice(String name, String description, List<String> allowed, String otherwise) {
        return choice(name, description, Map.of("type", "string", "enum", allowed, DEFAULT, otherwise), allowed,
                otherwise);
    }

    private static Parameter<String> choice(String name, String description, Map<String, Object> schema,
            List<String> allowed, String otherwise) {
        return new Parameter<>(name, description, schema, false, given -> {
            String word = first(given, otherwise);
            if (!word.equals(otherwise) && !allowed.contains(word)) {
                throw new QueryException("there is no " + name + " '" + word + "'; allowed are "
                        + String.join(", ", allowed));
            }
            return word;
        });
    }

    /** {@code true} or {@code false}; false by default. */
    public static Parameter<Boolean> flag(String name, String description) {
        return new Parameter<>(name, description, Map.of("type", "boolean", DEFAULT, false), false,
                given -> switch (first(given, "false")) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new QueryException(
                            name + " is '" + given.getFirst() + "'; allowed are true and false");
                });
    }

    /** A whole number from {@code least} to {@code most}. */
    public static Parameter<Integer> integer(String name, String description, int least, int most, int otherwise) {
        Map<String, Object> schema = Map.of("type", "integer", "minimum", least, "maximum", most, DEFAULT, otherwise);
        return new Parameter<>(name, description, schema, false,
                given -> given.isEmpty() ? otherwise : parse(name, given.getFirst(), least, most));
    }

    /** A range of a text, as {@code START-END}; an empty range by default. */
    public static Parameter<Span> range(String name, String description) {
        return new Parameter<>(name, description, Map.of("type", "string", "pattern", RANGE.pattern()), false,
                given -> {
                    if (given.isEmpty()) {
                        return new Span(0, 0);
                    }
                    Matcher range = RANGE.matcher(given.getFirst());
                    if (!range.matches()) {
                        throw new QueryException(
                                name + " is '" + given.getFirst() + "'; allowed is START-END, such as 120-260");
                    }
                    return new Span(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
                });
    }

    /** Words separated by commas. */
    public static Parameter<List<String>> words(String name, String description, String otherwise) {
        return new Parameter<>(name, description, Map.of("type", "string", DEFAULT, otherwise), false,
                given -> List.of(first(given, otherwise).split(",", -1)));
    }

    /** A parameter that may be repeated, at most {@code most} times. */
    public static <T> Parameter<T> repeated(String name, String description, int most, Reader<T> reader) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", Map.of("type", "string"));
        schema.put("maxItems", most);
        return new Parameter<>(name, description, schema, false, reader);
    }

    /** Whether it may be repeated. */
    public boolean isRepeated() {
        return "array".equals(schema.get("type"));
    }

    private static String first(List<String> given, String otherwise) {
        return given.isEmpty() ? otherwise : given.getFirst();
    }

    private static int parse(String name, String text, int least, int most) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new QueryException(
                    name + " is '" + text + "'; allowed is a whole number from " + least + " to " + most);
        }
        if (number < least || number > most) {
            throw new QueryException(name + " is " + number + "; allowed is " + least + " to " + most);
        }
        return number;
    }
}
