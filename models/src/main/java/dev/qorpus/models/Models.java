package dev.qorpus.models;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.qorpus.models.vectors.TokenAxes;

/**
 * The catalogue of models, and a cache of the models that are loaded. A model is loaded once, on first use. All models
 * are closed together.
 */
public final class Models implements AutoCloseable {

    /** The model that is used if none is named. */
    public static final String DEFAULT = "minilm";

    /** The end of the name of a model's variant whose weights have 8 bits. */
    private static final String QUANTISED = "-q";

    /** The pause before a failed model is loaded again: each attempt may read the whole file. */
    private static final Duration RETRY = Duration.ofSeconds(30);

    /** Why and when a model could not be loaded. */
    private record Failure(ModelException cause, long at) {

        boolean isRecent() {
            return System.nanoTime() - at < RETRY.toNanos();
        }
    }

    private final ModelLoader loader;
    private final Map<String, Located> located = new ConcurrentHashMap<>();
    /** Models that changed, to be closed with the others. Requests may still use them. */
    private final List<Runnable> retired = new ArrayList<>();
    private final Map<String, ModelSpec> specs = new ConcurrentHashMap<>();
    private final Map<String, Embedder> open = new ConcurrentHashMap<>();
    private final Map<String, Tokenizer> tokenizers = new ConcurrentHashMap<>();
    private final Map<String, TokenAxes> axes = new ConcurrentHashMap<>();
    private final Map<String, Failure> failed = new ConcurrentHashMap<>();
    private boolean closed;

    /** Where a model is whose space has a name of its own, and what its checksum must be. */
    private record Located(String location, String checksum) {}

