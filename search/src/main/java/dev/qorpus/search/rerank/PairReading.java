package dev.qorpus.search.rerank;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.models.CrossEncoder;
import dev.qorpus.models.ModelException;
import dev.qorpus.search.task.CancelledException;

/**
 * One question on its way through a cross-encoder. Each entry is read once, however often the candidates are looked at. The
 * time limit begins with the first one. It belongs to one thread.
 */
public final class PairReading {

    private final CrossEncoder encoder;
    private final ExecutorService workers;
    private final int candidates;
    private final Duration limit;
    private final String question;
    private final Map<EntryId, Double> scores = new HashMap<>();
    private final Map<EntryId, String> wanted = new LinkedHashMap<>();
    private long deadline;
    private @Nullable ModelException failure;

    PairReading(CrossEncoder encoder, ExecutorService workers, int candidates, Duration limit, String question) {
        this.encoder = encoder;
        this.workers = workers;
        this.candidates = candidates;
        this.limit = limit;
        this.question = question;
    }

    /** How many candidates are to be read. */
    public int candidates() {
        return candidates;
    }

    /**
     * Reads entries until the time is over.
     *
     * @param texts of the entries, the likeliest first
     * @return the log-odds of those that were read; none if the model failed
     * @throws CancelledException if the thread is interrupted
     */
    public Map<EntryId, Double> read(SequencedMap<EntryId, String> texts) {
        if (deadline == 0) {
            deadline = limit.isZero() ? Long.MAX_VALUE : System.nanoTime() + limit.toNanos();
        }
        SequencedMap<EntryId, Future<Double>> begun = new LinkedHashMap<>();
        texts.forEach((id, text) -> {
            // What was not finished in time is not begun again.
            if (wanted.putIfAbsent(id, text) == null && failure == null) {
                begin(id, text, begun);
            }
        });
        try {
            begun.forEach(this::await);
        } finally {
            begun.values().forEach(future -> future.cancel(false));
        }
        Map<EntryId, Double> read = failure == null ? new HashMap<>(scores) : new HashMap<>();
        read.keySet().retainAll(texts.keySet());
        return read;
    }

    private void begin(EntryId id, String text, Map<EntryId, Future<Double>> begun) {
        try {
            begun.put(id, workers.submit(() -> encoder.score(question, text)));
        } catch (RejectedExecutionException e) {
            failure = new ModelException(encoder.spec().name(), "is closed", e);
        }
    }

    private void await(EntryId id, Future<Double> future) {
        if (failure != null) {
            return;
        }
        try {
            // Without time left, what is finished already is still taken.
            long left = deadline == Long.MAX_VALUE ? deadline : Math.max(0, deadline - System.nanoTime());
            scores.put(id, future.get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            System.getLogger(PairReading.class.getName()).log(System.Logger.Level.DEBUG, "no time to read", e);
        } catch (ExecutionException e) {
            failure = e.getCause() instanceof ModelException known
                    ? known
                    : new ModelException(encoder.spec().name(), "inference failed; run 'qorpus doctor'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** What an asker has to know if not all was read; empty otherwise. */
    public Optional<String> note() {
        if (failure != null) {
            return Optional.of("The reranker failed, so the order is without it. 'qorpus doctor' says what is wrong.");
        }
        return scores.size() == wanted.size()
                ? Optional.empty()
                : Optional.of("The reranker read " + scores.size() + " of " + wanted.size() + " candidates in its "
                        + limit.toMillis() + " ms; the others keep their places.");
    }
}
