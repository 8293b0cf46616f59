package dev.qorpus.bench.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.bench.Rounds;
import dev.qorpus.bench.Row;
import dev.qorpus.bench.Suite;

/** A question on the command line: a process that starts, answers and ends, its files in the page cache. */
public record StartSuite(Rounds rounds, CommandLineRun qorpus, Path seeds, Path home) implements Suite {

    /** A program that does nothing. */
    static final class Nothing {

        private Nothing() {}

        public static void main(String... arguments) {
            // What is left is the start of the JVM.
        }
    }

    @Override
    public List<Row> run() throws Exception {
        String index = home.resolve("start").toString();
        qorpus.seconds("index", seeds.toString(), "--index", index);
        CommandLineRun jvm = new CommandLineRun(Path.of(System.getProperty("java.home"), "bin", "java"));
        Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
        contestants.put("jvm", () -> jvm.seconds("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), Nothing.class.getName()));
        contestants.put("hybrid", () -> qorpus.seconds("ask", CommandLineRun.QUESTION, "--index", index, "--own"));
        contestants.put("lexical", () -> qorpus.seconds("ask", CommandLineRun.QUESTION, "--index", index, "--mode",
                "lexical", "--own"));
        Map<String, Double> found = rounds.inTurn(contestants);
        try (CommandLineRun.Served served = qorpus.serve(index)) {
            found.putAll(rounds.inTurn(Map.of("served",
                    () -> qorpus.seconds("ask", CommandLineRun.QUESTION, "--index", served.index()))));
        }
        double bare = found.getOrDefault("jvm", 0.0);
        return List.of(
                Row.atMost(6, "cold ask, seed, hybrid", found.getOrDefault("hybrid", 0.0), "s", "a bare JVM", bare),
                Row.atMost(4, "cold ask, seed, lexical", found.getOrDefault("lexical", 0.0), "s", "a bare JVM", bare),
                Row.within(0.1, "ask beside a running server, hybrid", found.getOrDefault("served", 0.0), "s"));
    }
}
