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
 * The catalogue of models, and the shelf of those that are open: each is loaded once, on first use, and all
 * are closed together.
 */
public final class Models implements AutoCloseable {

    /** The model used where none is named. */
    public static final String DEFAULT = "minilm";

    /** So long a model that could not be loaded is not tried again: each try may read all of it. */
    private static final Duration RETRY = Duration.ofSeconds(30);

    /** Why a model could not be loaded, and when that was. */
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
     * @param opener loads a model, for instance {@code spec -> DjlModels.open(spec, …)}
     * @param tokenizerOpener loads its tokenizer alone, which takes a fraction of the time
     */
    public Models(Function<ModelSpec, Embedder> opener, Function<SentenceTransformer, Tokenizer> tokenizerOpener) {
        this.opener = opener;
        this.tokenizerOpener = tokenizerOpener;
    }

    /** Every model of the catalogue, the default first. */
    public static List<ModelSpec> all() {
        return Catalogue.MODELS;
    }

    /** The model of that name, if the catalogue has it. */
    public static Optional<ModelSpec> find(String name) {
        return Catalogue.MODELS.stream().filter(spec -> spec.name().equals(name)).findFirst();
    }

    /**
     * The model of that name.
     *
     * @param name in the catalogue, or {@code words:FILE}
     * @throws ModelException if the catalogue has none, naming those it has, or the file cannot be read
     */
    public static ModelSpec spec(String name) {
        if (name.startsWith(VectorFile.PREFIX)) {
            return VectorFile.spec(name);
        }
        return find(name).orElseThrow(() -> new ModelException("'" + name + "'",
                "unknown; there are " + Catalogue.MODELS.stream().map(ModelSpec::name).collect(Collectors.joining(", "))
                        + ", and words:FILE with vectors in the layout of GloVe or word2vec"));
    }

    /**
     * The embedder of that model, loaded if it is not yet. One that could not be loaded a moment ago fails again at
     * once, and is tried again later.
     *
     * @throws ModelException if the model is unknown or cannot be loaded
     */
    public synchronized Embedder embedder(String name) {
        return tried(name, () -> {
            Embedder embedder = open.computeIfAbsent(name, missing -> opener.apply(describe(missing)));
            failed.remove(name);
            return embedder;
        });
    }

    /**
     * Whether a model has a word whole, as {@link Embedder#hasWord}. Of a sentence-transformer that is not open the
     * tokenizer alone is loaded.
     *
     * @throws ModelException if the model is unknown or what is needed of it cannot be loaded
     */
    public boolean hasWord(String name, String word) {
        Embedder embedder = open.get(name);
        if (embedder == null && describe(name) instanceof SentenceTransformer transformer) {
            return tried(name, () -> tokenizers.computeIfAbsent(name, missing -> tokenizerOpener.apply(transformer)))
                    .hasWord(word);
        }
        return embedder(name).hasWord(word);
    }

    private <T> T tried(String name, Supplier<T> load) {
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

    /** Whether that model could not be loaded when it was last tried. */
    public boolean isDown(String name) {
        return failed.containsKey(name);
    }

    /**
     * The model of that name, as {@link #spec} describes it, asked for once: a file of word vectors is read in full for
     * its checksum.
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
