package dev.qorpus.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A question on the command line: a process that starts, answers and ends, its files in the page cache. */
record StartSuite(Rounds rounds, Path qorpus, Path home) implements Suite {

    @Override
    public List<Row> run() throws Exception {
        String index = home.resolve("start").toString();
        seconds("index", qorpus.resolveSibling("seeds").toString(), "--index", index);
        String question = "why does my network forget the beginning of a long text";
        Map<String, Double> found = rounds.inTurn(Map.of(
                "hybrid", () -> seconds("ask", question, "--index", index),
                "lexical", () -> seconds("ask", question, "--index", index, "--mode", "lexical")));
        return List.of(Row.within(0.6, "cold ask, seed, hybrid", found.getOrDefault("hybrid", 0.0), "s"),
                Row.within(0.3, "cold ask, seed, lexical", found.getOrDefault("lexical", 0.0), "s"));
    }

    private double seconds(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(qorpus.toString()));
        command.addAll(List.of(arguments));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
        return Rounds.millisSince(began) / 1e3;
    }
}
