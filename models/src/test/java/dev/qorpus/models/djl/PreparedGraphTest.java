package dev.qorpus.models.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import ai.djl.engine.Engine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.Models;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.store.ModelStore;

import static org.assertj.core.api.Assertions.assertThat;

class PreparedGraphTest {

    private static final List<String> TEXTS = List.of("What is attention?", "A mean of values, weighted by similarity. "
            .repeat(12), "");

    @TempDir
    Path home;

    private final SentenceTransformer spec = (SentenceTransformer) Models.spec("minilm");

    @BeforeEach
    void findsLibraries() {
        // As for any other model: it lets ONNX Runtime find its libraries.
        DjlModels.tokenizer(spec).close();
    }

    @Test
    void whatIsPreparedGivesTheSameVectors() throws IOException {
        float[][] asItIs = vectors();
        List<Path> prepared = prepared();
        assertThat(prepared).hasSize(3);
        assertThat(vectors()).isDeepEqualTo(asItIs);
        assertThat(prepared()).as("it is loaded, and not prepared again").isEqualTo(prepared);
    }

    @Test
    void whatIsDamagedIsPreparedAgain() throws IOException {
        float[][] asItIs = vectors();
        List<Path> before = prepared();
        Path weights = before.stream().filter(file -> file.toString().endsWith(".bin")).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length / 2] ^= 1;
        Files.write(weights, bytes);

        assertThat(vectors()).isDeepEqualTo(asItIs);
        assertThat(prepared()).hasSize(3).isNotEqualTo(before);

        Path note = prepared().stream().filter(file -> file.toString().endsWith(".properties")).findFirst()
                .orElseThrow();
        Files.writeString(note, "graph=nothing.onnx");
        assertThat(vectors()).isDeepEqualTo(asItIs);
        assertThat(prepared()).hasSize(3);
    }

    @Test
    void whereNothingCanBeWrittenTheGraphIsLoadedAsItIs() throws IOException {
        float[][] asItIs = vectors();
        for (Path file : prepared()) {
            Files.delete(file);
        }
        // A file in the place of the note cannot be replaced by one: it is a folder that is not empty.
        Files.createDirectories(folder().resolve("prepared-" + version() + ".properties").resolve("occupied"));
        assertThat(vectors()).isDeepEqualTo(asItIs);
    }

    private float[][] vectors() {
        try (Embedder embedder = DjlEmbedder.open(spec, new ModelStore(home), 1, null)) {
            return embedder.embedPassages(TEXTS);
        }
    }

    private static String version() {
        return Engine.getEngine("OnnxRuntime").getVersion();
    }

    private Path folder() {
        return new ModelStore(home).modelFolder(spec.name(), spec.checksum());
    }

    /** Without the notes of checks. */
    private List<Path> prepared() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith("prepared-"))
                    .filter(file -> !file.toString().endsWith(".checked")).sorted().toList();
        }
    }
}
