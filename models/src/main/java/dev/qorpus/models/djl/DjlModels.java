package dev.qorpus.models.djl;

import java.io.IOException;
import java.nio.file.Path;

import ai.djl.util.Utils;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.Tokenizer;
import dev.qorpus.models.WordVectors;
import dev.qorpus.models.words.Distillation;
import dev.qorpus.models.words.TableFile;
import dev.qorpus.models.words.TextVectors;
import dev.qorpus.models.words.WordTable;
import dev.qorpus.models.words.WordVectorEmbedder;

/** Opens any model. */
public final class DjlModels {

    private DjlModels() {}

    /**
     * Loads a model. What has to be unpacked or made first is kept below DJL's cache folder ({@code DJL_CACHE_DIR},
     * default {@code ~/.djl.ai}).
     *
     * @param threads how many passages are embedded at a time
     * @throws ModelException if it is missing, damaged, or cannot be loaded
     */
    public static Embedder open(ModelSpec spec, int threads) {
        return switch (spec) {
            case SentenceTransformer transformer -> DjlEmbedder.open(transformer, store(), threads);
            case WordVectors.Distilled words -> distilled(words, threads);
            case WordVectors.InFile words -> TextVectors.open(words);
        };
    }

    /**
     * Loads a model's tokenizer alone.
     *
     * @throws ModelException if it is missing, damaged, or cannot be loaded
     */
    public static Tokenizer tokenizer(SentenceTransformer spec) {
        try {
            return WordPieces.read(spec, store().path(spec, spec.tokenizer()), false);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw DjlEmbedder.failure(spec, e);
        }
    }

    /** Where models are kept. Whoever asks is about to load something of DJL's, which must not call home. */
    private static ModelStore store() {
        Path cache = Utils.getCacheDir().resolve("qorpus");
        NativeRuntime.prepare(cache);
        return new ModelStore(cache);
    }

    private static Embedder distilled(WordVectors.Distilled spec, int threads) {
        SentenceTransformer teacher = spec.teacher();
        ModelStore store = store();
        Path home = store.home(spec.name(), teacher.checksum());
        TableFile file = new TableFile(home.resolve("words" + spec.version() + "-" + spec.dimension() + ".bin"));
        try {
            WordTable table = file.read().orElse(null);
            if (table == null) {
                table = distil(spec, store, threads);
                file.write(table);
            }
            Path tokenizer = store.path(teacher, teacher.tokenizer());
            return new WordVectorEmbedder(spec, WordPieces.read(teacher, tokenizer, true), table);
        } catch (IOException e) {
            throw new ModelException(spec.name(), "cannot be kept in " + home + " (" + e.getMessage()
                    + "); make that folder writable or set DJL_CACHE_DIR to one that is", e);
        }
    }

    private static WordTable distil(WordVectors.Distilled spec, ModelStore store, int threads) {
        try (DjlEmbedder teacher = DjlEmbedder.open(spec.teacher(), store, threads)) {
            return Distillation.of(teacher.embedPieces(spec.pieces()), spec.firstWord(), spec.dimension());
        }
    }
}
