package dev.qorpus.web.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.FileChanges;
import dev.qorpus.search.Search;
import dev.qorpus.search.query.Cut;
import dev.qorpus.search.query.Listing;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.Reading;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.option.Choices;
import dev.qorpus.web.cli.option.FilterOption;
import dev.qorpus.web.cli.option.GivenText;
import dev.qorpus.web.cli.option.HitsOption;
import dev.qorpus.web.cli.option.IndexOption;
import dev.qorpus.web.cli.option.JsonOption;
import dev.qorpus.web.cli.option.OwnOption;
import dev.qorpus.web.cli.option.RerankOptions;
import dev.qorpus.web.cli.text.ChangesText;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.cli.text.ResultsText;
import dev.qorpus.web.cli.text.SourceFiles;
import dev.qorpus.web.json.ResultsView;

@Command(name = "ask", description = "Ask a question; get the entries that answer it, and why.")
final class AskCommand implements Callable<Integer> {

    /** How long files are compared with the index. */
    private static final Duration COMPARING = Duration.ofMillis(300);

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question, in your own words; - reads it from standard input.")
    List<String> words = new ArrayList<>();

    @Option(names = "--mode", paramLabel = "MODE", completionCandidates = Choices.Modes.class, description = "hybrid (default), lexical, dense, rrf, or a model's name.")
    String mode = Mode.HYBRID;

    @Option(names = "--explain", description = "Show how each score came about.")
    boolean explain;

    @Option(names = "--offset", paramLabel = "N", description = "How many hits to skip (default: ${DEFAULT-VALUE}).")
    String offset = "0";

    @Option(names = "--cut", paramLabel = "GROUP", completionCandidates = Choices.Cuts.class, description = "Where the list ends: likely, related, or all (default).")
    String cut = Cut.ALL.label();

    @Option(names = "--plain", description = "Read the question as plain text: \"quotes\", -word, +word and field:value mean nothing.")
    boolean plain;

    @Option(names = "--typed", description = "Search for the words as they are typed, without corrections.")
    boolean typed;

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
        Query query = new Query(new GivenText(words, System.in).text(), mode, hits.k(), filter.conditions(), explain)
                .withReading(new Reading(!plain, !typed))
                .withListing(Listing.DEFAULT.withOffset(Query.parseOffset(offset)).withCut(Cut.of(cut)));
        query.check();
        try (Session session = new Session(index.index(), rerank.reranker())) {
            Search search = Main.search(spec, session);
            Supplier<FileChanges> changes = session.changes(search, COMPARING);
            json.print(console, search.search(query), ResultsView::of, new ResultsText(console.terminal(),
                    SourceFiles.of(search.manifest().corpus(), console.terminal()))::of);
            new ChangesText(console).print(changes.get());
        }
        return 0;
    }
}
