package dev.qorpus.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link Qorpus} that serves the seed, started once for all of them. */
final class SeedCorpus implements ParameterResolver {

    /** Where the seed is, seen from this module. */
    static final Path FOLDER = Path.of("..", "seeds");

    /** The server and its index, closed together. */
    private record Served(Qorpus qorpus, Path index) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            qorpus.close();
            ServedCorpus.delete(index);
        }
    }

    private static Served serve() {
        try {
            Path index = Files.createTempDirectory("qorpus-page");
            return new Served(Qorpus.serve(FOLDER, index, 0), index);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the index", e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Qorpus.class;
    }

    @Override
    public Qorpus resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(SeedCorpus.class))
                .getOrComputeIfAbsent(Served.class, key -> serve(), Served.class).qorpus();
    }
}
