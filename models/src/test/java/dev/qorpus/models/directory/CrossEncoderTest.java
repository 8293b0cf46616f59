package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.models.CrossEncoder;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.djl.DjlModels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** A cross-encoder from a directory: its scores are those of its graph, and what is wrong with it is said in one line. */
class CrossEncoderTest {

    @TempDir
    Path folder;
    private ModelFolder model = new ModelFolder(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        model = ModelFolder.crossEncoder(folder, "reranker");
    }

    private CrossEncoder open() {
        return DjlModels.crossEncoder(model.path().toString());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFailure() {
        return assertThatThrownBy(() -> open().close()).isInstanceOf(ModelException.class)
                .hasMessageNotContaining("\n").hasMessageStartingWith("model ");
    }

    @ParameterizedTest
    @CsvSource({"blue, red, 3", "red, blue, -0.5", "red, green blue, 1.5", "red green, other, -4",
            "'red ', 'other blue green other', 1.5"})
    void theScoreIsThatOfThePassage(String question, String passage, double score) {
        try (CrossEncoder encoder = open()) {
            assertThat(encoder.score(question, passage)).isEqualTo(score);
        }
    }

    @Test
    void twoScoresAreNoAndYes() throws IOException {
        float[][] words = {{0, -2}, {-9, -9}, {-9, -9}, {-1, 3}, {1, 1}, {2, 0}, {0, 0}};
        model.write("onnx/model.onnx",
                new TinyGraph(2).gather("input_ids", words)
                        .gather("token_type_ids", new float[][]{{-50, -50}, {0, 0}}).input("attention_mask")
                        .pooledBytes("logits"));
        try (CrossEncoder encoder = open()) {
            assertThat(encoder.spec().labels()).isEqualTo(2);
            assertThat(encoder.score("green", "red")).isEqualTo(4);
            assertThat(encoder.score("red", "blue")).isEqualTo(-2);
        }
    }

    @Test
    void theLongerTextIsCutOff() {
        try (CrossEncoder encoder = open()) {
            assertThat(encoder.spec().maxTokens()).isEqualTo(64);
            String filler = "green ".repeat(200);
            assertThat(encoder.score("blue", filler + "red")).isEqualTo(1.5);
            assertThat(encoder.score(filler, "blue red")).isEqualTo(3);
        }
    }

    @Test
    void aGraphWithoutSegmentsReadsBothAlike() throws IOException {
        model.write("onnx/model.onnx", new TinyGraph(1)
                .gatherNarrow("input_ids", new float[][]{{-4}, {-9}, {-9}, {3}, {1.5f}, {-0.5f}, {-4}})
                .pooledBytes("logits"));
        try (CrossEncoder encoder = open()) {
            assertThat(encoder.score("red", "blue")).isEqualTo(3);
        }
    }

    @Test
    void manyThreadsReadAtOnce() throws InterruptedException, ExecutionException {
        List<String> words = List.of("red", "green", "blue", "other");
        List<Double> scores = List.of(3.0, 1.5, -0.5, -4.0);
        try (CrossEncoder encoder = open(); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Double>> read = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> encoder.score("blue", words.get(i % 4)))).toList();
            for (int i = 0; i < read.size(); i++) {
                assertThat(read.get(i).get()).isCloseTo(scores.get(i % 4), within(1e-6));
            }
        }
    }

    @Test
    void aClosedModelSaysSo() {
        CrossEncoder encoder = open();
        encoder.close();
        assertThatThrownBy(() -> encoder.score("red", "blue")).isInstanceOf(ModelException.class)
                .hasMessageContaining("is closed");
    }

    /** Tests of search and of the commands use it. */
    @Test
    void theFolderInTheResourcesIsTheSame() throws IOException {
        for (String file : List.of("config.json", "tokenizer.json", "onnx/model.onnx")) {
            assertThat(Path.of("src/test/resources/reranker", file)).hasSameBinaryContentAs(model.path().resolve(file));
        }
    }

    @Test
    void noDirectory() {
        assertThatThrownBy(() -> DjlModels.crossEncoder("no/such")).isInstanceOf(ModelException.class).hasMessage(
                "model 'no/such': no such directory; name one that has a cross-encoder (onnx/model.onnx, tokenizer.json"
                        + " and config.json)");
    }

    @Test
    void aSentenceTransformerIsNone() throws IOException {
        model = ModelFolder.whole(folder, "tiny");
        assertFailure().hasMessageContaining("onnx/model.onnx has the outputs last_hidden_state, but not logits")
                .hasMessageContaining("--task text-classification");
    }

    @Test
    void severalClassesAreNone() throws IOException {
        model.write("onnx/model.onnx", new TinyGraph(3).gather("input_ids", new float[7][3]).pooledBytes("logits"));
        assertFailure()
                .hasMessageContaining("onnx/model.onnx gives 3 scores for a pair of texts; a reranker gives 1, or 2");
    }

    @Test
    void anOpenShapeIsReadFromTheConfiguration() throws IOException {
        byte[] graph = new TinyGraph(1).gather("input_ids", new float[][]{{0}, {0}, {0}, {3}, {1}, {2}, {0}})
                .openPooledBytes("logits");
        model.write("onnx/model.onnx", graph);
        try (CrossEncoder encoder = open()) {
            assertThat(encoder.score("blue", "red")).isEqualTo(3);
        }
        model.write("config.json", "{\"id2label\": {\"0\": \"no\", \"1\": \"yes\"}}");
        assertFailure().hasMessageContaining("the graph gives [1, 1] numbers for a pair of texts; a reranker gives 2");
        Files.delete(model.path().resolve("config.json"));
        assertFailure().hasMessageContaining("nothing says how many scores onnx/model.onnx gives")
                .hasMessageContaining("fetch config.json too");
    }

    @Test
    void scoresThatAreNoNumbers() throws IOException {
        model.write("onnx/model.onnx", new TinyGraph(1)
                .gather("input_ids",
                        new float[][]{{Float.NaN}, {Float.NaN}, {Float.NaN}, {3}, {1}, {2}, {Float.NaN}})
                .pooledBytes("logits"));
        assertFailure().hasMessageContaining("a score is not a finite number");
    }

    @Test
    void missingAndDamagedFiles() throws IOException {
        byte[] graph = Files.readAllBytes(model.path().resolve("onnx/model.onnx"));
        Files.delete(model.path().resolve("tokenizer.json"));
        assertFailure().hasMessageContaining("has no tokenizer.json");
        model.wordPiece().write("onnx/model.onnx", Arrays.copyOf(graph, graph.length / 2));
        assertFailure().hasMessageContaining("onnx/model.onnx is damaged or incomplete");
        Files.delete(model.path().resolve("onnx/model.onnx"));
        assertFailure().hasMessageContaining("has no onnx/model.onnx or model.onnx");
    }
}
