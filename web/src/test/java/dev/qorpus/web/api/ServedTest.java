package dev.qorpus.web.api;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.models.Models;
import dev.qorpus.models.djl.DjlModels;
import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.web.api.load.Limits;
import dev.qorpus.web.api.log.LogDetail;
import dev.qorpus.web.serve.CommandAnswer;
import dev.qorpus.web.serve.CommandRequest;
import dev.qorpus.web.serve.CorpusAccess;
import dev.qorpus.web.serve.Health;

/** The base of tests with a server for each: two entries, indexed once, and servers of them. */
abstract class ServedTest {

    /** The usual limits. */
    static final Limits WIDE = Limits.of(2);

    @TempDir
    static Path home;

    private static @Nullable Models models;
    private static @Nullable LiveSearch search;

    @BeforeAll
    static void open() throws IOException {
        Models shelf = DjlModels.models(2);
        models = shelf;
        Path notes = Files.writeString(home.resolve("a.md"),
                "## What is tea?\nLeaves.\n## What is a cup?\nA vessel.\n");
        Path index = home.resolve("index");
        try (LuceneSink sink = LuceneSink.open(index)) {
            new Indexer(shelf, Progress.NONE).index(Corpus.of(List.of(notes)), sink, List.of(), false);
        }
        search = new LiveSearch(LuceneBackend.open(index), shelf, SearchSettings.DEFAULT);
    }

    @AfterAll
    static void close() {
        if (search != null) {
            search.close();
        }
        if (models != null) {
            models.close();
        }
    }

    /** A server of its own, which needs no token. */
    static Server serve(Limits limits) {
        return serve(new ServerSettings("127.0.0.1", 0, null, limits, LogDetail.NONE));
    }

    /** A server of its own. */
    static Server serve(ServerSettings settings) {
        return serve(settings, new Health());
    }

    /** A server of its own, with faults that others report. */
    static Server serve(ServerSettings settings, Health health) {
        return serve(settings, health, new CorpusAccess.Feedback(null, null));
    }

    /** A server of its own, on which people may write. */
    static Server serve(ServerSettings settings, Health health, CorpusAccess.Feedback feedback) {
        if (search == null) {
            throw new IllegalStateException("it is opened before the tests");
        }
        return Server.start(search, new CorpusAccess(state -> {
            throw new IllegalStateException("no test here asks for findings");
        }, state -> List.of(), feedback), health, settings);
    }

    /** A server of its own, which runs commands. */
    static Server serve(ServerSettings settings,
            BiFunction<Search, CommandRequest, Optional<CommandAnswer>> commands) {
        if (search == null) {
            throw new IllegalStateException("it is opened before the tests");
        }
        return Server.start(search, new CorpusAccess(state -> {
            throw new IllegalStateException("no test here asks for findings");
        }, state -> List.of()), new Health(), BoundPort.of(settings), commands);
    }

    static Client client(Server server) {
        return new Client(URI.create("http://127.0.0.1:" + server.port()));
    }
}
