package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.IndexReport;
import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.QueryException;
import dev.qorpus.search.Search;
import dev.qorpus.search.SearchSettings;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.web.api.FromCorpus;
import dev.qorpus.web.api.Server;

@Command(name = "serve", description = "Index what changed, then answer by page and HTTP.")
final class ServeCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "CORPUS", description = "Folders or files of Markdown or JSONL (default: those indexed before, or seeds).")
    List<Path> corpus = new ArrayList<>();

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on, 0 for any (default: ${DEFAULT-VALUE}).")
    int port = 7070;

    @Option(names = "--judgments", paramLabel = "FOLDER", description = "Judged questions to measure on (BEIR layout), beside those found in the corpus.")
    List<Path> judgments = new ArrayList<>();

    @Option(names = "--watch", description = "Follow changes of the corpus while answering.")
    boolean watch;

    @Mixin
    IndexOption index = new IndexOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new QueryException("port is " + port + "; allowed is 0 to 65535");
        }
        // Told now, and not when somebody looks.
        judgments.forEach(JudgedCollection::read);
        Console console = Console.of(spec);
        Signals.endAtOnce(console);
        try (Session session = new Session(index.index())) {
            IndexReport report = session.index(corpus, List.of(), false, console);
            report.findings().forEach(finding -> console.error(finding.toString()));
            console.out(IndexCommand.text(report));
            try (LiveSearch search = session.live(SearchSettings.DEFAULT);
                    Server server = Server.start(search, new FromCorpus(session::check, this::judged), host, port);
                    Follower follower = watch ? Follower.start(session, search, console, report) : null) {
                console.out("Qorpus answers at http://" + host + ":" + server.port() + "/  (end it with Ctrl-C"
                        + (follower != null ? "; it follows changes)" : ")"));
                return 128 + awaitEnd();
            }
        }
    }

    /** Those named, then those that lie in the corpus. */
    private List<Path> judged(Search state) {
        return Stream.concat(judgments.stream(),
                JudgedCollection.within(state.manifest().corpus().stream().map(Path::of).toList()).stream()).distinct()
                .toList();
    }

    /** Until the process is told to end; then this thread closes everything. */
    private static int awaitEnd() {
        CompletableFuture<Integer> told = new CompletableFuture<>();
        Signals.onEnd(told::complete);
        return told.join();
    }
}
