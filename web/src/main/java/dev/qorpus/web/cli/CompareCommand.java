package dev.qorpus.web.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.search.Query;
import dev.qorpus.search.SearchSettings;
import dev.qorpus.search.compare.Compare;
import dev.qorpus.search.compare.Comparison;
import dev.qorpus.web.json.ComparisonView;

@Command(name = "compare", description = "Ask one question in several modes, side by side.")
final class CompareCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question, in your own words.")
    List<String> words = new ArrayList<>();

    @Option(names = "--modes", split = ",", paramLabel = "MODE", description = "Two to five modes (default: ${DEFAULT-VALUE}).", defaultValue = "lexical,dense,hybrid")
    List<String> modes = new ArrayList<>();

    @Mixin
    FilterOption filter = new FilterOption();
    @Mixin
    HitsOption hits = new HitsOption();
    @Mixin
    IndexOption index = new IndexOption();
    @Mixin
    JsonOption json = new JsonOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Query query = new Query(String.join(" ", words), "hybrid", hits.k(), filter.byField(), true);
        query.check();
        try (Session session = new Session(index.index())) {
            Comparison comparison = new Compare(session.search(SearchSettings.DEFAULT)).run(query, modes);
            json.print(Console.of(spec), comparison, ComparisonView::of, CompareCommand::text);
        }
        return 0;
    }

    private static String text(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder();
        comparison.modes().forEach(mode -> header.append(String.format(Locale.ROOT, "%-10s", mode)));
        lines.add(header + "question");
        for (Comparison.Move move : comparison.moves()) {
            StringBuilder row = new StringBuilder();
            comparison.modes().forEach(mode -> {
                Integer rank = move.ranks().get(mode);
                row.append(String.format(Locale.ROOT, "%-10s", rank == null ? "–" : "#" + rank));
            });
            lines.add(row + move.question());
            lines.add(" ".repeat(comparison.modes().size() * 10) + move.reason());
        }
        lines.add("");
        comparison.overlap().forEach(overlap -> lines.add(String.format(Locale.ROOT, "%s and %s share %d of %d",
                overlap.a(), overlap.b(), overlap.shared(), overlap.of())));
        return String.join("\n", lines);
    }
}
