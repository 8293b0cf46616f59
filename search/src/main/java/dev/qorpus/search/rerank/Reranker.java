package dev.qorpus.search.rerank;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.qorpus.models.CrossEncoder;

/** A cross-encoder that reads the first candidates of questions, several at a time, within a time limit. Thread-safe. */
public final class Reranker implements AutoCloseable {

    /** How many candidates are read unless it is said otherwise. */
    public static final int DEFAULT_CANDIDATES = 20;
    /** How many candidates may be read. */
    public static final int MOST_CANDIDATES = 50;
    /** How long a question may be read unless it is said otherwise. */
    public static final Duration DEFAULT_LIMIT = Duration.ofMillis(500);

    private final CrossEncoder encoder;
    private final int candidates;
    private final Duration limit;
    private final ExecutorService workers;

    /**
     * @param encoder closed with this
     * @param candidates how many are read, from 1 to {@link #MOST_CANDIDATES}
     * @param limit how long the candidates of one question may take; zero for no limit
     * @param threads how many pairs are read at a time
     */
    public Reranker(CrossEncoder encoder, int candidates, Duration limit, int threads) {
        this.encoder = encoder;
        this.candidates = candidates;
        this.limit = limit;
        this.workers = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name("rerank-", 1).factory());
    }

    /** The name of the model. */
    public String model() {
        return encoder.spec().name();
    }

    /** The languages that it was trained for, as ISO 639-1 codes; empty if they are not known. */
    public Set<String> languages() {
        return encoder.spec().languages();
    }

    /** Begins with a question. */
    public PairReading begin(String question) {
        return new PairReading(encoder, workers, candidates, limit, question);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        encoder.close();
    }
}
