package dev.qorpus.models.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

import dev.qorpus.models.OnnxModel;
import dev.qorpus.models.store.ModelStore;
import dev.qorpus.models.store.PreparedGraph;

/**
 * Loads the graph of a model. The first time, ONNX Runtime also writes what it made of it ({@link PreparedGraph}), and
 * later that is loaded. Where anything is in the way, the graph is loaded as it is.
 *
 * @param spec the model
 * @param store the folder of its files
 */
record GraphLoader(OnnxModel spec, ModelStore store) {

    private static final String ENGINE = "OnnxRuntime";
    private static final String WEIGHTS = "session.optimized_model_external_initializers_file_name";
    /** A smaller graph is loaded at once. */
    private static final long LEAST = 10L << 20;
    /** The disk may lack room for a larger one. */
    private static final long MOST = 1L << 30;

    /**
     * Loads it. Its session has one thread.
     *
     * @throws MalformedModelException if it is no graph
     */
    Model load() throws IOException, MalformedModelException {
        // Of DJL, which has to be the first that calls ONNX Runtime.
        String version = Engine.getEngine(ENGINE).getVersion();
        Path folder = store.modelFolder(spec.name(), spec.checksum());
        Optional<PreparedGraph> prepared = PreparedGraph.find(folder, version);
        if (prepared.isPresent()) {
            Optional<Model> loaded = attempt(prepared.get());
            if (loaded.isPresent()) {
                return loaded.get();
            }
        }
        Path graph = store.onnx(spec);
        Optional<Model> loaded = isWorthwhile(graph)
                ? prepare(graph, PreparedGraph.unnamed(folder), version)
                : Optional.empty();
        return loaded.isPresent()
                ? loaded.get()
                : load(graph, Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
    }

    private static boolean isWorthwhile(Path graph) throws IOException {
        long bytes = Files.size(graph);
        return bytes >= LEAST && bytes <= MOST;
    }

    private Optional<Model> prepare(Path graph, PreparedGraph written, String version) {
        Optional<Model> loaded = Optional.empty();
        try (SessionOptions options = options()) {
            Files.createDirectories(written.graph().resolveSibling(""));
            options.setOptimizedModelFilePath(written.graph().toString());
            options.addConfigEntry(WEIGHTS, written.weights().getFileName().toString());
            // It warns that the result may suit this machine only: that is where it stays.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            loaded = Optional.of(load(graph, Map.of("sessionOptions", options)));
            written.keep(version);
        } catch (IOException | OrtException | MalformedModelException | RuntimeException e) {
            System.getLogger(GraphLoader.class.getName()).log(System.Logger.Level.DEBUG, "not prepared", e);
            written.discard();
        }
        return loaded;
    }

    private Optional<Model> attempt(PreparedGraph prepared) {
        try (SessionOptions options = options()) {
            options.setOptimizationLevel(OptLevel.NO_OPT);
            return Optional.of(load(prepared.graph(), Map.of("sessionOptions", options)));
        } catch (IOException | OrtException | MalformedModelException | RuntimeException e) {
            System.getLogger(GraphLoader.class.getName()).log(System.Logger.Level.DEBUG, "not loaded", e);
            return Optional.empty();
        }
    }

    private static SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return options;
    }

    private Model load(Path graph, Map<String, ?> options) throws IOException, MalformedModelException {
        // Without a named device, DJL looks for GPUs.
        Model model = Model.newInstance(spec.name(), Device.cpu(), ENGINE);
        try {
            model.load(graph.getParent(), graph.getFileName().toString(), options);
            return model;
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw e;
        }
    }
}
