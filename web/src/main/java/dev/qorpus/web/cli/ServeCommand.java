package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.IndexReport;
import dev.qorpus.search.Query;
import dev.qorpus.search.QueryException;
import dev.qorpus.search.Search;
import dev.qorpus.search.SearchSettings;
import dev.qorpus.web.api.Server;

@Command(name = "serve", description = "Index what changed, then answer by page and HTTP.")
final class ServeCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "CORPUS", description = "Folders or files of Markdown or JSONL (default: those indexed before, or seeds).")
    List<Path> corpus = new ArrayList<>();

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on, 0 for any (default: ${DEFAULT-VALUE}).")
    int port = 7070;

    @Mixin
    IndexOption index = new IndexOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new QueryException("port is " + port + "; allowed is 0 to 65535");
        }
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        endWithTheProcess(told, closed);
        try (Session session = new Session(index.index())) {
            serve(session, told);
        } finally {
            closed.countDown();
        }
        return 0;
    }

    private void serve(Session session, CountDownLatch told) throws InterruptedException {
        Console console = Console.of(spec);
        IndexReport report = session.index(corpus, List.of(), false, console);
        report.findings().forEach(finding -> console.error(finding.toString()));
        console.out(IndexCommand.text(report));
        Search search = session.search(SearchSettings.DEFAULT);
        // Loads the model, so that the first question does not wait for it.
        search.search(Query.of("warm-up", "hybrid"));
        try (Server server = Server.start(search, host, port)) {
            console.out("Qorpus answers at http://" + host + ":" + server.port() + "/  (end it with Ctrl-C)");
            told.await();
        }
    }

    /**
     * When the process is told to end, waits until all is closed. It must not wait for the serving thread itself,
     * whose last act is to ask for the end that is under way.
     */
    private static void endWithTheProcess(CountDownLatch told, CountDownLatch closed) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            try {
                if (!closed.await(10, TimeUnit.SECONDS)) {
                    Runtime.getRuntime().halt(1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "shutdown"));
    }
}
