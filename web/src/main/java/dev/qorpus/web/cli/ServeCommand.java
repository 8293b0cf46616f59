package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.web.api.BoundPort;
import dev.qorpus.web.api.Server;
import dev.qorpus.web.api.ServerSettings;
import dev.qorpus.web.assembly.EarlyIndex;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.option.IndexOption;
import dev.qorpus.web.cli.option.JudgeOptions;
import dev.qorpus.web.cli.option.ListenOptions;
import dev.qorpus.web.cli.option.ModelsOption;
import dev.qorpus.web.cli.option.QuietOption;
import dev.qorpus.web.cli.option.RerankOptions;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.serve.CommandAnswer;
import dev.qorpus.web.serve.CommandRequest;
import dev.qorpus.web.serve.CorpusAccess;
import dev.qorpus.web.serve.Health;
import dev.qorpus.web.serve.IndexWatch;
import dev.qorpus.web.serve.ServedIndex;

@Command(name = "serve", description = "Index what changed, then answer by page and HTTP.")
final class ServeCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "CORPUS", description = "Folders or files of Markdown or JSONL (default: those indexed before, or seeds).")
    List<Path> corpus = new ArrayList<>();

    @Option(names = "--watch", description = "Follow changes of the corpus while answering.")
    boolean watch;

    @Mixin
    ListenOptions listen = new ListenOptions();
    @Mixin
    JudgeOptions judged = new JudgeOptions();
    @Mixin
    ModelsOption models = new ModelsOption();
    @Mixin
    IndexOption index = new IndexOption();
    @Mixin
    RerankOptions rerank = new RerankOptions();
    @Mixin
    QuietOption quiet = new QuietOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ServerSettings settings = listen.settings(spec.commandLine());
        // Before other threads log: SLF4J prints a warning about lines that arrive while it initialises.
        LoggerFactory.getILoggerFactory();
        // Reported now, not on first use.
        judged.check(spec.commandLine(), settings);
        Console console = Main.console(spec).quietIf(quiet.quiet);
        Signals.exitAtOnce(console);
        if (settings.isOpenThroughProxy()) {
            console.error(
                    "everyone whom a proxy lets in can read the corpus, because no token is set; set QORPUS_TOKEN, "
                            + "unless the proxy asks who they are");
        }
        Health health = new Health();
        CompletableFuture<Integer> end = new CompletableFuture<>();
        BackgroundIndexing.Work work = new BackgroundIndexing.Work(corpus, models.models(), watch,
                end::completeExceptionally);
        try (BoundPort port = BoundPort.of(settings);
                Session session = new Session(index.index(), rerank.reranker());
                EarlyIndex early = session.early(corpus, models.models());
                LiveSearch search = session.live(early, SearchSettings.DEFAULT);
                Server server = Server.start(search, access(session, search), health, port, commands());
                ServedIndex note = new ServedIndex(index.index().localFolder().orElse(null));
                IndexWatch published = new IndexWatch(search, health)) {
            published.start();
            note.leave(settings.ownAddress(server.port()));
            console.out("Qorpus listens on " + settings.shownAddress(server.port()) + "  ("
                    + (early.isWordsOnly() ? "by words only until the notes are embedded; " : "")
                    + "end it with Ctrl-C" + (watch ? "; it follows changes)" : ")"));
            Signals.onEnd(end::complete);
            BackgroundIndexing.ServedParts served = new BackgroundIndexing.ServedParts(session, search, health,
                    console);
            try (BackgroundIndexing indexing = BackgroundIndexing.start(served, early, work)) {
                return 128 + indexing.await(end);
            }
        }
    }

    /** One that ranks by a cross-encoder would answer otherwise than a command by itself. */
    private BiFunction<Search, CommandRequest, Optional<CommandAnswer>> commands() {
        return rerank.isNamed() ? (state, command) -> Optional.empty() : ServedCommand::run;
    }

    private CorpusAccess access(Session session, LiveSearch search) {
        List<Path> roots = new ArrayList<>();
        search.use(state -> roots.addAll(roots(state)));
        return new CorpusAccess(session::check, this::collections,
                judged.feedback(roots, index.index().localFolder().orElse(null)));
    }

    /** The named folders, then those in the corpus. */
    private List<Path> collections(Search state) {
        return Stream.concat(judged.collections(), JudgedCollection.within(roots(state)).stream()).distinct().toList();
    }

    private static List<Path> roots(Search state) {
        return state.manifest().corpus().stream().map(Path::of).toList();
    }
}
