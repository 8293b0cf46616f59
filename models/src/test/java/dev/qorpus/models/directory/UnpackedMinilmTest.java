package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;
import dev.qorpus.models.djl.DjlModels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The default model in the layout of sentence-transformers gives the vectors of the shipped one. */
class UnpackedMinilmTest {

    @TempDir
    Path folder;

    @Test
    void vectorsAreEqual() throws IOException {
        ModelFolder model = ModelFolder.in(folder, "minilm").modules("Transformer", "Pooling", "Normalize")
                .write("1_Pooling/config.json",
                        "{\"word_embedding_dimension\": 384, \"pooling_mode_cls_token\": false, \"pooling_mode_mean_tokens\": true}")
                .write("sentence_bert_config.json", "{\"max_seq_length\": 256, \"do_lower_case\": false}")
                .write("tokenizer.json", ModelFolder.resource("all-minilm-l6-v2-tokenizer.json"))
                .write("onnx/model.onnx", ModelFolder.resource("all-minilm-l6-v2.onnx"));
        ModelSpec spec = ModelDirectory.read(model.path().toString());

        assertThat(spec.name()).isEqualTo("minilm-" + spec.checksum().substring(0, 8));
        assertThat(spec.dimension()).isEqualTo(384);
        List<String> texts = List.of("How long is the river?", "", "  It rains ", "Übermäßig viele [MASK] 東京 Wörter",
                "word ".repeat(400));
        try (Embedder unpacked = DjlModels.open(spec, 1); Embedder shipped = DjlModels.open(Models.spec("minilm"), 1)) {
            for (String text : texts) {
                assertThat(unpacked.embedQuery(text)).containsExactly(shipped.embedQuery(text), within(1e-6f));
                assertThat(unpacked.tokens(text)).isEqualTo(shipped.tokens(text));
            }
            assertThat(unpacked.embedPassages(texts)[3]).containsExactly(shipped.embedPassages(texts)[3],
                    within(1e-6f));
        }
        Files.delete(model.path().resolve("onnx/model.onnx"));
    }
}
