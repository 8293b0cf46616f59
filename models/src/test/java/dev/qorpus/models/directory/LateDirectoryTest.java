package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.Embedding;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.Models;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.djl.DjlModels;
import dev.qorpus.models.recipe.LateRecipe;
import dev.qorpus.models.vectors.UnitVectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Models that were made for late interaction: markers, mask tokens, and a layer for each token. */
class LateDirectoryTest {

    /** The tokens behind those of the other models: the markers of questions and passages, and the mask. */
    private static final float[][] MORE = {{0, 0, 0, 3}, {0, 0, 0, -3}, {2, 1, 0, 1}};
    private static final int QUERY = 7;
    private static final int PASSAGE = 8;
    private static final int MASK = 9;
    /** What the layer does: the first two components change places, and the others are left out. */
    private static final float[][] LAYER = {{0, 1, 0, 0}, {1, 0, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 0}};

    @TempDir
    Path folder;

    /** The vector of a token is its row. */
    private ModelFolder model(String name) throws IOException {
        float[][] rows = Arrays.copyOf(ModelFolder.TABLE, ModelFolder.TABLE.length + MORE.length);
        System.arraycopy(MORE, 0, rows, ModelFolder.TABLE.length, MORE.length);
        ModelFolder model = ModelFolder.in(folder, name).wordPiece()
                .write("config.json", "{\"hidden_size\": 4, \"max_position_embeddings\": 32}")
                .write("onnx/model.onnx", new TinyGraph(4).gather("input_ids", rows).input("attention_mask")
                        .bytes("last_hidden_state"));
        String tokenizer = Files.readString(model.path().resolve("tokenizer.json"));
        return model.write("tokenizer.json", tokenizer.replace("\"##light\": 6",
                "\"##light\": 6, \"[unused0]\": 7, \"[unused1]\": 8, \"[MASK]\": 9"));
    }

    private ModelFolder pylate() throws IOException {
        return model("pylate").write("modules.json", """
                [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
                 {"idx": 1, "name": "1", "path": "1_Dense", "type": "pylate.models.Dense.Dense"}]
                """)
                .write("1_Dense/config.json", """
                        {"in_features": 4, "out_features": 4, "bias": false,
                         "activation_function": "torch.nn.modules.linear.Identity", "use_residual": false}
                        """)
                .safetensors("1_Dense/model.safetensors", "linear.weight", LAYER)
                .write("config_sentence_transformers.json", """
                        {"prompts": {}, "query_prefix": "[unused0]", "document_prefix": "[unused1] ", "query_length": 6,
                         "document_length": 12, "attend_to_expansion_tokens": false, "do_query_expansion": true}
                        """);
    }

    private static SentenceTransformer read(ModelFolder model) {
        return (SentenceTransformer) ModelDirectory.read(model.path().toString());
    }

    private static Embedder learned(Models models, ModelFolder model) {
        models.learnAxes(model.path().toString());
        return models.embedder(model.path().toString());
    }

