package dev.qorpus.models.directory.graph;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outside of an ONNX graph (onnx.proto): its inputs, its outputs, and the files beside it that hold weights. The graph
 * itself is not loaded.
 *
 * @param inputs the tensors that it takes
 * @param outputs the tensors that it gives
 * @param dataFiles the files with weights, relative to the folder of the graph, and their least length in bytes
 */
public record OnnxGraph(List<Tensor> inputs, List<Tensor> outputs, SortedMap<String, Long> dataFiles) {

    /** Element types of TensorProto. */
    static final int FLOAT = 1;
    static final int INT32 = 6;
    static final int INT64 = 7;

    // The numbers of fields in onnx.proto.
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_EXTERNAL_DATA = 13;
    private static final int SHAPE_DIMENSION = 1;

    /**
     * An input or output.
     *
     * @param name its name
     * @param type its element type
     * @param rank the number of its dimensions, or -1 if that is open
     * @param last the size of its last dimension, or 0 if that is open
     */
    public record Tensor(String name, int type, int rank, int last) {}

    /**
     * Reads the outside of a graph.
     *
     * @throws RuntimeException of any kind if the file is no graph or ends too early
     */
    public static OnnxGraph read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            // A message of Protocol Buffers has at most 2 GB; further weights are in files beside it.
            ProtoMessage model = ProtoMessage
                    .of(channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE)));
            ProtoMessage graph = model.messages(MODEL_GRAPH).stream().findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no ONNX graph"));
            Set<String> weights = new HashSet<>();
            SortedMap<String, Long> files = new TreeMap<>();
            for (ProtoMessage tensor : graph.messages(GRAPH_INITIALIZER)) {
                weights.add(tensor.text(TENSOR_NAME));
                addDataFile(tensor, files);
            }
            // In old files the weights are among the inputs.
            List<Tensor> inputs = tensors(graph, GRAPH_INPUT).stream().filter(input -> !weights.contains(input.name()))
                    .toList();
            return new OnnxGraph(inputs, tensors(graph, GRAPH_OUTPUT), files);
        }
    }

    private static void addDataFile(ProtoMessage tensor, SortedMap<String, Long> files) {
        Map<String, String> place = new HashMap<>();
        tensor.messages(TENSOR_EXTERNAL_DATA).forEach(entry -> place.put(entry.text(1), entry.text(2)));
        String file = place.get("location");
        if (file != null) {
            long end = Long.parseLong(place.getOrDefault("offset", "0"))
                    + Long.parseLong(place.getOrDefault("length", "0"));
            files.merge(file, end, Math::max);
        }
    }

    private static List<Tensor> tensors(ProtoMessage graph, int field) {
        return graph.messages(field).stream().map(OnnxGraph::tensor).toList();
    }

    private static Tensor tensor(ProtoMessage info) {
        String name = info.text(1);
        for (ProtoMessage type : info.messages(2)) {
            for (ProtoMessage tensor : type.messages(1)) {
                int element = (int) tensor.value(1);
                for (ProtoMessage shape : tensor.messages(2)) {
                    List<ProtoMessage> dimensions = shape.messages(SHAPE_DIMENSION);
                    int last = dimensions.isEmpty() ? 0 : (int) dimensions.getLast().value(1);
                    return new Tensor(name, element, dimensions.size(), last);
                }
                return new Tensor(name, element, -1, 0);
            }
        }
        return new Tensor(name, 0, -1, 0);
    }
}
