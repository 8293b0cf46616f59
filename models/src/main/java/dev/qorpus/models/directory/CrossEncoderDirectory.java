package dev.qorpus.models.directory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.qorpus.models.CrossEncoderSpec;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelSource;
import dev.qorpus.models.directory.file.DirectoryChecksum;
import dev.qorpus.models.directory.file.DirectoryFiles;
import dev.qorpus.models.directory.file.ModelCard;
import dev.qorpus.models.directory.file.ModelLocation;
import dev.qorpus.models.directory.graph.ExportTask;
import dev.qorpus.models.directory.graph.GraphFiles;
import dev.qorpus.models.directory.graph.GraphPorts;
import dev.qorpus.models.directory.graph.OnnxGraph;
import dev.qorpus.models.recipe.GraphSignature;

/** Reads what a directory says of the cross-encoder in it. Weights are read only for their checksum. */
public final class CrossEncoderDirectory {

    /** A score, or two scores for "no" and "yes". */
    private static final int MOST_LABELS = 2;
    private static final String CONFIG = "config.json";

    private CrossEncoderDirectory() {}

    /**
     * Describes the cross-encoder in a directory: a model for sequence classification in ONNX.
     *
     * @param location {@code DIR}, or {@code DIR/onnx/VARIANT.onnx} for one of several graphs
     * @throws ModelException if the directory is missing, incomplete, damaged or of another kind; the message says in
     *         one line what was found, what was looked for and what to do
     */
    public static CrossEncoderSpec read(String location) {
        ModelLocation place = ModelLocation.of(location,
                "name one that has a cross-encoder (onnx/model.onnx, tokenizer.json and config.json)");
        DirectoryFiles files = new DirectoryFiles(place.root());
        GraphFiles found = GraphFiles.of(files, place, "", ExportTask.SCORES);
        GraphPorts ports = new GraphPorts(files, found.name(), found.graph(), ExportTask.SCORES);
        OnnxGraph.Tensor scores = ports.scores();
        GraphSignature signature = ports.signature(scores);
        int labels = labels(files, found.name(), scores);
        Path tokenizer = files.tokenizer("");
        int tokens = InputLimits.read(files, ModuleList.Module.TRANSFORMER).maxTokens();
        List<Path> paths = new ArrayList<>(List.of(found.path()));
        paths.addAll(found.data());
        paths.add(tokenizer);
        String checksum = DirectoryChecksum.of(files, paths, List.of(tokens, signature, labels));
        return new CrossEncoderSpec(place.space(checksum), tokens, signature, labels,
                new ModelSource.Directory(place.text(), found.path(), tokenizer, checksum), ModelCard.languages(files));
    }

    private static int labels(DirectoryFiles files, String graph, OnnxGraph.Tensor scores) {
        JsonNode config = files.json(CONFIG);
        int configured = config.path("id2label").isObject()
                ? config.path("id2label").size()
                : config.path("num_labels").asInt(0);
        int labels = scores.last() > 0 ? scores.last() : configured;
        if (labels < 1 || labels > MOST_LABELS) {
            String what = labels == 0
                    ? "nothing says how many scores " + graph + " gives for a pair of texts"
                    : graph + " gives " + labels + " scores for a pair of texts";
            throw files.failure(what + "; a reranker gives 1, or 2 for \"no\" and \"yes\"; fetch " + CONFIG
                    + " too, or name another model");
        }
        return labels;
    }
}