    /** The vector of a token behind the layer. */
    private static float[] projected(float[] row) {
        float[] result = new float[4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                result[i] += LAYER[i][j] * row[j];
            }
        }
        return UnitVectors.normalised(result);
    }

    @Test
    void theLayoutOfPylate() throws IOException {
        SentenceTransformer spec = read(pylate());
        assertThat(spec.recipe().late()).contains(new LateRecipe(QUERY, PASSAGE, 6, MASK, false));
        assertThat(spec.maxTokens()).isEqualTo(11);
        assertThat(spec.dimension()).isEqualTo(4);
        assertThat(spec.recipe().tokenDimension()).isEqualTo(4);
    }

    @Test
    void questionsAreFilledUpAndComparedByTheLayersVectors() throws IOException {
        ModelFolder model = pylate();
        try (Models models = DjlModels.models(1); Embedder embedder = learned(models, model)) {
            Embedding question = embedder.queryTokens("red");
            Embedding passage = embedder.passageTokens(List.of("green blue")).getFirst();
            // red, and two masks behind <s> [unused0] red </s>
            float[][] asked = question.tokens().rows();
            float[][] found = passage.tokens().rows();
            assertThat(asked).hasNumberOfRows(3);
            assertThat(found).hasNumberOfRows(2);
            float[][] expected = {projected(ModelFolder.TABLE[3]), projected(MORE[2]), projected(MORE[2])};
            float[][] others = {projected(ModelFolder.TABLE[4]), projected(ModelFolder.TABLE[5])};
            for (int i = 0; i < asked.length; i++) {
                for (int j = 0; j < found.length; j++) {
                    assertThat(UnitVectors.dot(asked[i], found[j]))
                            .isCloseTo(UnitVectors.dot(expected[i], others[j]), within(0.01));
                }
            }
            assertThat(question.tokens().spans().overlaps(0, 0, 3)).isTrue();
            assertThat(question.tokens().spans().overlaps(1, 0, 3)).as("a mask is no word").isFalse();
            assertThat(embedder.queryTokens("red green blue red green").tokens().rows()).as("a long question")
                    .hasNumberOfRows(5);
        }
    }

    @Test
    void theMarkerIsPartOfTheTextsVector() throws IOException {
        ModelFolder model = pylate();
        float[][] passage = {projectedRaw(1), projectedRaw(PASSAGE), projectedRaw(3), projectedRaw(2)};
        float[][] question = {projectedRaw(1), projectedRaw(QUERY), projectedRaw(3), projectedRaw(2)};
        try (Embedder embedder = DjlModels.open(read(model), 1)) {
            assertThat(UnitVectors.dot(embedder.embedPassages(List.of("red"))[0], mean(passage)))
                    .isCloseTo(1, within(1e-5));
            assertThat(UnitVectors.dot(embedder.embedQuery("red"), mean(question))).isCloseTo(1, within(1e-5));
        }
    }

    private static float[] projectedRaw(int token) {
        float[] row = token < ModelFolder.TABLE.length ? ModelFolder.TABLE[token] : MORE[token - QUERY];
        return new float[]{row[1], row[0], row[2], 0};
    }

    private static float[] mean(float[][] rows) {
        float[] sum = new float[4];
        for (float[] row : rows) {
            for (int i = 0; i < 4; i++) {
                sum[i] += row[i];
            }
        }
        return UnitVectors.normalised(sum);
    }

    @Test
    void theLayoutOfColbert() throws IOException {
        ModelFolder model = model("colbert").write(LateConfig.ARTIFACT, """
                {"query_token_id": "[unused0]", "doc_token_id": "[unused1]", "query_maxlen": 8, "doc_maxlen": 20,
                 "dim": 4, "attend_to_mask_tokens": true}
                """);
        assertThat(read(model).recipe().late()).contains(new LateRecipe(QUERY, PASSAGE, 8, MASK, true));
        assertThat(read(model).recipe().layers()).as("the graph gives as many numbers as are said").isEmpty();
        model.write(LateConfig.ARTIFACT, """
                {"query_token_id": "[unused0]", "doc_token_id": "[unused1]", "query_maxlen": 8, "dim": 2}
                """);
        assertThatThrownBy(() -> read(model)).isInstanceOf(ModelException.class)
                .hasMessageContaining("has no model.safetensors").hasMessageContaining("says 2");
        model.safetensors("model.safetensors", "linear.weight", Arrays.copyOf(LAYER, 2));
        assertThat(read(model).dimension()).isEqualTo(2);
        assertThat(read(model).recipe().projected(new double[]{1, 2, 3, 4})).containsExactly(2, 1);
    }

    @Test
    void anUnknownMarkerAndAResidualLayerAreRefused() throws IOException {
        ModelFolder model = pylate().write("config_sentence_transformers.json",
                "{\"query_prefix\": \"[Q] \", \"document_prefix\": \"[D] \", \"query_length\": 6}");
        assertThatThrownBy(() -> read(model)).isInstanceOf(ModelException.class).hasMessageContaining(
                "names the marker '[Q] ', which tokenizer.json does not have as a token");
        pylate().write("1_Dense/config.json",
                "{\"in_features\": 4, \"out_features\": 4, \"bias\": false, \"use_residual\": true}");
        assertThatThrownBy(() -> read(model)).isInstanceOf(ModelException.class).hasMessageContaining("use_residual");
    }
}
