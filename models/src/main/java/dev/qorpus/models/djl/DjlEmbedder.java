package dev.qorpus.models.djl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.Embedding;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.recipe.LateRecipe;
import dev.qorpus.models.store.ModelStore;
import dev.qorpus.models.task.SharedWork;
import dev.qorpus.models.vectors.TokenAxes;
import dev.qorpus.models.vectors.TokenSpans;

/**
 * Embeds with a sentence-transformer in ONNX through DJL.
 *
 * <p>All threads share one session, which is single-threaded inside. Each thread takes one {@link TextBatches batch} at a
 * time, the longest texts first.
 */
final class DjlEmbedder implements Embedder {

    /** What rounding may change in a component of a vector of length 1. */
    private static final float TOLERANCE = 1e-6f;
    /** Many times a batch, as {@link SharedWork} wants it. */
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final String TRIED = "Two short texts are tried together";

    private final SentenceTransformer spec;
    private final Optional<LateRecipe> late;
    private final LoadedModel<Embedding> model;
    private final int threads;
    private final Prefix query;
    private final Prefix passage;
    private final ExecutorService workers;
    private final SharedWork<TokenizedText, Embedding> questions;
    /** Whether texts are run together; {@code null} before it was tried. */
    private @Nullable Boolean joining;

    /**
     * The text before another one.
     *
     * @param text the text
     * @param tokens the number of its tokens, with the special tokens before it
     * @param start the first token that is pooled
     */
    private record Prefix(String text, int tokens, int start) {

        static Prefix of(SentenceTransformer spec, String text, LoadedModel<?> model) {
            int tokens = model.tokenizer().prefixLength(text);
            return new Prefix(text, tokens, spec.recipe().poolsPrefix() ? 0 : tokens);
        }

        /** The number of code units before a text once both are stripped. */
        int length(String following) {
            String whole = text + following;
            return text.length() - (whole.length() - whole.stripLeading().length());
        }
    }

