package dev.qorpus.models.directory.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.directory.file.DirectoryFiles;
import dev.qorpus.models.recipe.GraphSignature;
import dev.qorpus.models.recipe.GraphSignature.Input;
import dev.qorpus.models.recipe.GraphSignature.InputKind;

/**
 * Chooses the output of a graph, and checks that all its inputs can be given.
 *
 * @param files the directory, for messages
 * @param file the name of the graph
 * @param graph the graph
 * @param task what it has to be exported for
 */
public record GraphPorts(DirectoryFiles files, String file, OnnxGraph graph, ExportTask task) {

    private static final List<String> TOKEN_OUTPUTS = List.of("last_hidden_state", "token_embeddings");
    private static final String SENTENCE_OUTPUT = "sentence_embedding";
    private static final String SCORES = "logits";

    /** Of a sentence-transformer. */
    public GraphSignature signature() {
        return signature(output());
    }

    /** With another output. */
    public GraphSignature signature(OnnxGraph.Tensor output) {
        if (output.type() != OnnxGraph.FLOAT) {
            throw files.failure(file + " gives " + output.name()
                    + " in another type than 32-bit floats; name another variant: DIR/onnx/VARIANT.onnx");
        }
        return new GraphSignature(inputs(), output.name(), output.rank() == 2);
    }

    /** The whole sentence's vector if the graph has one, otherwise that of the tokens. */
    public OnnxGraph.Tensor output() {
        return named(SENTENCE_OUTPUT, 2).or(() -> TOKEN_OUTPUTS.stream().flatMap(name -> named(name, 3).stream())
                .findFirst()).or(this::unnamed).orElseThrow(this::noOutput);
    }

    /** The scores of a cross-encoder. */
    public OnnxGraph.Tensor scores() {
        return named(SCORES, 2).or(() -> graph.outputs().size() == 1 && graph.outputs().getFirst().rank() == 2
                ? graph.outputs().stream().findFirst()
                : Optional.empty()).orElseThrow(() -> files.failure(
                        file + " has the outputs " + outputNames()
                                + ", but not logits of one row for a text, as a reranker has; " + export()));
    }

    private Optional<OnnxGraph.Tensor> named(String name, int rank) {
        return graph.outputs().stream().filter(output -> output.name().equals(name))
                .filter(output -> output.rank() == rank || output.rank() < 0).findFirst()
                .map(output -> new OnnxGraph.Tensor(name, output.type(), rank, output.last()));
    }

    /** Some graphs name their outputs differently: vectors of tokens have three dimensions, those of texts two. */
    private Optional<OnnxGraph.Tensor> unnamed() {
        return graph.outputs().stream().filter(output -> output.rank() == 3).findFirst()
                .or(() -> graph.outputs().size() == 1 && !graph.outputs().getFirst().name().equals(SCORES)
                        ? graph.outputs().stream().filter(output -> output.rank() == 2).findFirst()
                        : Optional.empty());
    }

    private ModelException noOutput() {
        return files.failure(file + " has the outputs " + outputNames()
                + ", but none of last_hidden_state, token_embeddings and sentence_embedding; " + export());
    }

    private String export() {
        return "export the model: " + task.command();
    }

    private String outputNames() {
        return graph.outputs().stream().map(OnnxGraph.Tensor::name).collect(Collectors.joining(", "));
    }

    private List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (OnnxGraph.Tensor input : graph.inputs()) {
            InputKind kind = Arrays.stream(InputKind.values()).filter(known -> known.label().equals(input.name()))
                    .findFirst().orElseThrow(() -> unknownInput(input.name()));
            inputs.add(new Input(kind, input.type() == OnnxGraph.INT32));
        }
        if (inputs.stream().noneMatch(input -> input.kind() == InputKind.TOKENS)) {
            throw files.failure(file + " has no input input_ids; " + export());
        }
        return inputs;
    }

    private ModelException unknownInput(String name) {
        return files.failure(file + " needs the input " + name + "; allowed are "
                + Arrays.stream(InputKind.values()).map(InputKind::label).collect(Collectors.joining(", ")) + "; "
                + export());
    }
}
