package dev.qorpus.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

/**
 * One server for all test classes that only read: the seed, a note in a subfolder, and judged questions. It gives
 * tests a client.
 */
final class SharedServer implements ParameterResolver {

    /** In a subfolder, with characters that must be escaped in an address. */
    static final String NOTE = "sub/deep/50% tea & more.md#q1-what-is-tea";

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(SharedServer.class);

    /** Closed after the last test. */
    private record Served(Path home, RunningServer server, Client client) implements AutoCloseable {

        static Served start() {
            try {
                Path home = Files.createTempDirectory("qorpus-http-");
                Path deep = Files.createDirectories(home.resolve("notes/sub/deep"));
                Files.writeString(deep.resolve("50% tea & more.md"), "## Q1. What is tea?\n\nLeaves in hot water.\n");
                judged(home.resolve("notes/judged"), "{\"_id\": \"1\", \"text\": \"a hot drink\"}");
                judged(home.resolve("notes/malformed"), "no object");
                RunningServer server = RunningServer.start(Product.in(home), Product.SEEDS, "notes");
                return new Served(home, server, new Client(server.address()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make a corpus", e);
            }
        }

        private static void judged(Path folder, String query) throws IOException {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("queries.jsonl"), query + "\n");
            Files.writeString(folder.resolve("qrels.tsv"), "1\t" + NOTE + "\t1\n");
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
            try (var files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Client.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(SPACE).getOrComputeIfAbsent("served", key -> Served.start(), Served.class)
                .client();
    }
}
