package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.djl.DjlModels;

import static dev.qorpus.models.directory.ModelFolder.TABLE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is wrong with a directory is said in one line: what was found, what was looked for, what to do. */
class DamagedDirectoryTest {

    @TempDir
    Path folder;
    private ModelFolder model = new ModelFolder(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        model = ModelFolder.whole(folder, "tiny");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFailure() {
        return assertThatThrownBy(() -> DjlModels.open(ModelDirectory.read(model.path().toString()), 1).close())
                .isInstanceOf(ModelException.class).hasMessageNotContaining("\n")
                .hasMessageStartingWith("model ").hasMessageContaining(model.path().toString());
    }

    private void delete(String file) throws IOException {
        Files.delete(model.path().resolve(file));
    }

    private byte[] half(String file) throws IOException {
        byte[] whole = Files.readAllBytes(model.path().resolve(file));
        return Arrays.copyOf(whole, whole.length / 2);
    }

    @Test
    void noDirectory() {
        assertThatThrownBy(() -> ModelDirectory.read("no/such")).isInstanceOf(ModelException.class)
                .hasMessage("model 'no/such': no such directory; name one that has a sentence-transformer"
                        + " (onnx/model.onnx and tokenizer.json) or static vectors (model.safetensors and tokenizer.json)");
    }

    @Test
    void noGraph() throws IOException {
        delete("onnx/model.onnx");
        model.write("model.safetensors", "weights of PyTorch");
        assertFailure().hasMessageContaining("has no onnx/model.onnx or model.onnx, but ")
                .hasMessageContaining("model.safetensors").hasMessageContaining("optimum-cli export onnx");
    }

    @Test
    void severalGraphsWithNamesOfTheirOwn() throws IOException {
        byte[] graph = Files.readAllBytes(model.path().resolve("onnx/model.onnx"));
        delete("onnx/model.onnx");
        model.write("onnx/a.onnx", graph).write("onnx/b.onnx", graph);
        assertFailure()
                .hasMessageContaining("has several graphs and no model.onnx: onnx/a.onnx, onnx/b.onnx; name one");
    }

    @Test
    void aGraphThatEndsEarly() throws IOException {
        model.write("onnx/model.onnx", half("onnx/model.onnx"));
        assertFailure().hasMessageContaining("onnx/model.onnx is damaged or incomplete (").hasMessageEndingWith(
                "fetch it again");
    }

    @Test
    void aGraphThatIsNone() throws IOException {
        model.write("onnx/model.onnx", "<html>404</html>");
        assertFailure().hasMessageContaining("onnx/model.onnx is damaged or incomplete");
        model.write("onnx/model.onnx", "");
        assertFailure().hasMessageContaining("onnx/model.onnx is empty; fetch it again");
    }

    @Test
    void aPointerOfGitLfs() throws IOException {
        model.write("onnx/model.onnx", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
        assertFailure().hasMessageContaining(
                "onnx/model.onnx is a pointer of Git LFS, not the file; run there: git lfs pull");
    }

    @Test
    void aGraphForAnotherTask() throws IOException {
        model.write("onnx/model.onnx", new TinyGraph(4).gather("input_ids", TABLE).pooledBytes("logits"));
        assertFailure().hasMessageContaining("onnx/model.onnx has the outputs logits, but none of last_hidden_state");

        model.write("onnx/model.onnx", new TinyGraph(4).gather("input_ids", TABLE).input("past_key_values.0.key")
                .bytes("last_hidden_state"));
        assertFailure().hasMessageContaining("onnx/model.onnx needs the input past_key_values.0.key; allowed are"
                + " input_ids, attention_mask, token_type_ids, position_ids; export the model");

        model.write("onnx/model.onnx", new TinyGraph(4).gather("pixel_values", TABLE).bytes("last_hidden_state"));
        assertFailure().hasMessageContaining("needs the input pixel_values");
    }

    @Test
    void weightsBesideTheGraph() throws IOException {
        model.write("onnx/model.onnx", new TinyGraph(4).gatherExternal("input_ids", TABLE, "model.onnx_data")
                .bytes("last_hidden_state"));
        assertFailure().hasMessageContaining(
                "has no onnx/model.onnx_data, which holds weights of onnx/model.onnx; fetch it too");
        model.write("onnx/model.onnx_data", new byte[20]);
        assertFailure().hasMessageContaining(
                "onnx/model.onnx_data has 20 bytes, but onnx/model.onnx needs 112; fetch it again");
    }

    @Test
    void theTokenizer() throws IOException {
        model.write("tokenizer.json", half("tokenizer.json"));
        assertFailure().hasMessageContaining("tokenizer.json");
        model.write("tokenizer.json", "{\"model\": {\"type\": \"Strange\"}}");
        assertFailure().hasMessageContaining("cannot be loaded").hasMessageContaining("fetch the files in");
        delete("tokenizer.json");
        model.write("vocab.txt", "red");
        assertFailure().hasMessageContaining("has no tokenizer.json, but ").hasMessageContaining("vocab.txt")
                .hasMessageContaining("AutoTokenizer");
    }

    @Test
    void modules() throws IOException {
        model.write("modules.json", "[{");
        assertFailure().hasMessageContaining("modules.json is damaged or incomplete");
        model.write("modules.json", "[]");
        assertFailure().hasMessageContaining("modules.json names no module");
        model.modules("Transformer", "CNN");
        assertFailure()
                .hasMessageContaining("modules.json names the module sentence_transformers.models.CNN; allowed are"
                        + " Dense, Dropout, LayerNorm, Normalize, Pooling, StaticEmbedding, Transformer");
        model.write("modules.json", "[{\"path\": \"\", \"type\": \"custom_st.Transformer\"}]");
        assertFailure().hasMessageContaining("custom_st.Transformer, which has code of its own");
        model.modules("Pooling");
        assertFailure().hasMessageContaining("modules.json begins with Pooling, not with Transformer");
        model.modules("Transformer", "Normalize");
        assertFailure().hasMessageContaining("modules.json names no Pooling");
    }

    @Test
    void pooling() throws IOException {
        model.write("1_Pooling/config.json", "{\"word_embedding_dimension\": 8, \"pooling_mode_mean_tokens\": true}");
        assertFailure().hasMessageContaining(
                "onnx/model.onnx gives vectors of 4 numbers, but the pooling expects 8; fetch the directory again");
        model.write("1_Pooling/config.json", "{\"pooling_mode_mean_tokens\": false}");
        assertFailure().hasMessageContaining("1_Pooling/config.json chooses no pooling");
        model.write("1_Pooling/config.json", "{\"pooling_mode\": \"median\"}");
        assertFailure()
                .hasMessageContaining("1_Pooling/config.json names the pooling \"median\"; allowed are cls, last");
        delete("1_Pooling/config.json");
        assertFailure().hasMessageContaining("has no 1_Pooling/config.json, which modules.json names; fetch it too");
    }

    @Test
    void dense() throws IOException {
        model.modules("Transformer", "Pooling", "Dense");
        assertFailure().hasMessageContaining("has no 2_Dense/config.json, which modules.json names");
        model.write("2_Dense/config.json", "{\"in_features\": 4, \"out_features\": 2, \"bias\": false,"
                + " \"activation_function\": \"torch.nn.modules.linear.Identity\"}");
        assertFailure().hasMessageContaining("has no 2_Dense/model.safetensors");
        model.write("2_Dense/pytorch_model.bin", "pickled");
        assertFailure().hasMessageContaining("has 2_Dense/pytorch_model.bin, but no 2_Dense/model.safetensors")
                .hasMessageContaining("save_file(torch.load(");
        model.write("2_Dense/model.safetensors", "short");
        assertFailure().hasMessageContaining(
                "2_Dense/model.safetensors is damaged or incomplete (it is no safetensors file); fetch it again");
        model.safetensors("2_Dense/model.safetensors", "linear.weight", new float[3][4]);
        assertFailure().hasMessageContaining("has linear.weight of 3 x 4, but 2_Dense/config.json says 2 x 4");
        model.safetensors("2_Dense/model.safetensors", "linear.weight", new float[2][4]);
        byte[] whole = Files.readAllBytes(model.path().resolve("2_Dense/model.safetensors"));
        model.write("2_Dense/model.safetensors", Arrays.copyOf(whole, whole.length - 4));
        assertFailure().hasMessageContaining("it ends within the tensor linear.weight");
        model.write("2_Dense/config.json", "{\"in_features\": 4, \"out_features\": 2, \"bias\": true}")
                .write("2_Dense/model.safetensors", whole);
        assertFailure().hasMessageContaining("it has no tensor linear.bias, but [linear.weight]");
        model.write("2_Dense/config.json", "{\"in_features\": 4, \"out_features\": 2, \"bias\": false,"
                + " \"activation_function\": \"my.Strange\"}");
        assertFailure().hasMessageContaining("names the activation my.Strange; allowed are Identity, Tanh, ReLU");
        model.write("2_Dense/config.json", "{\"in_features\": 768, \"out_features\": 2}");
        assertFailure().hasMessageContaining("says 768 to 2 features, but gets vectors of 4 numbers");
    }

    @Test
    void prompts() throws IOException {
        model.write("config_sentence_transformers.json",
                "{\"prompts\": {\"query\": \"q: \"}, \"default_prompt_name\": \"document\"}");
        assertFailure().hasMessageContaining(
                "config_sentence_transformers.json names the default prompt document, but has only [query]");
    }

    @Test
    void moreDimensionsThanThereAre() {
        assertThatThrownBy(() -> ModelDirectory.read(model.path() + "@5")).isInstanceOf(ModelException.class)
                .hasMessageContaining("has vectors of 4 numbers; '@5' can keep at most 4");
    }

    @Test
    void anUnknownLengthOfVectors() throws IOException {
        model.pooling("mean_tokens").write("1_Pooling/config.json", "{\"pooling_mode_mean_tokens\": true}")
                .write("onnx/model.onnx", new TinyGraph(0).gather("input_ids", TABLE).bytes("last_hidden_state"));
        delete("config.json");
        assertFailure().hasMessageContaining("does not say how long its vectors are");
    }
}
