package dev.qorpus.web.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;

/** An index with a model from a directory, which is moved away afterwards. */
class DirectoryModelIT {

    private static final String QUESTION = "gates against the vanishing gradient";

    @TempDir
    Path home;

    private void copy(String resource, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = DirectoryModelIT.class.getClassLoader().getResourceAsStream(resource)) {
            Files.copy(Objects.requireNonNull(in, resource), file);
        }
    }

    @Test
    void aDirectoryIsAModelForEveryCommand() throws IOException {
        Product qorpus = Product.in(home);
        Path model = home.resolve("models/unpacked");
        copy("all-minilm-l6-v2-q.onnx", model.resolve("onnx/model_quantized.onnx"));
        Run incomplete = qorpus.run("index", Product.SEEDS, "--model", "models/unpacked");
        assertThat(incomplete.exit()).isEqualTo(1);
        assertThat(incomplete.errors()).singleElement().asString()
                .contains("has no tokenizer.json, but onnx/", "save it");

        copy("all-minilm-l6-v2-q-tokenizer.json", model.resolve("tokenizer.json"));
        Run index = qorpus.run("index", Product.SEEDS, "--model", "models/unpacked,minilm", "--json");
        assertThat(index.exit()).as(index.err()).isZero();
        assertThat(index.json().get("models")).map(JsonNode::asString).containsExactly("unpacked", "minilm");

        for (String mode : new String[]{"hybrid", "unpacked", "bm25+unpacked"}) {
            JsonNode asked = qorpus.run("ask", QUESTION, "--mode", mode, "--json").json();
            assertThat(asked.get("model").asString()).isEqualTo("unpacked");
            assertThat(asked.at("/hits/0/number").asString()).isEqualTo("8");
        }
        Run again = qorpus.run("index", "--json");
        assertThat(again.json().get("embedded").asInt()).isZero();

        Files.move(model, home.resolve("models/elsewhere"));
        Run lexical = qorpus.run("ask", QUESTION, "--json");
        assertThat(lexical.json().at("/hits/0/number").asString()).isEqualTo("8");
        Run dense = qorpus.run("ask", QUESTION, "--mode", "unpacked");
        assertThat(dense.exit()).isEqualTo(1);
        assertThat(dense.errors()).singleElement().asString().contains("models/unpacked': no such directory");
    }
}