    private DjlEmbedder(SentenceTransformer spec, LoadedModel<Embedding> model, int threads) {
        this.spec = spec;
        this.late = spec.recipe().late();
        this.model = model;
        this.threads = threads;
        this.query = Prefix.of(spec, spec.queryPrefix(), model);
        this.passage = Prefix.of(spec, spec.passagePrefix(), model);
        this.questions = new SharedWork<>(this::questions, threads, TextBatches::joins, PATIENCE);
        this.workers = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name("embed-" + spec.name() + "-", 1).factory());
    }

    /**
     * Loads a model.
     *
     * @param store the folder of its files
     * @param threads the number of passages that are embedded at a time
     * @param axes of the vectors of tokens; {@code null} if there are none
     * @throws ModelException if the model is missing or damaged, or cannot be loaded
     */
    static DjlEmbedder open(SentenceTransformer spec, ModelStore store, int threads, @Nullable TokenAxes axes) {
        return new DjlEmbedder(spec, LoadedModel.load(spec, store, new PoolingTranslator(spec, axes)), threads);
    }

    @Override
    public SentenceTransformer spec() {
        return spec;
    }

    @Override
    public float[] embedQuery(String text) {
        return late.isPresent()
                ? queryTokens(text).vector()
                : question(TokenizedText.of(model.tokenizer().ids(prepared(query, text)), query.start())).vector();
    }

    @Override
    public Embedding queryTokens(String text) {
        TokenizedText plain = model.tokenizer().located(prepared(query, text), query.tokens(), query.length(text),
                query.start());
        return question(late.map(recipe -> plain.marked(recipe.query()).filled(recipe.queryLength(), recipe.mask(),
                recipe.attended())).orElse(plain));
    }

    @Override
    public float[][] embedPassages(List<String> texts) {
        if (late.isPresent()) {
            return passageTokens(texts).stream().map(Embedding::vector).toArray(float[][]::new);
        }
        return vectors(model.tokenizer().ids(texts.stream().map(text -> prepared(passage, text)).toList()),
                passage.start());
    }

    @Override
    public List<Embedding> passageTokens(List<String> texts) {
        List<TokenizedText> plain = model.tokenizer().located(
                texts.stream().map(text -> prepared(passage, text)).toList(), passage.tokens(),
                texts.stream().map(passage::length).toList(), passage.start());
        return embed(late.map(recipe -> plain.stream().map(text -> text.marked(recipe.passage())).toList())
                .orElse(plain));
    }

    @Override
    public TokenSpans tokenSpans(String text) {
        return model.tokenizer()
                .located(prepared(passage, text), passage.tokens(), passage.length(text), passage.start()).spans();
    }

    private String prepared(Prefix prefix, String text) {
        // As sentence-transformers does. Unigram and byte-level tokenizers make a token of a blank at the end.
        String whole = (prefix.text() + text).strip();
        return spec.recipe().lowerCase() ? whole.toLowerCase(Locale.ROOT) : whole;
    }

    /**
     * Embeds each word piece alone, as if it were a text.
     *
     * @param count the number of word pieces, beginning with the first
     */
    float[][] embedPieces(int count) {
        return vectors(model.tokenizer().singlePieces(count), 0);
    }

    private float[][] vectors(long[][] ids, int start) {
        return embed(Arrays.stream(ids).map(text -> TokenizedText.of(text, start)).toList()).stream()
                .map(Embedding::vector).toArray(float[][]::new);
    }

    private List<Embedding> embed(List<TokenizedText> texts) {
        List<int[]> batches = TextBatches.of(texts.stream().mapToInt(text -> text.ids().length).toArray(),
                texts.size() > threads && joins(), threads);
        Embedding[] embedded = new Embedding[texts.size()];
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int worker = 0; worker < Math.min(threads, batches.size()); worker++) {
            running.add(workers.submit(() -> {
                for (int turn = next.getAndIncrement(); turn < batches.size(); turn = next.getAndIncrement()) {
                    embed(batches.get(turn), texts, embedded);
                }
            }));
        }
        await(running);
        return Arrays.asList(embedded);
    }

    private void embed(int[] batch, List<TokenizedText> texts, Embedding[] embedded) {
        if (Thread.currentThread().isInterrupted()) {
            throw new ModelException(spec.name(), "was interrupted while embedding");
        }
        List<Embedding> found = together(IntStream.of(batch).mapToObj(texts::get).toList());
        for (int i = 0; i < batch.length; i++) {
            embedded[batch[i]] = found.get(i);
        }
    }

    /** Embeds a question, together with others that wait. */
    private Embedding question(TokenizedText text) {
        try {
            return questions.of(text);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private ModelException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ModelException(spec.name(), "was interrupted while embedding", cause);
    }

    /** Embeds questions together where that is the same, and otherwise one after another. */
    private List<Embedding> questions(List<TokenizedText> texts) {
        return texts.size() == 1 || joins()
                ? together(texts)
                : texts.stream().map(model::run).toList();
    }

    /** Embeds texts in one run. */
    private List<Embedding> together(List<TokenizedText> texts) {
        int longest = texts.stream().mapToInt(text -> text.ids().length).max().orElse(0);
        return model.run(texts.stream().map(text -> text.padded(longest)).toList());
    }

    /**
     * Whether texts of different length have the same vectors together as alone. Not so in graphs that quantise their
     * values at run time, as they scale them over all texts, in graphs without a mask, and in graphs for one text.
     */
    private synchronized boolean joins() {
        if (joining == null) {
            joining = triesJoining();
        }
        return joining;
    }

    private boolean triesJoining() {
        List<TokenizedText> texts = Stream.of(TRIED, TRIED.substring(TRIED.indexOf(' ')))
                .map(text -> TokenizedText.of(model.tokenizer().ids(prepared(passage, text)), passage.start()))
                .toList();
        try {
            List<Embedding> together = together(texts);
            return IntStream.range(0, texts.size())
                    .allMatch(i -> isSame(model.run(texts.get(i)).vector(), together.get(i).vector()));
        } catch (ModelException e) {
            System.getLogger(DjlEmbedder.class.getName()).log(System.Logger.Level.DEBUG, "texts are not joined", e);
            return false;
        }
    }

    private static boolean isSame(float[] alone, float[] together) {
        return IntStream.range(0, alone.length).allMatch(i -> Math.abs(alone[i] - together[i]) <= TOLERANCE);
    }

    private void await(List<Future<?>> running) {
        try {
            for (Future<?> future : running) {
                future.get();
            }
        } catch (InterruptedException e) {
            running.forEach(future -> future.cancel(true));
            throw interrupted(e);
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
        return model.tokenizer().count(prepared(passage, text));
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
