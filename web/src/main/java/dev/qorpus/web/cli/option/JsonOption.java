package dev.qorpus.web.cli.option;

import java.util.function.Function;

import picocli.CommandLine.Option;

import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.json.Json;

/** The option that every command with results has. */
public final class JsonOption {

    @Option(names = "--json", description = "Print one JSON object.")
    public boolean json;

    /** Prints a result in the form asked for. */
    public <T> void print(Console console, T result, Function<T, Object> view, Function<T, String> text) {
        console.out(json ? Json.indented(view.apply(result)) : text.apply(result));
    }
}
