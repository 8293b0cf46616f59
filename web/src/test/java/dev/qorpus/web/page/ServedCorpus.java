package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A corpus for one test class, and a program that serves it. */
final class ServedCorpus implements BeforeAllCallback, AfterAllCallback {

    /** Writes the files of a corpus. */
    interface Writer {
        void write(Path corpus) throws IOException;
    }

    private final Writer writer;
    private @Nullable Path home;
    private @Nullable Qorpus served;

    ServedCorpus(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path folder = Files.createTempDirectory("qorpus-page");
        home = folder;
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        writer.write(corpus);
        served = Qorpus.serve(corpus, folder.resolve("index"), 0);
    }

    /** The program; available while the tests run. */
    Qorpus qorpus() {
        if (served == null) {
            throw new IllegalStateException("it is served while tests run; register this as an extension");
        }
        return served;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (served != null) {
            served.close();
        }
        if (home != null) {
            delete(home);
        }
    }

    /** Deletes a folder with its contents. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
