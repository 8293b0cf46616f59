package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.djl.DjlModels;

import static dev.qorpus.models.directory.ModelFolder.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Vectors equal those that are computed here from the same tables, without a graph or a tokenizer. */
class DirectoryModelTest {

    private static final int RED = 3;
    private static final int GREEN = 4;
    private static final int BLUE = 5;
    private static final int LIGHT = 6;

    @TempDir
    Path folder;

    private static byte[] graph() {
        return new TinyGraph(4).gather("input_ids", TABLE).input("attention_mask").input("token_type_ids")
                .bytes("last_hidden_state");
    }

    @Test
    void meanOfTheTokensIsTheUsualPooling() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "tiny");

        ModelSpec spec = ModelDirectory.read(model.path().toString());
        assertThat(spec.name()).isEqualTo("tiny");
        assertThat(spec.dimension()).isEqualTo(4);
        assertThat(spec.maxTokens()).isEqualTo(32);
        assertThat(spec.background()).isEmpty();
        assertThat(spec.location()).contains(model.path().toAbsolutePath().toString());
        assertPassage(model, "red bluelight", mean(1, RED, BLUE, LIGHT, 2));
        assertPassage(model, "", mean(1, 2));
        assertPassage(model, "red unheard", mean(1, RED, 0, 2));
    }

    @Test
    void aTokenizerOfPiecesWithProbabilities() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "pieces").unigram();

        assertPassage(model, "green bluelight", mean(1, GREEN, BLUE, LIGHT, 2));
        try (Embedder embedder = open(model)) {
            assertThat(List.of("red", "blue")).allMatch(embedder::hasWord);
            assertThat(List.of("redlight", "unheard")).noneMatch(embedder::hasWord);
            assertThat(embedder.tokens("green bluelight")).isEqualTo(5);
            assertThat(embedder.tokens("red ".repeat(100))).isEqualTo(102);
        }
    }

    @Test
    void aTokenizerOfBytePairs() throws IOException {
        float[][] table = new float[13][];
        for (int token = 0; token < table.length; token++) {
            table[token] = token < TABLE.length ? TABLE[token] : new float[]{token, 1, -token, 2};
        }
        ModelFolder model = ModelFolder.whole(folder, "bytes").bytePairs().write("onnx/model.onnx",
                new TinyGraph(4).gather("input_ids", table).input("attention_mask").bytes("last_hidden_state"));

        assertPassage(model, "red", mean(1, RED, 2));
        try (Embedder embedder = open(model)) {
            assertThat(embedder.hasWord("red")).isTrue();
            assertThat(embedder.hasWord("re")).isTrue();
            assertThat(embedder.hasWord("ed")).isFalse();
        }
    }

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
    void aGraphWithoutTokenTypesOrWithNarrowInputs() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "few");
        model.write("onnx/model.onnx", new TinyGraph(4).gather("input_ids", TABLE).bytes("token_embeddings"));
        assertPassage(model, "red", mean(1, RED, 2));

        model.write("onnx/model.onnx", new TinyGraph(4).gatherNarrow("input_ids", TABLE).bytes("output_0"));
        assertPassage(model, "red", mean(1, RED, 2));
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

    @Test
    void lowerCaseAndLongestInput() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "limits")
                .write("sentence_bert_config.json", "{\"max_seq_length\": 4, \"do_lower_case\": true}");

        assertPassage(model, "RED Green blue blue", mean(1, RED, GREEN, 2));
    }

    @Test
    void weightsBesideTheGraph() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "external")
                .write("onnx/model.onnx", new TinyGraph(4).gatherExternal("input_ids", TABLE, "model.onnx_data")
                        .input("attention_mask").bytes("last_hidden_state"))
                .write("onnx/model.onnx_data", TinyGraph.raw(TABLE));

        assertPassage(model, "red", mean(1, RED, 2));
        String before = ModelDirectory.read(model.path().toString()).checksum();
        float[][] other = TABLE.clone();
        other[RED] = new float[]{4, 4, 4, 4};
        model.write("onnx/model.onnx_data", TinyGraph.raw(other));
        assertThat(ModelDirectory.read(model.path().toString()).checksum()).isNotEqualTo(before);
    }

    @Test
    void aDirectoryWithoutModulesHoldsATransformer() throws IOException {
        ModelFolder model = ModelFolder.in(folder, "plain").wordPiece().write("model.onnx", graph());
        assertPassage(model, "red", mean(1, RED, 2));

        model.pooling("cls_token");
        assertPassage(model, "red", sum(TABLE[1]));
    }

    @Test
    void oneOfSeveralGraphs() throws IOException {
        ModelFolder model = ModelFolder.in(folder, "variants").wordPiece()
                .write("onnx/model_quantized.onnx", graph())
                .write("onnx/model_O2.onnx",
                        new TinyGraph(4).gather("input_ids", reversed()).bytes("last_hidden_state"));
        assertPassage(model, "red", mean(reversed(), 1, RED, 2));

        ModelSpec spec = ModelDirectory.read(model.path().resolve("onnx/model_quantized.onnx").toString());
        assertThat(spec.name()).isEqualTo("variants-model_quantized");
        try (Embedder embedder = DjlModels.open(spec, 1)) {
            assertVector(embedder.embedPassages(List.of("red"))[0], mean(1, RED, 2));
        }
    }

    @Test
    void languagesStandInTheModelCard() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "card");
        assertThat(languages(model)).isEmpty();
        model.write("README.md",
                "---\nlicense: mit\nlanguage:\n- multilingual\n- de\n- zh-CN\n- 'no'\n- swe\n- iw\nmetrics:\n- x\n---\n# A\n");
        assertThat(languages(model)).containsExactlyInAnyOrder("de", "zh", "no", "sv", "he");
        model.write("README.md", "---\nlanguage: fr\n---\nText\n");
        assertThat(languages(model)).containsExactly("fr");
        model.write("README.md", "language: fr\n");
        assertThat(languages(model)).isEmpty();
        model.write("README.md", "---\nlanguage: [de, {\n---\n");
        assertThat(languages(model)).isEmpty();
    }

    private static Set<String> languages(ModelFolder model) {
        return ModelDirectory.read(model.path().toString()).languages();
    }

    private static Embedder open(ModelFolder model) {
        return DjlModels.open(ModelDirectory.read(model.path().toString()), 1);
    }

    private static void assertPassage(ModelFolder model, String text, double[] expected) {
        try (Embedder embedder = open(model)) {
            assertVector(embedder.embedPassages(List.of(text))[0], expected);
        }
    }

    private static void assertVector(float[] vector, double[] expected) {
        double squares = 0;
        for (double value : expected) {
            squares += value * value;
        }
        assertThat(vector).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(vector[i]).as("component %d", i).isCloseTo((float) (expected[i] / Math.sqrt(squares)),
                    within(1e-6f));
        }
    }

    private static double[] sum(float[]... rows) {
        double[] sum = new double[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i];
            }
        }
        return sum;
    }

    private static double[] mean(int... tokens) {
        return mean(TABLE, tokens);
    }

    private static double[] mean(float[][] table, int... tokens) {
        double[] mean = new double[4];
        for (int token : tokens) {
            for (int i = 0; i < 4; i++) {
                mean[i] += table[token][i] / (double) tokens.length;
            }
        }
        return mean;
    }

    private static double[] largest(int... tokens) {
        double[] largest = {-99, -99, -99, -99};
        for (int token : tokens) {
            for (int i = 0; i < 4; i++) {
                largest[i] = Math.max(largest[i], TABLE[token][i]);
            }
        }
        return largest;
    }

    private static float[][] reversed() {
        float[][] reversed = new float[TABLE.length][];
        for (int row = 0; row < reversed.length; row++) {
            reversed[row] = TABLE[reversed.length - 1 - row];
        }
        return reversed;
    }
}
