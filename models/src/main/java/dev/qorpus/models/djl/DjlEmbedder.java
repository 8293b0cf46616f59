package dev.qorpus.models.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import org.jspecify.annotations.Nullable;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.SentenceTransformer;

/**
 * Embeds with a sentence-transformer in ONNX through DJL.
 *
 * <p>All threads share one session, which is single-threaded inside. Each thread embeds one text at a time, the longest
 * first. Batches cost more time because of padding: on two cores, batches of 8 took 13 to 22 % longer, and batches of 32
 * took 20 to 35 % longer.
 */
final class DjlEmbedder implements Embedder {

    private final SentenceTransformer spec;
    private final WordPieceTokenizer tokenizer;
    private final Model model;
    private final Predictor<long[], float[]> predictor;
    private final int threads;
    private final ExecutorService workers;
    /** Read-locked while native code runs. Closing waits for it, because freeing memory that native code reads crashes the JVM. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    private DjlEmbedder(SentenceTransformer spec, WordPieceTokenizer tokenizer, Model model, int threads) {
        this.spec = spec;
        this.tokenizer = tokenizer;
        this.model = model;
        this.predictor = model.newPredictor(new PoolingTranslator(spec));
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name("embed-" + spec.name() + "-", 1).factory());
    }

    /**
     * Loads a model.
     *
     * @param store the folder of its files
     * @param threads the number of passages that are embedded at a time
     * @throws ModelException if the model is missing or damaged, or cannot be loaded
     */
    static DjlEmbedder open(SentenceTransformer spec, ModelStore store, int threads) {
        // The tokenizer is read in parallel: on two cores this takes no longer than loading the model alone.
        FutureTask<WordPieceTokenizer> reading = new FutureTask<>(
                () -> WordPieceTokenizer.read(spec, store.path(spec, spec.tokenizer()), false));
        Thread.ofPlatform().daemon().name("tokenizer-" + spec.name()).start(reading);
        Model model = null;
        try {
            Path onnx = store.path(spec, spec.onnx());
            // Without a named device, DJL looks for GPUs.
            model = Model.newInstance(spec.name(), Device.cpu(), "OnnxRuntime");
            model.load(onnx.getParent(), onnx.getFileName().toString(),
                    Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
            return new DjlEmbedder(spec, reading.get(), model, threads);
        } catch (IOException | MalformedModelException | ExecutionException | RuntimeException | LinkageError e) {
            close(model, reading);
            throw failure(spec, e);
        } catch (InterruptedException e) {
            close(model, reading);
            Thread.currentThread().interrupt();
            throw new ModelException(spec.name(), "was interrupted while it was loaded; run the command again", e);
        }
    }

    /** The exception for a model or tokenizer that cannot be loaded. */
    static ModelException failure(SentenceTransformer spec, Throwable e) {
        return firstCause(e) instanceof ModelException known
                ? known
                : new ModelException(spec.name(), "cannot be loaded (" + message(firstCause(e))
                        + "); run 'qorpus doctor' to see what this machine lacks", e);
    }

    /** Frees the parts of a model that were loaded before a failure. */
    private static void close(@Nullable Model model, FutureTask<WordPieceTokenizer> reading) {
        if (model != null) {
            model.close();
        }
        try {
            reading.get().close();
        } catch (ExecutionException | InterruptedException e) {
            System.getLogger(DjlEmbedder.class.getName()).log(System.Logger.Level.DEBUG, "no tokenizer", e);
        }
    }

    /** The first cause. A missing native library leads to a long chain of exceptions. */
    private static Throwable firstCause(Throwable e) {
        Throwable first = e;
        while (!(first instanceof ModelException) && first.getCause() != null) {
            first = first.getCause();
        }
        return first;
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public SentenceTransformer spec() {
        return spec;
    }

    @Override
    public float[] embedQuery(String text) {
        return run(tokenizer.ids(spec.queryPrefix() + text));
    }

    @Override
    public float[][] embedPassages(List<String> texts) {
        return embed(tokenizer.ids(texts.stream().map(text -> spec.passagePrefix() + text).toList()));
    }

    /**
     * Embeds each word piece alone, as if it were a text.
     *
     * @param count the number of word pieces, beginning with the first
     */
    float[][] embedPieces(int count) {
        return embed(tokenizer.singlePieces(count));
    }

    private float[][] embed(long[][] ids) {
        // Longest first: the last texts are then short, so that all threads finish at about the same time.
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> -ids[i].length));
        float[][] vectors = new float[ids.length][];
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int worker = 0; worker < Math.min(threads, ids.length); worker++) {
            running.add(workers.submit(() -> {
                for (int turn = next.getAndIncrement(); turn < order.size(); turn = next.getAndIncrement()) {
                    int text = order.get(turn);
                    vectors[text] = run(ids[text]);
                }
            }));
        }
        await(running);
        return vectors;
    }

    @Override
    public int tokens(String text) {
        return tokenizer.count(spec.passagePrefix() + text);
    }

    @Override
    public boolean hasWord(String word) {
        return tokenizer.hasWord(word);
    }

    private void await(List<Future<?>> running) {
        try {
            for (Future<?> future : running) {
                future.get();
            }
        } catch (InterruptedException e) {
            running.forEach(future -> future.cancel(true));
            Thread.currentThread().interrupt();
            throw new ModelException(spec.name(), "was interrupted while embedding", e);
        } catch (ExecutionException e) {
            running.forEach(future -> future.cancel(true));
            throw e.getCause() instanceof ModelException known
                    ? known
                    : new ModelException(spec.name(), "inference failed (" + e.getMessage() + "); run 'qorpus doctor'",
                            e);
        }
    }

    private float[] run(long[] ids) {
        if (Thread.currentThread().isInterrupted()) {
            throw new ModelException(spec.name(), "was interrupted while embedding");
        }
        open.readLock().lock();
        try {
            checkOpen();
            return predictor.predict(ids);
        } catch (TranslateException e) {
            throw new ModelException(spec.name(), "inference failed (" + e.getMessage() + "); run 'qorpus doctor'", e);
        } finally {
            open.readLock().unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new ModelException(spec.name(), "is closed");
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                predictor.close();
                model.close();
                tokenizer.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
