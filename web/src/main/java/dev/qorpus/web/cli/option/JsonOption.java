package dev.qorpus.web.cli.option;

import java.util.List;
import java.util.function.Function;

import picocli.CommandLine.Option;

import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.json.Json;

/** The option for results as JSON. */
public final class JsonOption {

    @Option(names = "--json", description = "Print one JSON object.")
    public boolean json;

    /** Prints a result as JSON or as text. */
    public <T> void print(Console console, T result, Function<T, Object> view, Function<T, List<StyledText>> text) {
        if (json) {
            console.json(Json.indented(view.apply(result)));
        } else {
            console.out(text.apply(result));
        }
    }
}
