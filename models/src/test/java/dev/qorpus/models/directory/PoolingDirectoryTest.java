package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.djl.DjlModels;

import static dev.qorpus.models.directory.ExpectedVectors.BLUE;
import static dev.qorpus.models.directory.ExpectedVectors.GREEN;
import static dev.qorpus.models.directory.ExpectedVectors.RED;
import static dev.qorpus.models.directory.ExpectedVectors.assertPassage;
import static dev.qorpus.models.directory.ExpectedVectors.assertVector;
import static dev.qorpus.models.directory.ExpectedVectors.largest;
import static dev.qorpus.models.directory.ExpectedVectors.mean;
import static dev.qorpus.models.directory.ExpectedVectors.open;
import static dev.qorpus.models.directory.ExpectedVectors.sum;
import static dev.qorpus.models.directory.ModelFolder.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

/** From the vectors of tokens to that of a text: poolings, prompts, layers, and the number of dimensions. */
class PoolingDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void theFirstTokenWithPrompts() throws IOException {
        float[][] positions = {{0, 0, 0, 1}, {1, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 3, 0}, {5, 5, 0, 0}, {0, 0, 7, 7}};
        ModelFolder model = ModelFolder.whole(folder, "prompts").pooling("cls_token")
                .write("config_sentence_transformers.json",
                        "{\"prompts\": {\"query\": \"red \", \"passage\": \"\"}, \"default_prompt_name\": null}")
                .write("onnx/model.onnx", new TinyGraph(4).gather("input_ids", TABLE).gather("position_ids", positions)
                        .input("attention_mask").bytes("token_embeddings"));

        assertPassage(model, "blue", sum(TABLE[1], positions[0]));
        try (Embedder embedder = open(model)) {
            assertVector(embedder.embedQuery("blue"), sum(TABLE[1], positions[0]));
        }
        model.pooling("lasttoken");
        assertPassage(model, "blue", sum(TABLE[2], positions[2]));
        try (Embedder embedder = open(model)) {
            assertVector(embedder.embedQuery("blue"), sum(TABLE[2], positions[3]));
        }
    }

    @Test
    void promptsThatAreNotPooled() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "instructed")
                .write("config_sentence_transformers.json",
                        "{\"prompts\": {\"ask\": \"green red \"}, \"default_prompt_name\": \"ask\"}")
                .write("1_Pooling/config.json", "{\"pooling_mode_mean_tokens\": true, \"include_prompt\": false}");

        assertPassage(model, "blue", mean(BLUE, 2));
    }

    @Test
    void aDenseModuleWithBiasAndActivation() throws IOException {
        float[][] weights = {{0.5f, -1, 0.25f, 1}, {0, 1, 1, -0.5f}, {1, 1, 1, 1}};
        float[] bias = {0.1f, -0.2f, 0.3f};
        ModelFolder model = ModelFolder.whole(folder, "dense").modules("Transformer", "Pooling", "Dense", "Normalize")
                .write("2_Dense/config.json", "{\"in_features\": 4, \"out_features\": 3, \"bias\": true,"
                        + " \"activation_function\": \"torch.nn.modules.activation.Tanh\"}")
                .safetensors("2_Dense/model.safetensors", "linear.weight", weights, "linear.bias",
                        new float[][]{bias});

        double[] pooled = mean(1, RED, GREEN, 2);
        double[] expected = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = bias[row];
            for (int i = 0; i < 4; i++) {
                sum += weights[row][i] * pooled[i];
            }
            expected[row] = Math.tanh(sum);
        }
        assertPassage(model, "red green", expected);
        assertThat(ModelDirectory.read(model.path().toString()).dimension()).isEqualTo(3);
    }

    @Test
    void aGraphThatPoolsItself() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "pooled").write("onnx/model.onnx", new TinyGraph(4)
                .gather("input_ids", TABLE).input("attention_mask").pooledBytes("sentence_embedding"));

        assertPassage(model, "red", largest(1, RED, 2));
    }

    @Test
    void severalPoolingsAreJoined() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "joined").pooling("mean_tokens", "max_tokens", "cls_token");

        double[] expected = new double[12];
        System.arraycopy(sum(TABLE[1]), 0, expected, 0, 4);
        System.arraycopy(largest(1, BLUE, 2), 0, expected, 4, 4);
        System.arraycopy(mean(1, BLUE, 2), 0, expected, 8, 4);
        assertPassage(model, "blue", expected);
    }

    @Test
    void laterTokensWeighMore() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "weighted").pooling("weightedmean_tokens");

        double[] expected = new double[4];
        int[] tokens = {1, RED, BLUE, 2};
        for (int position = 0; position < tokens.length; position++) {
            for (int i = 0; i < 4; i++) {
                expected[i] += (position + 1) * TABLE[tokens[position]][i] / 10.0;
            }
        }
        assertPassage(model, "red blue", expected);
    }

    @Test
    void fewerDimensionsAreTheFirstOnes() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "short");
        ModelSpec spec = ModelDirectory.read(model.path() + "@2");

        assertThat(spec.name()).isEqualTo("short@2");
        assertThat(spec.dimension()).isEqualTo(2);
        assertThat(spec.location()).contains(model.path().toAbsolutePath() + "@2");
        double[] whole = mean(1, RED, 2);
        try (Embedder embedder = DjlModels.open(spec, 1)) {
            assertVector(embedder.embedPassages(List.of("red"))[0], new double[]{whole[0], whole[1]});
        }
        assertThat(spec.checksum()).isNotEqualTo(ModelDirectory.read(model.path().toString()).checksum());
    }
}
