package dev.qorpus.models.directory.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.qorpus.models.directory.file.DirectoryFiles;

/** Chooses one of the graphs in a directory: the exact one if there is one, otherwise the nearest to it. */
final class OnnxVariants {

    /** In this order: exact, exact and optimised, then with shorter numbers. The names are those of the exporters. */
    private static final List<String> NAMES = List.of("model", "model_O1", "model_O2", "model_O3", "model_optimized");
    private static final List<String> QUANTISED_X64 = List.of("model_quint8_avx2", "model_qint8_avx512",
            "model_qint8_avx512_vnni");
    private static final List<String> QUANTISED_ARM = List.of("model_qint8_arm64");
    private static final List<String> QUANTISED = List.of("model_quantized", "model_int8", "model_uint8", "model_q8",
            "model_fp16", "model_q4", "model_q4f16", "model_bnb4");

    private OnnxVariants() {}

    /**
     * Chooses the graph.
     *
     * @param folder the folder of the transformer, relative to the root, with a slash behind it if it is not the root
     * @param task what it has to be exported for
     */
    static Path choose(DirectoryFiles files, String folder, ExportTask task) {
        List<String> known = Stream.of(NAMES, isArm() ? QUANTISED_ARM : QUANTISED_X64, QUANTISED).flatMap(List::stream)
                .flatMap(name -> Stream.of("onnx/" + name, folder + "onnx/" + name, folder + name, name))
                .map(name -> name + ".onnx").toList();
        return files.first(known).orElseGet(() -> only(files, task));
    }

    private static boolean isArm() {
        return System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).contains("aarch64");
    }

    /** A graph with another name, if it is the only one. */
    private static Path only(DirectoryFiles files, ExportTask task) {
        List<Path> graphs = new ArrayList<>(graphs(files.root().resolve("onnx")));
        graphs.addAll(graphs(files.root()));
        if (graphs.size() == 1) {
            return files.checked(files.name(graphs.getFirst()));
        }
        if (graphs.isEmpty()) {
            throw files.failure("has no onnx/model.onnx or model.onnx, but " + files.listing() + "; export it: "
                    + task.command());
        }
        throw files.failure("has several graphs and no model.onnx: "
                + String.join(", ", graphs.stream().map(files::name).toList()) + "; name one: "
                + graphs.getFirst());
    }

    private static List<Path> graphs(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".onnx")).sorted().toList();
        } catch (IOException e) {
            throw new DirectoryFiles(folder).unreadable(".", e);
        }
    }
}
