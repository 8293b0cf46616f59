package dev.qorpus.bench.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.bench.Rounds;
import dev.qorpus.bench.Row;
import dev.qorpus.bench.Suite;

/** The same folder and question on the command line of qmd, without its models. */
public record QmdSuite(Rounds rounds, CommandLineRun qorpus, Path corpus, Path home) implements Suite {

    @Override
    public List<Row> run() throws Exception {
        String index = home.resolve("qmd-ours").toString();
        qorpus.seconds("index", corpus.toString(), "--index", index);
        Qmd qmd = Qmd.in(home.resolve("qmd").toAbsolutePath(), corpus);
        Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
        contestants.put("lexical", () -> qorpus.seconds("ask", CommandLineRun.QUESTION, "--index", index, "--mode",
                "lexical", "--own"));
        contestants.put("qmd", () -> qmd.seconds(CommandLineRun.QUESTION));
        Map<String, Double> cold = rounds.inTurn(contestants);
        try (CommandLineRun.Served served = qorpus.serve(index)) {
            Map<String, Double> warm = rounds.inTurn(Map.of("served",
                    () -> qorpus.seconds("ask", CommandLineRun.QUESTION, "--index", served.index())));
            double theirs = cold.getOrDefault("qmd", 0.0);
            return List.of(
                    row("cold ask by words, " + corpus.getFileName(), cold.getOrDefault("lexical", 0.0), theirs),
                    row("the same by words and meaning, beside a running server", warm.getOrDefault("served", 0.0),
                            theirs));
        }
    }

    private static Row row(String work, double ours, double theirs) {
        return new Row(work, ours, "s", "qmd search, without its models", theirs, "", true);
    }
}
