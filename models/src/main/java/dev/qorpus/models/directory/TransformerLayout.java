package dev.qorpus.models.directory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.qorpus.models.ModelSource;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.directory.file.DirectoryChecksum;
import dev.qorpus.models.directory.file.DirectoryFiles;
import dev.qorpus.models.directory.file.ModelCard;
import dev.qorpus.models.directory.file.ModelLocation;
import dev.qorpus.models.directory.graph.ExportTask;
import dev.qorpus.models.directory.graph.GraphFiles;
import dev.qorpus.models.directory.graph.GraphPorts;
import dev.qorpus.models.recipe.GraphSignature;
import dev.qorpus.models.recipe.Pooling;
import dev.qorpus.models.recipe.TransformerRecipe;
import dev.qorpus.models.vectors.UnitVectors;

/**
 * Describes a sentence-transformer in a directory.
 *
 * @param files the directory
 * @param location how it was named
 * @param modules its modules
 */
record TransformerLayout(DirectoryFiles files, ModelLocation location, ModuleList modules) {

    /** A graph, and the files with its weights. */
    private record Graph(Path path, GraphSignature signature, int hidden, List<Path> data) {}

    /** The layers behind the pooling, their result's length, and their files. */
    private record Layers(List<UnaryOperator<double[]>> functions, int dimension, List<Path> weights) {}

    SentenceTransformer read() {
        ModuleList.Module transformer = modules.first();
        if (transformer.kind() != ModuleList.Kind.TRANSFORMER) {
            throw files.failure("modules.json begins with " + transformer.kind().label() + ", not with Transformer");
        }
        Graph graph = graph(transformer);
        Path tokenizer = files.tokenizer(transformer.folder());
        Optional<LateConfig> late = graph.signature().pooled() ? Optional.empty() : LateConfig.read(files, tokenizer);
        PoolingConfig pooling = late.isPresent() ? PoolingConfig.MEAN : pooling(graph);
        int hidden = hidden(graph, pooling, transformer);
        Layers layers = layers(graph, hidden * pooling.poolings().size(), late.map(LateConfig::dimension).orElse(0));
        PromptConfig prompts = PromptConfig.read(files);
        InputLimits limits = InputLimits.read(files, transformer)
                .atMost(late.map(LateConfig::maxTokens).orElse(0));
        int dimension = dimension(layers.dimension(), prompts);
        TransformerRecipe recipe = new TransformerRecipe(limits.lowerCase(), graph.signature(), hidden,
                pooling.poolings(), pooling.poolsPrefix(), layers.functions(), late.map(LateConfig::recipe));
        String checksum = checksum(graph, tokenizer, layers,
                settings(List.of(pooling, prompts, limits, graph.signature(), dimension, modules.layers()), late));
        return new SentenceTransformer(location.space(checksum), dimension, prompts.query(), prompts.passage(),
                limits.maxTokens(), recipe,
                new ModelSource.Directory(location.text(), graph.path(), tokenizer, checksum), Optional.empty(),
                ModelCard.languages(files));
    }

    private static List<Object> settings(List<Object> ofAll, Optional<LateConfig> late) {
        return late.map(config -> Stream.concat(ofAll.stream(), Stream.of((Object) config)).toList()).orElse(ofAll);
    }

    private Graph graph(ModuleList.Module transformer) {
        GraphFiles found = GraphFiles.of(files, location, transformer.folder(), ExportTask.FEATURES);
        GraphPorts ports = new GraphPorts(files, found.name(), found.graph(), ExportTask.FEATURES);
        return new Graph(found.path(), ports.signature(), ports.output().last(), found.data());
    }

    private PoolingConfig pooling(Graph graph) {
        Optional<ModuleList.Module> module = modules.first(ModuleList.Kind.POOLING);
        if (graph.signature().pooled()) {
            // The graph has pooled already, whatever the files beside it say.
            return new PoolingConfig(List.of(Pooling.CLS), true, 0);
        }
        if (module.isEmpty()) {
            throw files.failure("modules.json names no Pooling, and " + files.name(graph.path())
                    + " gives one vector for each token; add a Pooling to modules.json");
        }
        return PoolingConfig.read(files, module.get().file("config.json"), files.has(ModuleList.FILE));
    }

    private int hidden(Graph graph, PoolingConfig pooling, ModuleList.Module transformer) {
        int configured = pooling.hidden() > 0
                ? pooling.hidden()
                : files.json(transformer.file("config.json")).path("hidden_size").asInt(0);
        if (graph.hidden() == 0 && configured == 0) {
            throw files.failure("does not say how long its vectors are: neither " + files.name(graph.path())
                    + " nor config.json (hidden_size); fetch config.json too");
        }
        if (graph.hidden() > 0 && pooling.hidden() > 0 && graph.hidden() != pooling.hidden()) {
            throw files.failure(files.name(graph.path()) + " gives vectors of " + graph.hidden()
                    + " numbers, but the pooling expects " + pooling.hidden() + "; fetch the directory again");
        }
        return graph.hidden() > 0 ? graph.hidden() : configured;
    }

    /** @param dimension how long the vectors of tokens become without a module that says it; 0 if they stay */
    private Layers layers(Graph graph, int inputs, int dimension) {
        List<UnaryOperator<double[]>> functions = new ArrayList<>();
        List<Path> weights = new ArrayList<>();
        int length = inputs;
        for (ModuleList.Module module : graph.signature().pooled() ? List.<ModuleList.Module>of() : modules.layers()) {
            switch (module.kind()) {
                case DENSE -> {
                    DenseLayer dense = DenseLayer.read(files, module.folder(), length);
                    length = dense.outputs();
                    functions.add(dense);
                    weights.add(files.root().resolve(module.file("model.safetensors")));
                }
                case NORM -> {
                    functions.add(NormLayer.read(files, module.folder(), length));
                    weights.add(files.root().resolve(module.file("model.safetensors")));
                }
                default -> functions.add(TransformerLayout::unit);
            }
        }
        if (dimension > 0 && dimension != length) {
            functions.add(DenseLayer.ofColbert(files, length, dimension));
            weights.add(files.root().resolve(DenseLayer.COLBERT));
            length = dimension;
        }
        return new Layers(functions, length, weights);
    }

    private static double[] unit(double[] vector) {
        float[] unit = UnitVectors.of(vector);
        double[] result = new double[unit.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = unit[i];
        }
        return result;
    }

    private int dimension(int length, PromptConfig prompts) {
        int kept = location.dimensions() > 0 ? location.dimensions() : prompts.dimensions();
        if (kept > length) {
            throw files.failure("has vectors of " + length + " numbers; '@" + kept + "' can keep at most " + length);
        }
        return kept > 0 ? kept : length;
    }

    private String checksum(Graph graph, Path tokenizer, Layers layers, List<Object> settings) {
        List<Path> paths = new ArrayList<>(List.of(graph.path()));
        paths.addAll(graph.data());
        paths.add(tokenizer);
        paths.addAll(layers.weights());
        return DirectoryChecksum.of(files, paths, settings);
    }
}
