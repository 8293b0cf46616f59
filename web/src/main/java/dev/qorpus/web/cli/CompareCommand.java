package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.Search;
import dev.qorpus.search.compare.Compare;
import dev.qorpus.search.compare.Comparison;
import dev.qorpus.search.compare.NearestWords;
import dev.qorpus.search.query.Query;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.option.Choices;
import dev.qorpus.web.cli.option.FilterOption;
import dev.qorpus.web.cli.option.GivenText;
import dev.qorpus.web.cli.option.HitsOption;
import dev.qorpus.web.cli.option.IndexOption;
import dev.qorpus.web.cli.option.JsonOption;
import dev.qorpus.web.cli.option.OwnOption;
import dev.qorpus.web.cli.option.RerankOptions;
import dev.qorpus.web.cli.terminal.Terminal;
import dev.qorpus.web.cli.text.ComparisonText;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.cli.text.SourceFiles;
import dev.qorpus.web.json.ComparisonView;
import dev.qorpus.web.page.ComparisonPage;

@Command(name = "compare", description = "Ask one question in several modes, side by side.")
final class CompareCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question, in your own words; - reads it from standard input.")
    List<String> words = new ArrayList<>();

    @Option(names = "--modes", split = ",", paramLabel = "MODE", completionCandidates = Choices.Modes.class, description = "Two modes or more (default: ${DEFAULT-VALUE}).", defaultValue = "lexical,dense,hybrid")
    List<String> modes = new ArrayList<>();

    @Option(names = "--ladder", description = "Compare every representation of the index, and hybrid.")
    boolean ladder;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the comparison there, in one file.")
    @Nullable
    Path html;

    @Mixin
    FilterOption filter = new FilterOption();
    @Mixin
    HitsOption hits = new HitsOption();
    @Mixin
    OwnOption own = new OwnOption();
    @Mixin
    IndexOption index = new IndexOption();
    @Mixin
    JsonOption json = new JsonOption();
    @Mixin
    RerankOptions rerank = new RerankOptions();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Console console = Main.console(spec);
        Query query = new Query(new GivenText(words, System.in).text(), "hybrid", hits.k(), filter.conditions(), true);
        query.check();
        try (Session session = new Session(index.index(), rerank.reranker())) {
            Search search = Main.search(spec, session);
            Compare compare = new Compare(search);
            Comparison comparison = compare.run(query, ladder ? search.ladderModes() : modes);
            if (html != null) {
                ComparisonPage.write(ComparisonView.of(comparison), html);
            }
            Terminal terminal = console.terminal();
            json.print(console, comparison, ComparisonView::of,
                    new ComparisonText(terminal, SourceFiles.of(search.manifest().corpus(), terminal),
                            id -> nearest(search, compare, query, id))::of);
        }
        return 0;
    }

    private static List<NearestWords.Pair> nearest(Search search, Compare compare, Query query, EntryId id) {
        return search.entry(id).map(entry -> compare.words(query.text(), entry)).orElse(List.of());
    }
}
