package dev.qorpus.models.directory.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.directory.file.DirectoryFiles;
import dev.qorpus.models.directory.file.ModelLocation;

/**
 * The graph of a model in a directory, with the files beside it that hold weights.
 *
 * @param path of the graph
 * @param name the same as messages name it
 * @param graph its inputs and outputs
 * @param data the files with further weights
 */
public record GraphFiles(Path path, String name, OnnxGraph graph, List<Path> data) {

    /**
     * Finds the graph that is named, or else the nearest to the exact one.
     *
     * @param folder of the transformer, relative to the root; empty for the root
     * @param task what it has to be exported for
     * @throws ModelException if there is none, or if it or a file beside it is damaged or missing
     */
    public static GraphFiles of(DirectoryFiles files, ModelLocation location, String folder, ExportTask task) {
        Path named = location.onnx();
        Path path = named != null
                ? files.checked(files.name(named))
                : OnnxVariants.choose(files, folder.isEmpty() ? "" : folder + "/", task);
        String name = files.name(path);
        OnnxGraph graph = read(files, path, name);
        List<Path> data = new ArrayList<>();
        for (Map.Entry<String, Long> entry : graph.dataFiles().entrySet()) {
            data.add(dataFile(files, name, path.resolveSibling(entry.getKey()), entry.getValue()));
        }
        return new GraphFiles(path, name, graph, data);
    }

    private static OnnxGraph read(DirectoryFiles files, Path path, String name) {
        try {
            return OnnxGraph.read(path);
        } catch (ModelException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw files.unreadable(name, e);
        }
    }

    private static Path dataFile(DirectoryFiles files, String graph, Path path, long bytes) {
        String file = files.name(path);
        try {
            if (!Files.isRegularFile(path)) {
                throw files.failure("has no " + file + ", which holds weights of " + graph + "; fetch it too");
            }
            files.checked(file);
            if (Files.size(path) < bytes) {
                throw files.failure(file + " has " + Files.size(path) + " bytes, but " + graph + " needs " + bytes
                        + "; fetch it again");
            }
            return path;
        } catch (IOException e) {
            throw files.unreadable(file, e);
        }
    }
}
