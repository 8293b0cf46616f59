package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.IndexReport;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.models.ModelException;
import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.web.api.BoundPort;
import dev.qorpus.web.api.Server;
import dev.qorpus.web.api.ServerSettings;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.option.IndexOption;
import dev.qorpus.web.cli.option.ListenOptions;
import dev.qorpus.web.cli.option.ModelsOption;
import dev.qorpus.web.cli.option.RerankOptions;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.serve.CorpusAccess;
import dev.qorpus.web.serve.Fault;
import dev.qorpus.web.serve.Health;
import dev.qorpus.web.serve.IndexWatch;
import dev.qorpus.web.serve.ServedIndex;

@Command(name = "serve", description = "Index what changed, then answer by page and HTTP.")
final class ServeCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "CORPUS", description = "Folders or files of Markdown or JSONL (default: those indexed before, or seeds).")
    List<Path> corpus = new ArrayList<>();

    @Option(names = "--judgments", paramLabel = "FOLDER", description = "Judged questions to measure on (BEIR layout), beside those found in the corpus.")
    List<Path> judgments = new ArrayList<>();

    @Option(names = "--watch", description = "Follow changes of the corpus while answering.")
    boolean watch;

    @Mixin
    ListenOptions listen = new ListenOptions();
    @Mixin
    ModelsOption models = new ModelsOption();
    @Mixin
    IndexOption index = new IndexOption();
    @Mixin
    RerankOptions rerank = new RerankOptions();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ServerSettings settings = listen.settings(spec.commandLine());
        // Before other threads log: SLF4J prints a warning about lines that arrive while it initialises.
        LoggerFactory.getILoggerFactory();
        // Reported now, not on first use.
        judgments.forEach(JudgedCollection::read);
        Console console = Console.of(spec);
        Signals.exitAtOnce(console);
        if (settings.isOpenThroughProxy()) {
            console.error("everyone whom a proxy lets in can read the corpus, because no token is set; set QORPUS_TOKEN, "
                    + "unless the proxy asks who they are");
        }
        Health health = new Health();
        try (BoundPort port = BoundPort.of(settings);
                Session session = new Session(index.index(), rerank.reranker())) {
            update(session, health, console);
            try (LiveSearch search = session.live(SearchSettings.DEFAULT);
                    Server server = Server.start(search, new CorpusAccess(session::check, this::judged), health,
                            port);
                    ServedIndex note = new ServedIndex(index.index().localFolder().orElse(null));
                    IndexWatch published = new IndexWatch(search, health);
                    Follower follower = watch
                            ? Follower.start(session, new Follower.Served(search, health), console)
                            : null) {
                published.start();
                note.leave(settings.ownAddress(server.port()));
                console.out("Qorpus listens on " + settings.shownAddress(server.port())
                        + "  (end it with Ctrl-C" + (follower != null ? "; it follows changes)" : ")"));
                return 128 + awaitEnd();
            }
        }
    }

    /**
     * Indexes what changed. If that fails, for instance on a full disk, an existing index of the same corpus is
     * served.
     */
    private void update(Session session, Health health, Console console) {
        try {
            IndexReport report = session.index(corpus, models.models(), false, console);
            IndexCommand.tell(report, console);
            console.out(IndexCommand.text(report));
        } catch (ModelException | IndexException e) {
            if (!session.isPublishedOf(corpus)) {
                throw e;
            }
            health.report(Fault.UPDATE_FAILED);
            console.error("the index stays as it was: " + e.getMessage());
        }
    }

    /** The named folders, then those in the corpus. */
    private List<Path> judged(Search state) {
        return Stream.concat(judgments.stream(),
                JudgedCollection.within(state.manifest().corpus().stream().map(Path::of).toList()).stream()).distinct()
                .toList();
    }

    /** Waits for a signal to stop. Then this thread closes everything. */
    private static int awaitEnd() {
        CompletableFuture<Integer> told = new CompletableFuture<>();
        Signals.onEnd(told::complete);
        return told.join();
    }
}
