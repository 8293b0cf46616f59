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
 * A sentence-transformer in ONNX through DJL.
 *
 * <p>One session, single-threaded inside, is shared by as many threads as there are cores, each running one
 * text at a time, the longest first. Measured on two cores, batches of 8 cost 13 to 22 % more time than this,
 * batches of 32 20 to 35 %, because of padding.
 */
final class DjlEmbedder implements Embedder {

    private final SentenceTransformer spec;
    private final WordPieces pieces;
    private final Model model;
    private final Predictor<long[], float[]> predictor;
    private final int threads;
    private final ExecutorService workers;
    /** Held while native code runs: closing waits for it, for freeing what it reads would crash the JVM. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    private DjlEmbedder(SentenceTransformer spec, WordPieces pieces, Model model, int threads) {
        this.spec = spec;
        this.pieces = pieces;
        this.model = model;
        this.predictor = model.newPredictor(new PoolingTranslator(spec));
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name("embed-" + spec.name() + "-", 1).factory());
    }

    /**
     * Loads a model.
     *
     * @param store where its files are
     * @param threads how many passages are embedded at a time
     * @throws ModelException if it is missing, damaged, or cannot be loaded
     */
    static DjlEmbedder open(SentenceTransformer spec, ModelStore store, int threads) {
        // On two cores both take no longer than the model alone.
        FutureTask<WordPieces> reading = new FutureTask<>(
                () -> WordPieces.read(spec, store.path(spec, spec.tokenizer()), false));
        Thread.ofPlatform().daemon().name("tokenizer-" + spec.name()).start(reading);
        Model model = null;
        try {
            Path onnx = store.path(spec, spec.onnx());
            // The device is named so that DJL does not look for GPUs.
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
            throw new ModelException(spec.name(), "interrupted while it was loaded", e);
        }
    }

    /** Why a model, or its tokenizer, cannot be loaded. */
    static ModelException failure(SentenceTransformer spec, Throwable e) {
        return reason(e) instanceof ModelException known
                ? known
                : new ModelException(spec.name(), "cannot be loaded (" + message(reason(e))
                        + "); run 'qorpus doctor' to see what this machine lacks", e);
    }

    /** Frees what was loaded of a model that lacks the rest. */
    private static void close(@Nullable Model model, FutureTask<WordPieces> reading) {
        if (model != null) {
            model.close();
        }
        try {
            reading.get().close();
        } catch (ExecutionException | InterruptedException e) {
            System.getLogger(DjlEmbedder.class.getName()).log(System.Logger.Level.DEBUG, "no tokenizer", e);
        }
    }

    /** What was wrong in the first place: native libraries that are missing show themselves by a chain of errors. */
    private static Throwable reason(Throwable e) {
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
        return run(pieces.ids(spec.queryPrefix() + text));
    }

    @Override
    public float[][] embedPassages(List<String> texts) {
        return embed(pieces.ids(texts.stream().map(text -> spec.passagePrefix() + text).toList()));
    }

    /**
     * The vector of each word piece alone, as if it were a text.
     *
     * @param count how many pieces, from the first on
     */
    float[][] embedPieces(int count) {
        return embed(pieces.alone(count));
    }

    private float[][] embed(long[][] ids) {
        // Longest first: the last texts to finish are then short, and all cores end together.
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
        return pieces.count(spec.passagePrefix() + text);
    }

    @Override
    public boolean hasWord(String word) {
        return pieces.hasWord(word);
    }

    private void await(List<Future<?>> running) {
        try {
            for (Future<?> future : running) {
                future.get();
            }
        } catch (InterruptedException e) {
            running.forEach(future -> future.cancel(true));
            Thread.currentThread().interrupt();
            throw new ModelException(spec.name(), "interrupted while embedding", e);
        } catch (ExecutionException e) {
            running.forEach(future -> future.cancel(true));
            throw e.getCause() instanceof ModelException known
                    ? known
                    : new ModelException(spec.name(), "inference failed (" + e.getMessage() + ")", e);
        }
    }

    private float[] run(long[] ids) {
        if (Thread.currentThread().isInterrupted()) {
            throw new ModelException(spec.name(), "interrupted while embedding");
        }
        open.readLock().lock();
        try {
            checkOpen();
            return predictor.predict(ids);
        } catch (TranslateException e) {
            throw new ModelException(spec.name(), "inference failed (" + e.getMessage() + ")", e);
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
                pieces.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
