package dev.qorpus.models;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The catalogue of models, and a cache of the models that are loaded. A model is loaded once, on first use. All models
 * are closed together.
 */
public final class Models implements AutoCloseable {

    /** The model that is used if none is named. */
    public static final String DEFAULT = "minilm";

    /** The pause before a failed model is loaded again: each attempt may read the whole file. */
    private static final Duration RETRY = Duration.ofSeconds(30);

    /** Why and when a model could not be loaded. */
    private record Failure(ModelException cause, long at) {

        boolean isRecent() {
            return System.nanoTime() - at < RETRY.toNanos();
        }
    }

    private final Function<ModelSpec, Embedder> opener;
    private final Function<SentenceTransformer, Tokenizer> tokenizerOpener;
    private final Map<String, ModelSpec> specs = new ConcurrentHashMap<>();
    private final Map<String, Embedder> open = new ConcurrentHashMap<>();
    private final Map<String, Tokenizer> tokenizers = new ConcurrentHashMap<>();
    private final Map<String, Failure> failed = new ConcurrentHashMap<>();

    /**
     * @param opener loads a model, for example {@code spec -> DjlModels.open(spec, …)}
     * @param tokenizerOpener loads only the tokenizer of a model, which is much faster
     */
    public Models(Function<ModelSpec, Embedder> opener, Function<SentenceTransformer, Tokenizer> tokenizerOpener) {
        this.opener = opener;
        this.tokenizerOpener = tokenizerOpener;
    }

    /** All models of the catalogue, the default first. */
    public static List<ModelSpec> all() {
        return Catalogue.MODELS;
    }

    /** Finds a model in the catalogue. */
    public static Optional<ModelSpec> find(String name) {
        return Catalogue.MODELS.stream().filter(spec -> spec.name().equals(name)).findFirst();
    }

    /**
     * Finds a model by its name.
     *
     * @param name a name in the catalogue, or {@code words:FILE}
     * @throws ModelException if the name is unknown, or if the file cannot be read
     */
    public static ModelSpec spec(String name) {
        if (name.startsWith(WordVectorFile.PREFIX)) {
            return WordVectorFile.spec(name);
        }
        return find(name).orElseThrow(() -> new ModelException("'" + name + "'",
                "unknown; the models are "
                        + Catalogue.MODELS.stream().map(ModelSpec::name).collect(Collectors.joining(", "))
                        + ", and words:FILE for word vectors in the text format of GloVe or word2vec"));
    }

    /**
     * Returns the embedder of a model, and loads the model on first use. After a failure the same error is thrown for 30
     * seconds before the model is loaded again.
     *
     * @throws ModelException if the model is unknown or cannot be loaded
     */
    public synchronized Embedder embedder(String name) {
        return unlessFailed(name, () -> {
            Embedder embedder = open.computeIfAbsent(name, missing -> opener.apply(describe(missing)));
            failed.remove(name);
            return embedder;
        });
    }

    /**
     * Whether a word is one token of a model, as {@link Embedder#hasWord} says. If a sentence-transformer is not loaded
     * yet, only its tokenizer is loaded.
     *
     * @throws ModelException if the model is unknown or cannot be loaded
     */
    public boolean hasWord(String name, String word) {
        Embedder embedder = open.get(name);
        if (embedder == null && describe(name) instanceof SentenceTransformer transformer) {
            return unlessFailed(name,
                    () -> tokenizers.computeIfAbsent(name, missing -> tokenizerOpener.apply(transformer)))
                    .hasWord(word);
        }
        return embedder(name).hasWord(word);
    }

    private <T> T unlessFailed(String name, Supplier<T> load) {
        Failure before = failed.get(name);
        if (before != null && before.isRecent()) {
            throw before.cause();
        }
        try {
            return load.get();
        } catch (ModelException e) {
            failed.put(name, new Failure(e, System.nanoTime()));
            throw e;
        }
    }

    /** Whether the last attempt to load a model failed. */
    public boolean isDown(String name) {
        return failed.containsKey(name);
    }

    /**
     * Finds a model by its name, as {@link #spec} does, and caches the result. The checksum of a file of word vectors
     * takes time: the whole file is read.
     *
     * @throws ModelException if the model is unknown
     */
    public ModelSpec describe(String name) {
        return specs.computeIfAbsent(name, Models::spec);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Embedder::close);
        open.clear();
        tokenizers.values().forEach(Tokenizer::close);
        tokenizers.clear();
    }
}
