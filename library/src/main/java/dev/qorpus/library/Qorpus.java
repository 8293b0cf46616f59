package dev.qorpus.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.IndexReport;
import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.models.Models;
import dev.qorpus.models.djl.DjlModels;
import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.related.Related;
import dev.qorpus.search.result.Results;

/**
 * An index in a folder, with all that it takes to update it and to ask it:
 *
 * {@snippet file="TenLines.java" region="ask"}
 *
 * <p>Thread-safe. The model is loaded on first use, which takes a second; so keep one object for all questions. The folder is
 * the same as that of the command line ({@code ./qorpus --index FOLDER}), and other processes may read it meanwhile. Nothing
 * is logged to a backend of its own: messages go to {@link System.Logger} and to SLF4J's API.
 */
public final class Qorpus implements AutoCloseable {

    private final Path folder;
    private final Models models;
    private final Object indexing = new Object();
    private @Nullable LiveSearch live;

    private Qorpus(Path folder, Models models) {
        this.folder = folder;
        this.models = models;
    }

    /**
     * Uses the index in a folder.
     *
     * @param folder of the index; it need not exist before {@link #index}
     */
    public static Qorpus in(Path folder) {
        return new Qorpus(folder, DjlModels.models(Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Brings the index up to date with a corpus, and publishes it: what changed is embedded, and what is gone is removed.
     * Later questions ask the new state.
     *
     * @param corpus folders or files; the same ones every time
     * @return how many entries there are and were added, changed and removed, and what was found in the corpus
     * @throws dev.qorpus.indexer.corpus.CorpusException if the corpus is missing or has no entry; the index is not changed
     * @throws dev.qorpus.indexer.schema.IndexException if the index cannot be written, or is of another version
     * @throws dev.qorpus.models.ModelException if a model cannot be loaded
     */
    public IndexReport index(Path... corpus) {
        // Questions are answered from the published state meanwhile, so they must not wait for this lock.
        synchronized (indexing) {
            IndexReport report;
            try (EntrySink sink = LuceneSink.open(folder)) {
                report = new Indexer(models, Progress.NONE).index(Corpus.of(List.of(corpus)), sink, List.of(), false);
            }
            refresh();
            return report;
        }
    }

    private synchronized void refresh() {
        if (live != null) {
            live.refresh();
        }
    }

    /**
     * Asks a question: hybrid search, and the best ten hits.
     *
     * @throws dev.qorpus.search.query.QueryException if the question is empty or too long
     * @throws dev.qorpus.indexer.schema.IndexException if there is no index yet
     */
    public Results ask(String question) {
        return ask(Query.of(question, Mode.HYBRID));
    }

    /**
     * Asks a question with a mode, filters, a number of hits, or explanations.
     *
     * @throws dev.qorpus.search.query.QueryException if it cannot be run as asked; the message says what is allowed
     * @throws dev.qorpus.indexer.schema.IndexException if there is no index yet
     */
    public Results ask(Query query) {
        return with(search -> search.search(query));
    }

    /**
     * The entry of an id, as hits have it.
     *
     * @throws dev.qorpus.indexer.schema.IndexException if there is no index yet
     */
    public Optional<Entry> entry(String id) {
        return with(search -> search.entry(new EntryId(id)).map(StoredEntry::entry));
    }

    /**
     * The entries that are about the same as another one, nearest first.
     *
     * @param k how many at most, from 1 to {@value Query#MAX_K}
     * @return nothing if there is no such entry
     * @throws dev.qorpus.indexer.schema.IndexException if there is no index yet
     */
    public Optional<Results> related(String id, int k) {
        return with(search -> new Related(search).of(new EntryId(id), k));
    }

    /**
     * Does anything else with the published state, which does not change meanwhile.
     *
     * @param request must not keep the search for later
     * @throws dev.qorpus.indexer.schema.IndexException if there is no index yet
     */
    public <T> T with(Function<Search, T> request) {
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        live().use(search -> answer.set(request.apply(search)));
        T given = answer.get();
        if (given == null) {
            throw new IllegalArgumentException("the request returns null");
        }
        return given;
    }

    private synchronized LiveSearch live() {
        LiveSearch open = live;
        if (open == null) {
            open = new LiveSearch(LuceneBackend.open(folder), models, SearchSettings.DEFAULT);
            live = open;
        }
        return open;
    }

    /** Closes the index, once the last request has ended, and the models. */
    @Override
    public synchronized void close() {
        if (live != null) {
            live.close();
        }
        models.close();
    }
}
