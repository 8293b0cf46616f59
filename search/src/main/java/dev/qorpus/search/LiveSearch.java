package dev.qorpus.search;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.models.Models;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.cache.EntryCache;
import dev.qorpus.search.cache.QueryVectorCache;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.rerank.Reranker;

/**
 * Search over an index that changes: holds the last published snapshot and swaps it for the next one while requests
 * run. A request keeps the snapshot it started with. A snapshot is closed when its last request has ended.
 */
public final class LiveSearch implements AutoCloseable {

    /** Loads the model and reads the index once, so that the first question does not wait for it. */
    private static final Query WARM_UP = Query.of("warm-up", Mode.HYBRID);

    private final Models models;
    private final SearchSettings settings;
    private final @Nullable Reranker reranker;
    private final QueryVectorCache questions = new QueryVectorCache(QueryVectorCache.MAX_QUESTIONS);
    private final AtomicReference<State> current;

    /** One published state. */
    private static final class State {
        private final Backend backend;
        private final Search search;
        /** Requests under way, and one for being the current state. */
        private final AtomicInteger users = new AtomicInteger(1);

        State(Backend backend, Search search) {
            this.backend = backend;
            this.search = search;
        }

        /** Whether it is still open, and then stays so until {@link #leave}. */
        boolean enter() {
            return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
        }

        void leave() {
            if (users.decrementAndGet() == 0) {
                backend.close();
            }
        }
    }

    /**
     * @param backend an open index; closed by this
     * @param models where the index's embedders come from; the caller closes them
     * @param settings of ranking
     */
    public LiveSearch(Backend backend, Models models, SearchSettings settings) {
        this(backend, models, settings, null);
    }

    /**
     * @param backend an open index; closed by this
     * @param models where the index's embedders come from; the caller closes them
     * @param settings of ranking
     * @param reranker of the best candidates, which the caller closes; {@code null} without one
     */
    public LiveSearch(Backend backend, Models models, SearchSettings settings, @Nullable Reranker reranker) {
        this.models = models;
        this.settings = settings;
        this.reranker = reranker;
        this.current = new AtomicReference<>(state(backend));
        // Lexical queries are answered meanwhile.
        Thread.ofVirtual().name("warm-up").start(this::warmUp);
    }

    private void warmUp() {
        try {
            use(search -> search.search(WARM_UP));
        } catch (RuntimeException e) {
            // The first request reports the error.
            System.getLogger(LiveSearch.class.getName()).log(System.Logger.Level.DEBUG, "not warmed up", e);
        }
    }

    private State state(Backend backend) {
        return new State(backend,
                new Search(backend, models, settings, reranker, questions, EntryCache.MAX_CHARACTERS));
    }

    /** Asks the current state. It stays open until the request has ended. */
    public void use(Consumer<Search> request) {
        with(state -> request.accept(state.search));
    }

    private void with(Consumer<State> request) {
        State state = current.get();
        // Closed in between: a newer snapshot is current.
        while (!state.enter()) {
            State next = current.get();
            if (next == state) {
                throw new IllegalStateException("the search is closed");
            }
            state = next;
        }
        try {
            request.accept(state);
        } finally {
            state.leave();
        }
    }

    /**
     * Later requests ask what is published now, once it was read.
     *
     * @throws IndexException if nothing is published that can be read; then all stays as it was
     */
    public synchronized void refresh() {
        with(state -> replace(state.backend.latest()));
    }

    /**
     * Later requests ask another index, once it was read.
     *
     * @param backend an open index; closed by this
     * @throws IndexException if it cannot be read; then all stays as it was
     */
    public synchronized void replace(Backend backend) {
        State next = state(backend);
        try {
            next.search.search(WARM_UP);
        } catch (RuntimeException e) {
            next.leave();
            throw e;
        }
        current.getAndSet(next).leave();
    }

    /** Closes the current state, once its last request has ended. */
    @Override
    public void close() {
        current.get().leave();
    }
}
