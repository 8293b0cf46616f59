package dev.qorpus.models.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import ai.djl.util.Utils;

import dev.qorpus.models.CrossEncoder;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelSource;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;
import dev.qorpus.models.PieceTable;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.Tokenizer;
import dev.qorpus.models.WordVectors;
import dev.qorpus.models.directory.CrossEncoderDirectory;
import dev.qorpus.models.store.CheckedFile;
import dev.qorpus.models.store.ModelStore;
import dev.qorpus.models.vectors.TokenAxes;
import dev.qorpus.models.words.Distillation;
import dev.qorpus.models.words.WordTable;
import dev.qorpus.models.words.WordTableFile;
import dev.qorpus.models.words.WordVectorEmbedder;
import dev.qorpus.models.words.WordVectorReader;

/** Loads models of every kind. */
public final class DjlModels {

    /** Places in a vocabulary that are free for others. */
    private static final Pattern UNUSED = Pattern.compile("\\[unused\\d+]");

    private DjlModels() {}

    /**
     * All models, each loaded on first use.
     *
     * @param threads the number of passages that are embedded at a time
     */
    public static Models models(int threads) {
        return new Models(new DjlLoader(threads));
    }

    /**
     * Loads a model. Files that must be unpacked or computed first are cached below DJL's cache folder
     * ({@code DJL_CACHE_DIR}, default {@code ~/.djl.ai}).
     *
     * @param threads the number of passages that are embedded at a time
     * @throws ModelException if the model is missing or damaged, or cannot be loaded
     */
    public static Embedder open(ModelSpec spec, int threads) {
        return switch (spec) {
            case SentenceTransformer transformer ->
                DjlEmbedder.open(transformer, store(), threads, axes(transformer).orElse(null));
            case WordVectors.Distilled words -> distilled(words, threads);
            case WordVectors.InFile words -> WordVectorReader.open(words);
            case WordVectors.InDirectory words -> {
                store();
                yield StaticVectors.open(words);
            }
        };
    }

    /** Has the files of all models checked when they are used next, also those that were checked today. */
    public static void checkFilesAgain() {
        CheckedFile.forgetAll(cache());
    }

    /** Whether the files of a model are here: a release has only the default one of the catalogue. */
    public static boolean isInstalled(ModelSpec spec) {
        return switch (spec) {
            case SentenceTransformer transformer -> !(transformer.source() instanceof ModelSource.Packed packed)
                    || ModelStore.isInstalled(packed.onnx());
            case WordVectors.Distilled words -> isInstalled(words.teacher());
            default -> true;
        };
    }

    /**
     * Loads only the tokenizer of a model.
     *
     * @throws ModelException if the tokenizer is missing or damaged, or cannot be loaded
     */
    public static Tokenizer tokenizer(SentenceTransformer spec) {
        try {
            return SubwordTokenizer.read(spec, store().tokenizer(spec));
        } catch (IOException | RuntimeException | LinkageError e) {
            throw LoadedModel.failure(spec, e);
        }
    }

    /**
     * Loads the cross-encoder in a directory.
     *
     * @param location as for {@link CrossEncoderDirectory#read}
     * @throws ModelException if the directory is incomplete or damaged, or if the model cannot be loaded or run
     */
    public static CrossEncoder crossEncoder(String location) {
        return DjlCrossEncoder.open(CrossEncoderDirectory.read(location), store());
    }

    /** The axes of the vectors of a model's tokens, shipped or learned before. */
    static Optional<TokenAxes> axes(ModelSpec spec) {
        return spec.tokenAxes().or(() -> learned(spec).flatMap(LearnedAxes::kept));
    }

    /** The same, learned now if they are missing. */
    static Optional<TokenAxes> learnAxes(ModelSpec spec, int threads) {
        return axes(spec).or(() -> learned(spec).flatMap(learned -> {
            try (DjlEmbedder embedder = unprojected(learned.spec(), threads)) {
                return learned.learn(embedder);
            }
        }));
    }

    /**
     * Learns the axes of a model's token vectors from texts.
     *
     * @param texts several hundred paragraphs
     * @param threads the number of texts that are embedded at a time
     * @throws ModelException if the model cannot be loaded or run
     */
    public static TokenAxes learnAxes(SentenceTransformer spec, List<String> texts, int threads) {
        try (DjlEmbedder embedder = unprojected(spec, threads)) {
            return LearnedAxes.of(embedder, texts);
        }
    }

    private static DjlEmbedder unprojected(SentenceTransformer spec, int threads) {
        return DjlEmbedder.open(spec, store(), threads, TokenAxes.identity(spec.recipe().tokenDimension()));
    }

    /** Those of the catalogue ship, or have none. */
    private static Optional<LearnedAxes> learned(ModelSpec spec) {
        return spec instanceof SentenceTransformer transformer && transformer.recipe().tokenDimension() > 0
                && transformer.source() instanceof ModelSource.Directory
                        ? Optional.of(new LearnedAxes(transformer,
                                store().modelFolder(transformer.name(), transformer.checksum())))
                        : Optional.empty();
    }

    /**
     * The table of distilled word vectors, without the pieces that no text has.
     *
     * @param threads the number of pieces that are embedded at a time, if the table was not made before
     * @throws ModelException if the teacher is missing or damaged, or has another kind of tokenizer
     */
    public static PieceTable pieceTable(WordVectors.Distilled spec, int threads) {
        try (WordVectorEmbedder embedder = distilled(spec, threads)) {
            WordTable table = embedder.table();
            List<String> pieces = PieceVocabulary.read(store().tokenizer(spec.teacher()));
            List<String> kept = new ArrayList<>();
            List<float[]> rows = new ArrayList<>();
            for (int id = 0; id < Math.min(table.size(), pieces.size()); id++) {
                if (!UNUSED.matcher(pieces.get(id)).matches()) {
                    kept.add(pieces.get(id));
                    rows.add(table.row(id));
                }
            }
            return new PieceTable(kept, rows.toArray(float[][]::new));
        } catch (IOException e) {
            throw new ModelException(spec.name(), "cannot be written as data (" + e.getMessage() + ")", e);
        }
    }

    /** The folder of models. DJL is used right after this, so its offline mode is switched on here. */
    private static ModelStore store() {
        Path cache = cache();
        NativeLibraries.prepare(cache);
        return new ModelStore(cache);
    }

    private static Path cache() {
        return Utils.getCacheDir().resolve("qorpus");
    }

    private static WordVectorEmbedder distilled(WordVectors.Distilled spec, int threads) {
        SentenceTransformer teacher = spec.teacher();
        ModelStore store = store();
        Path home = store.modelFolder(spec.name(), teacher.checksum());
        WordTableFile file = new WordTableFile(
                home.resolve("words" + spec.version() + "-" + spec.dimension() + ".bin"));
        try {
            WordTable table = file.read().orElse(null);
            if (table == null) {
                table = distil(spec, store, threads);
                file.write(table);
            }
            return new WordVectorEmbedder(spec, SubwordTokenizer.readWhole(spec.name(), store.tokenizer(teacher), true),
                    table);
        } catch (IOException e) {
            throw new ModelException(spec.name(), "cannot be saved in " + home + " (" + e.getMessage()
                    + "); make that folder writable, or set DJL_CACHE_DIR to a writable folder", e);
        }
    }

    private static WordTable distil(WordVectors.Distilled spec, ModelStore store, int threads) {
        try (DjlEmbedder teacher = DjlEmbedder.open(spec.teacher(), store, threads, null)) {
            return Distillation.of(teacher.embedPieces(spec.pieces()), spec.firstWord(), spec.dimension());
        }
    }
}
