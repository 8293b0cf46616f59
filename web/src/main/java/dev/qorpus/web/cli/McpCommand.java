package dev.qorpus.web.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.qorpus.web.cli.option.IndexOption;
import dev.qorpus.web.cli.option.ListenOptions;
import dev.qorpus.web.cli.option.OwnOption;
import dev.qorpus.web.cli.option.RerankOptions;
import dev.qorpus.web.mcp.stdio.RemoteHandler;
import dev.qorpus.web.mcp.stdio.StdioServer;
import dev.qorpus.web.serve.ServedIndex;

@Command(name = "mcp", description = "Answer agents over standard input and output (Model Context Protocol).")
final class McpCommand implements Callable<Integer> {

    @Mixin
    OwnOption own = new OwnOption();
    @Mixin
    IndexOption index = new IndexOption();
    @Mixin
    RerankOptions rerank = new RerankOptions();

    @Override
    public Integer call() {
        // Answers alone go to standard output; what a library prints there would break the protocol.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        LoggerFactory.getILoggerFactory();
        Signals.onEnd(number -> Runtime.getRuntime().halt(128 + number));
        @Nullable
        String token = ListenOptions.token().orElse(null);
        // A server ranks as it was told to.
        Optional<URI> server = own.own || rerank.isNamed()
                ? Optional.empty()
                : index.index().localFolder().flatMap(folder -> ServedIndex.find(folder, token));
        try (OpenIndex opened = new OpenIndex(index.index(), rerank.reranker())) {
            if (server.isEmpty()) {
                new StdioServer(opened.handler(), out).serve(System.in);
            } else {
                try (RemoteHandler remote = new RemoteHandler(server.get(), token, opened::handler)) {
                    new StdioServer(remote, out).serve(System.in);
                }
            }
        }
        return 0;
    }
}
