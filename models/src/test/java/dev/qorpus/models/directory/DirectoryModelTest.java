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

import static dev.qorpus.models.directory.ExpectedVectors.BLUE;
import static dev.qorpus.models.directory.ExpectedVectors.GREEN;
import static dev.qorpus.models.directory.ExpectedVectors.LIGHT;
import static dev.qorpus.models.directory.ExpectedVectors.RED;
import static dev.qorpus.models.directory.ExpectedVectors.assertPassage;
import static dev.qorpus.models.directory.ExpectedVectors.assertVector;
import static dev.qorpus.models.directory.ExpectedVectors.mean;
import static dev.qorpus.models.directory.ExpectedVectors.open;
import static dev.qorpus.models.directory.ExpectedVectors.reversed;
import static dev.qorpus.models.directory.ExpectedVectors.sum;
import static dev.qorpus.models.directory.ModelFolder.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

/** Vectors equal those that are computed here from the same tables, without a graph or a tokenizer. */
class DirectoryModelTest {

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
    void aGraphWithoutTokenTypesOrWithNarrowInputs() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "few");
        model.write("onnx/model.onnx", new TinyGraph(4).gather("input_ids", TABLE).bytes("token_embeddings"));
        assertPassage(model, "red", mean(1, RED, 2));

        model.write("onnx/model.onnx", new TinyGraph(4).gatherNarrow("input_ids", TABLE).bytes("output_0"));
        assertPassage(model, "red", mean(1, RED, 2));
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
}