    /** @param loader reads models from files */
    public Models(ModelLoader loader) {
        this.loader = loader;
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
     * The variant of a model whose weights have 8 bits: it embeds about twice as fast, and answers a little worse.
     *
     * @param name a name in the catalogue; that of a variant stands for itself
     * @throws ModelException if there is no such variant
     */
    public static ModelSpec quantised(String name) {
        return find(name.endsWith(QUANTISED) ? name : name + QUANTISED).orElseThrow(() -> new ModelException(
                "'" + name + "'", "has no variant of 8 bits; those that have one are " + Catalogue.MODELS.stream()
                        .map(ModelSpec::name).filter(known -> find(known + QUANTISED).isPresent())
                        .collect(Collectors.joining(", "))));
    }

    /** The model of the catalogue of which another one is the variant of 8 bits; empty if it is none. */
    public static Optional<ModelSpec> exact(String name) {
        return name.endsWith(QUANTISED) && find(name).isPresent()
                ? find(name.substring(0, name.length() - QUANTISED.length()))
                : Optional.empty();
    }

    /** The first model of the catalogue that was trained for a language, by ISO 639-1; empty if there is none. */
    public static Optional<ModelSpec> knowing(String language) {
        return Catalogue.MODELS.stream().filter(spec -> spec.languages().contains(language)).findFirst();
    }

    /**
     * Describes a model of the catalogue or a file of word vectors.
     *
     * @param name a name in the catalogue, or {@code words:FILE}
     * @throws ModelException if the name is unknown, or if the file cannot be read
     */
    public static ModelSpec spec(String name) {
        if (name.startsWith(WordVectors.PREFIX)) {
            return WordVectorFile.spec(name);
        }
        return find(name).orElseThrow(() -> new ModelException("'" + name + "'",
                "unknown; the models are "
                        + Catalogue.MODELS.stream().map(ModelSpec::name).collect(Collectors.joining(", "))
                        + ", the directory of a sentence-transformer or of static vectors, and"
                        + " words:FILE for word vectors in the text format of fastText, GloVe or word2vec"));
    }

    /**
     * Returns the embedder of a model, and loads the model on first use. After a failure the same error is thrown for 30
     * seconds before the model is loaded again.
     *
     * @throws ModelException if the model is unknown or cannot be loaded, or if the models were closed
     */
    public synchronized Embedder embedder(String name) {
        return unlessFailed(name, () -> {
            if (closed) {
                // Asked for in the background, for a question that has ended. Loading a model while the JVM ends would crash it.
                throw new ModelException(name, "closed with all models");
            }
            Embedder embedder = open.computeIfAbsent(name, missing -> loader.open(describe(missing)));
            failed.remove(name);
            return embedder;
        });
    }

    /**
     * The axes of the vectors of a model's tokens, as {@link ModelLoader#axes} says.
     *
     * @throws ModelException if the model is unknown
     */
    public Optional<TokenAxes> axes(String name) {
        TokenAxes known = axes.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<TokenAxes> read = loader.axes(describe(name));
        read.ifPresent(found -> axes.put(name, found));
        return read;
    }

    /**
     * The same, learned now if they are missing, as {@link ModelLoader#learnAxes} says.
     *
     * @throws ModelException if the model is unknown or cannot be loaded
     */
    public synchronized Optional<TokenAxes> learnAxes(String name) {
        Optional<TokenAxes> known = axes(name);
        if (known.isPresent()) {
            return known;
        }
        Optional<TokenAxes> learned = loader.learnAxes(describe(name));
        if (learned.isPresent()) {
            // It was opened without axes.
            retire(open.remove(name));
        }
        return learned;
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
                    () -> tokenizers.computeIfAbsent(name, missing -> loader.tokenizer(transformer)))
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
     * Describes a model, and caches the result. The checksum of a file or a directory takes time: all of it is read.
     *
     * @param name a name in the catalogue; {@code words:FILE}; a directory, as a path with a separator or as the name of
     *        an existing one; or a name that was {@link #locate located} or described before
     * @throws ModelException if the model is unknown, incomplete, or not the one that was located
     */
    public ModelSpec describe(String name) {
        // Without a lock, so that nothing waits for another model to be loaded.
        ModelSpec known = specs.get(name);
        return known != null ? known : find(name).orElseGet(() -> describeNew(name));
    }

    private synchronized ModelSpec describeNew(String name) {
        Located place = located.get(name);
        ModelSpec found = place == null ? read(name) : unlessFailed(name, () -> read(name, place));
        ModelSpec namesake = specs.putIfAbsent(found.name(), found);
        if (namesake != null && !namesake.checksum().equals(found.checksum())) {
            throw new ModelException("'" + name + "'", "has the same name as "
                    + namesake.location().orElse(namesake.name()) + "; rename one of the two directories");
        }
        specs.put(name, found);
        return found;
    }

    private ModelSpec read(String name, Located place) {
        ModelSpec found = read(place.location());
        if (!found.checksum().equals(place.checksum())) {
            throw new ModelException(name, "the files of " + place.location()
                    + " changed since they were indexed; restore them, or index again: qorpus index --rebuild --model "
                    + place.location());
        }
        return found;
    }

    private ModelSpec read(String name) {
        return isDirectory(name) ? loader.directory(name) : spec(name);
    }

    private static boolean isDirectory(String name) {
        return name.startsWith(WordVectors.PREFIX)
                ? Files.isDirectory(Path.of(name.substring(WordVectors.PREFIX.length()).replaceFirst("@\\d+$", "")))
                : name.contains("/") || name.contains(File.separator) || Files.isDirectory(Path.of(name));
    }

    /**
     * Tells where the model of a vector space is, and forgets what another index told before. The model is not read yet.
     *
     * @param space the name of the vector space
     * @param location the argument of {@code --model} that names the model
     * @param checksum the checksum of the model that the space has vectors of
     */
    public synchronized void locate(String space, String location, String checksum) {
        Located now = new Located(location, checksum);
        Located before = located.put(space, now);
        if (before != null && !before.equals(now)) {
            specs.remove(space);
            specs.remove(location);
            axes.remove(space);
            axes.remove(location);
            failed.remove(space);
            retire(open.remove(space));
            Tokenizer alone = tokenizers.remove(space);
            if (alone != null) {
                retired.add(alone::close);
            }
        }
    }

    private void retire(@Nullable Embedder old) {
        if (old != null) {
            retired.add(old::close);
        }
    }

    /** Closes all models, once one that is being loaded is there. None is loaded afterwards. */
    @Override
    public synchronized void close() {
        closed = true;
        open.values().forEach(Embedder::close);
        retired.forEach(Runnable::run);
        retired.clear();
        open.clear();
        tokenizers.values().forEach(Tokenizer::close);
        tokenizers.clear();
    }
}
