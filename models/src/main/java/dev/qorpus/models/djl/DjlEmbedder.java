package dev.qorpus.models.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import ai.djl.util.Utils;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelSpec;

/**
 * A sentence-transformer in ONNX through DJL.
 *
 * <p>One session, single-threaded inside, is shared by as many threads as there are cores, each running one
 * text at a time, the longest first. Measured on two cores, batches of 8 cost 13 to 22 % more time than this,
 * batches of 32 20 to 35 %, because of padding.
 */
public final class DjlEmbedder implements Embedder {

    /** Tokens around every text: {@code [CLS]} and {@code [SEP]}. */
    private static final int SPECIAL = 2;
    /** What the tokenizer puts where it has no piece for a text. */
    private static final String UNKNOWN = "[UNK]";

    private final ModelSpec spec;
    private final HuggingFaceTokenizer tokenizer;
    private final Model model;
    private final Predictor<long[], float[]> predictor;
    private final int threads;
    private final ExecutorService workers;
    /** Held while native code runs: closing waits for it, for freeing what it reads would crash the JVM. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    private DjlEmbedder(ModelSpec spec, HuggingFaceTokenizer tokenizer, Model model, int threads) {
        this.spec = spec;
        this.tokenizer = tokenizer;
        this.model = model;
        this.predictor = model.newPredictor(new PoolingTranslator(spec));
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name("embed-" + spec.name() + "-", 1).factory());
    }

    /**
     * Loads a model, unpacking it below DJL's cache folder ({@code DJL_CACHE_DIR}, default {@code ~/.djl.ai})
     * when it is used for the first time.
     *
     * @param threads how many passages are embedded at a time
     * @throws ModelException if it is missing, damaged, or cannot be loaded
     */
    public static DjlEmbedder open(ModelSpec spec, int threads) {
        Path cache = Utils.getCacheDir().resolve("qorpus");
        NativeRuntime.prepare(cache);
        ModelStore store = new ModelStore(cache);
        Path tokenizerFile = store.path(spec, spec.tokenizer());
        Path onnx = store.path(spec, spec.onnx());
        HuggingFaceTokenizer tokenizer = null;
        Model model = null;
        try {
            tokenizer = tokenizer(spec, tokenizerFile);
            // The device is named so that DJL does not look for GPUs.
            model = Model.newInstance(spec.name(), Device.cpu(), "OnnxRuntime");
            model.load(onnx.getParent(), onnx.getFileName().toString(),
                    Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
            return new DjlEmbedder(spec, tokenizer, model, threads);
        } catch (IOException | MalformedModelException | RuntimeException | LinkageError e) {
            if (model != null) {
                model.close();
            }
            if (tokenizer != null) {
                tokenizer.close();
            }
            throw new ModelException(spec.name(), "cannot be loaded (" + e.getMessage()
                    + "); run 'qorpus doctor' to see what this machine lacks", e);
        }
    }

    /** The JSON file of MiniLM fixes truncation and padding at 128 tokens: both are set anew. */
    private static HuggingFaceTokenizer tokenizer(ModelSpec spec, Path file) throws IOException {
        String length = Integer.toString(spec.maxTokens());
        try (InputStream in = Files.newInputStream(file)) {
            return HuggingFaceTokenizer.newInstance(in,
                    Map.of("padding", "false", "truncation", "true", "maxLength", length, "modelMaxLength", length));
        }
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public float[] embedQuery(String text) {
        open.readLock().lock();
        try {
            return run(tokenizer.encode(spec.queryPrefix() + text).getIds());
        } finally {
            open.readLock().unlock();
        }
    }

    @Override
    public float[][] embedPassages(List<String> texts) {
        List<String> prefixed = texts.stream().map(text -> spec.passagePrefix() + text).toList();
        long[][] ids = Arrays.stream(tokenizer.batchEncode(prefixed)).map(Encoding::getIds).toArray(long[][]::new);
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
        open.readLock().lock();
        try {
            checkOpen();
            // What the tokenizer cuts off comes in further pieces, each with its own [CLS] and [SEP].
            Encoding kept = tokenizer.encode(spec.passagePrefix() + text, true, true);
            int cut = Arrays.stream(kept.getOverflowing()).mapToInt(piece -> piece.getIds().length - SPECIAL).sum();
            return kept.getIds().length + cut;
        } finally {
            open.readLock().unlock();
        }
    }

    @Override
    public boolean hasWord(String word) {
        open.readLock().lock();
        try {
            checkOpen();
            Encoding pieces = tokenizer.encode(word, false, false);
            return pieces.getIds().length == 1 && !pieces.getTokens()[0].equals(UNKNOWN);
        } finally {
            open.readLock().unlock();
        }
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
                tokenizer.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
