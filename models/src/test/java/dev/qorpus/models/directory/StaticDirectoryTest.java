package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.WordVectors;
import dev.qorpus.models.djl.DjlModels;

import static dev.qorpus.models.directory.ModelFolder.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Tables of static vectors, as model2vec and sentence-transformers write them. */
class StaticDirectoryTest {

    @TempDir
    Path folder;

    private ModelFolder potion() throws IOException {
        return ModelFolder.in(folder, "potion").wordPiece()
                .write("config.json", "{\"model_type\": \"model2vec\", \"normalize\": true, \"hidden_dim\": 4}")
                .write("README.md", "---\nlanguage: en\n---\n").safetensors("model.safetensors", "embeddings", TABLE);
    }

    private static void assertVector(ModelFolder model, String text, double... sum) {
        try (Embedder embedder = DjlModels.open(ModelDirectory.read(model.path().toString()), 1)) {
            float[] vector = embedder.embedPassages(List.of(text))[0];
            double length = 0;
            for (double value : sum) {
                length += value * value;
            }
            for (int i = 0; i < sum.length; i++) {
                assertThat(vector[i]).isCloseTo((float) (sum[i] / Math.sqrt(length)), within(1e-6f));
            }
        }
    }

    @Test
    void aTextIsTheMeanOfItsTokensWithoutSpecialOnes() throws IOException {
        ModelFolder model = potion();
        ModelSpec spec = ModelDirectory.read(model.path().toString());

        assertThat(spec).isInstanceOf(WordVectors.class);
        assertThat(spec.name()).isEqualTo("potion");
        assertThat(spec.dimension()).isEqualTo(4);
        assertThat(spec.languages()).containsExactly("en");
        assertVector(model, "red green unheard", 1, 1, 0, 0);
    }

    @Test
    void tokensWithWeightsAndSharedRows() throws IOException {
        ModelFolder model = potion();
        model.safetensors("model.safetensors", "embeddings", new float[][]{{1, 0, 0, 0}, {0, 1, 0, 0}}, "mapping",
                new float[][]{{0, 0, 0, 1, 0, 1, 0}}, "weights", new float[][]{{1, 1, 1, 2, 3, 0.5f, 1}});

        assertVector(model, "red green blue", 3, 2.5, 0, 0);
    }

    @Test
    void aStaticModelOfSentenceTransformersKeepsUnknownTokens() throws IOException {
        ModelFolder model = ModelFolder.in(folder, "static").modules("StaticEmbedding").wordPiece()
                .safetensors("model.safetensors", "embedding.weight", TABLE);

        assertVector(model, "red unheard", 10, 9, 9, 9.5);
        ModelSpec few = ModelDirectory.read(model.path() + "@2");
        assertThat(few.name()).isEqualTo("static@2");
        try (Embedder embedder = DjlModels.open(few, 1)) {
            assertThat(embedder.embedQuery("red")).containsExactly(1, 0);
        }
    }

    @Test
    void damageIsNamed() throws IOException {
        ModelFolder model = potion();
        model.safetensors("model.safetensors", "weight", TABLE);
        assertThatThrownBy(() -> ModelDirectory.read(model.path().toString())).isInstanceOf(ModelException.class)
                .hasMessageContaining("model.safetensors has no tensor embeddings or embedding.weight, but [weight]");
        model.safetensors("model.safetensors", "embeddings", new float[][]{{1, 2, 3}});
        assertThatThrownBy(() -> ModelDirectory.read(model.path().toString())).isInstanceOf(ModelException.class)
                .hasMessageContaining("has embeddings of 3; expected are two dimensions");
        model.safetensors("model.safetensors", "embeddings", new float[][]{{1, 2}, {3, 4}});
        try (Embedder embedder = DjlModels.open(ModelDirectory.read(model.path().toString()), 1)) {
            assertThatThrownBy(() -> embedder.embedQuery("blue")).isInstanceOf(ModelException.class)
                    .hasMessageContaining("the tokenizer has the token 5, but the table has 2 rows");
        }
    }
}
