package dev.qorpus.models.djl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.SentenceTransformer;

/**
 * Embeds with a sentence-transformer in ONNX through DJL.
 *
 * <p>All threads share one session, which is single-threaded inside. Each thread embeds one text at a time, the longest
 * first. Batches cost more time because of padding. On two cores, batches of 8 took 13 to 22 % longer, and batches of 32
 * took 20 to 35 % longer.
 */
final class DjlEmbedder implements Embedder {

    private final SentenceTransformer spec;
    private final LoadedModel model;
    private final int threads;
    private final int queryStart;
    private final int passageStart;
    private final ExecutorService workers;

    private DjlEmbedder(SentenceTransformer spec, LoadedModel model, int threads) {
        this.spec = spec;
        this.model = model;
        this.threads = threads;
        this.queryStart = start(spec, spec.queryPrefix(), model);
        this.passageStart = start(spec, spec.passagePrefix(), model);
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
        return new DjlEmbedder(spec, LoadedModel.load(spec, store), threads);
    }

    @Override
    public SentenceTransformer spec() {
        return spec;
    }

    @Override
    public float[] embedQuery(String text) {
        return embed(new TokenizedText(model.tokenizer().ids(prepared(spec.queryPrefix(), text)), queryStart));
    }

    @Override
    public float[][] embedPassages(List<String> texts) {
        return embed(model.tokenizer().ids(texts.stream().map(text -> prepared(spec.passagePrefix(), text)).toList()),
                passageStart);
    }

    private String prepared(String prefix, String text) {
        // As sentence-transformers does. Unigram and byte-level tokenizers make a token of a blank at the end.
        String whole = (prefix + text).strip();
        return spec.recipe().lowerCase() ? whole.toLowerCase(Locale.ROOT) : whole;
    }

    /** The number of tokens before the text that are not pooled. */
    private static int start(SentenceTransformer spec, String prefix, LoadedModel model) {
        return spec.recipe().poolsPrefix() ? 0 : model.tokenizer().prefixLength(prefix);
    }

    /**
     * Embeds each word piece alone, as if it were a text.
     *
     * @param count the number of word pieces, beginning with the first
     */
    float[][] embedPieces(int count) {
        return embed(model.tokenizer().singlePieces(count), 0);
    }

    private float[][] embed(long[][] ids, int start) {
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
                    vectors[text] = embed(new TokenizedText(ids[text], start));
                }
            }));
        }
        await(running);
        return vectors;
    }

    private float[] embed(TokenizedText text) {
        if (Thread.currentThread().isInterrupted()) {
            throw new ModelException(spec.name(), "was interrupted while embedding");
        }
        return model.embed(text);
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

    @Override
    public int tokens(String text) {
        return model.tokenizer().count(prepared(spec.passagePrefix(), text));
    }

    @Override
    public boolean hasWord(String word) {
        return model.tokenizer().hasWord(word);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        model.close();
    }
}
