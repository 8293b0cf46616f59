package dev.qorpus.models.djl;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import org.jspecify.annotations.Nullable;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.OnnxModel;
import dev.qorpus.models.store.ModelStore;

/**
 * A model in memory: its ONNX session and its tokenizer. Thread-safe.
 *
 * @param <T> what it makes of a text
 */
final class LoadedModel<T> implements AutoCloseable {

    private final OnnxModel spec;
    private final SubwordTokenizer tokenizer;
    private final Model model;
    private final Predictor<List<TokenizedText>, List<T>> predictor;
    /** Read-locked while native code runs. Closing waits for it, because freeing memory that native code reads crashes the JVM. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    private LoadedModel(OnnxModel spec, SubwordTokenizer tokenizer, Model model,
            NoBatchifyTranslator<List<TokenizedText>, List<T>> translator) {
        this.spec = spec;
        this.tokenizer = tokenizer;
        this.model = model;
        this.predictor = model.newPredictor(translator);
    }

    /**
     * Loads a model.
     *
     * @param store the folder of its files
     * @param translator makes inputs of texts, and results of outputs
     * @throws ModelException if the model is missing or damaged, or cannot be loaded
     */
    static <T> LoadedModel<T> load(OnnxModel spec, ModelStore store,
            NoBatchifyTranslator<List<TokenizedText>, List<T>> translator) {
        // The tokenizer is read in parallel: on two cores this takes no longer than loading the model alone.
        FutureTask<SubwordTokenizer> reading = new FutureTask<>(
                () -> SubwordTokenizer.read(spec, store.tokenizer(spec)));
        Thread.ofPlatform().daemon().name("tokenizer-" + spec.name()).start(reading);
        Model model = null;
        try {
            model = new GraphLoader(spec, store).load();
            return new LoadedModel<>(spec, reading.get(), model, translator);
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
    static ModelException failure(OnnxModel spec, Throwable e) {
        Throwable cause = firstCause(e);
        if (cause instanceof ModelException known) {
            return known;
        }
        String advice = spec.location().map(place -> "fetch the files in " + place + " again")
                .orElse("run 'qorpus doctor' to see what this machine lacks");
        return new ModelException(spec.name(), "cannot be loaded (" + message(cause) + "); " + advice, e);
    }

    /** Frees the parts of a model that were loaded before a failure. */
    private static void close(@Nullable Model model, FutureTask<SubwordTokenizer> reading) {
        if (model != null) {
            model.close();
        }
        try {
            reading.get().close();
        } catch (ExecutionException | InterruptedException e) {
            System.getLogger(LoadedModel.class.getName()).log(System.Logger.Level.DEBUG, "no tokenizer", e);
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
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("").strip();
    }

    SubwordTokenizer tokenizer() {
        return tokenizer;
    }

    /**
     * Runs the graph on one text.
     *
     * @throws ModelException if inference fails, or if the model is closed
     */
    T run(TokenizedText text) {
        return run(List.of(text)).getFirst();
    }

    /**
     * Runs the graph on texts of one length together.
     *
     * @throws ModelException if inference fails, or if the model is closed
     */
    List<T> run(List<TokenizedText> texts) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new ModelException(spec.name(), "is closed");
            }
            return predictor.predict(texts);
        } catch (TranslateException e) {
            if (e.getCause() instanceof ModelException known) {
                throw known;
            }
            throw new ModelException(spec.name(), "inference failed (" + e.getMessage() + "); run 'qorpus doctor'", e);
        } finally {
            open.readLock().unlock();
        }
    }

    @Override
    public void close() {
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
