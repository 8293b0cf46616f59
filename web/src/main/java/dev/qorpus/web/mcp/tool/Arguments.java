package dev.qorpus.web.mcp.tool;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.parameter.Parameter;

/** The checked arguments of a call. */
public final class Arguments {

    private final IdentityHashMap<Parameter<?>, Object> values = new IdentityHashMap<>();

    private Arguments() {}

    /**
     * Reads the arguments of a call. Numbers are also accepted as text, since language models write both.
     *
     * @throws QueryException if one is unknown, missing, or has a value that is not allowed
     */
    static Arguments of(List<Parameter<?>> allowed, Map<String, Object> given) {
        for (String name : given.keySet()) {
            if (allowed.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                throw new QueryException("parameter '" + name + "' is unknown; allowed are " + names(allowed));
            }
        }
        Arguments arguments = new Arguments();
        for (Parameter<?> parameter : allowed) {
            List<String> texts = texts(parameter, given.get(parameter.name()));
            if (texts.isEmpty() && parameter.required()) {
                throw new QueryException("parameter '" + parameter.name() + "' is missing; " + parameter.description());
            }
            arguments.values.put(parameter, parameter.reader().read(texts));
        }
        return arguments;
    }

    private static String names(List<Parameter<?>> allowed) {
        return allowed.isEmpty()
                ? "none"
                : allowed.stream().map(Parameter::name).sorted().collect(Collectors.joining(", "));
    }

    private static List<String> texts(Parameter<?> parameter, @Nullable Object given) {
        if (given == null) {
            return List.of();
        }
        if (!(given instanceof List<?> several)) {
            return List.of(text(parameter, given));
        }
        if (!parameter.isRepeated()) {
            throw new QueryException("parameter '" + parameter.name() + "' is a list; allowed is one value");
        }
        List<String> texts = new ArrayList<>();
        several.forEach(each -> texts.add(text(parameter, each)));
        return texts;
    }

    private static String text(Parameter<?> parameter, @Nullable Object given) {
        return switch (given) {
            case String text -> text;
            case Double number when number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE -> Long
                    .toString(Math.round(number));
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null, default -> throw new QueryException("parameter '" + parameter.name()
                    + "' holds null or an object; allowed are text, numbers, true and false");
        };
    }

    /**
     * The value of a parameter, or its default.
     *
     * @throws IllegalStateException if the tool does not declare it
     */
    @SuppressWarnings("unchecked") // The parameter's own reader made the value.
    public <T> T get(Parameter<T> parameter) {
        @Nullable
        T value = (T) values.get(parameter);
        if (value == null) {
            throw new IllegalStateException("the tool does not declare its parameter " + parameter.name());
        }
        return value;
    }
}
