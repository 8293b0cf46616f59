package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;
import dev.qorpus.models.WordVectors;
import dev.qorpus.models.djl.DjlModels;
import dev.qorpus.models.vectors.UnitVectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Word vectors that are distilled from the pieces of a model in a directory. */
class DistilledDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void eachPieceHasAVector() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "teacher").unigram();
        try (Models models = DjlModels.models(1)) {
            ModelSpec spec = models.describe("words:" + model.path());

            assertThat(spec).isInstanceOfSatisfying(WordVectors.Distilled.class, words -> {
                assertThat(words.name()).isEqualTo("teacher-words");
                assertThat(words.pieces()).isEqualTo(7);
                assertThat(words.firstWord()).isEqualTo(3);
                assertThat(words.location()).contains("words:" + model.path().toAbsolutePath());
            });
            Embedder embedder = models.embedder("teacher-words");
            float[] red = embedder.embedQuery("red");
            assertThat(red).hasSize(4);
            assertThat(UnitVectors.dot(red, embedder.embedQuery("red red"))).isCloseTo(1, within(1e-6));
            assertThat(UnitVectors.dot(red, embedder.embedQuery("green"))).isLessThan(0.9);
            assertThat(embedder.embedQuery("unheard")).containsOnly(0);
        }
    }

    /** The figures of the catalogue, which were found by hand. */
    @Test
    void theVocabularyOfTheDefaultModelIsThatOfTheCatalogue() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "unpacked").write("tokenizer.json",
                ModelFolder.resource("all-minilm-l6-v2-tokenizer.json"));
        WordVectors.Distilled shipped = (WordVectors.Distilled) Models.spec("word-vectors");

        WordVectors.Distilled own = ModelDirectory.words(model.path().toString());
        assertThat(own.pieces()).isEqualTo(shipped.pieces());
        assertThat(own.firstWord()).isEqualTo(shipped.firstWord());
    }

    @Test
    void staticVectorsNeedNoDistillation() throws IOException {
        ModelFolder model = ModelFolder.in(folder, "static").modules("StaticEmbedding").wordPiece()
                .safetensors("model.safetensors", "embedding.weight", ModelFolder.TABLE);
        assertThatThrownBy(() -> ModelDirectory.read("words:" + model.path())).isInstanceOf(ModelException.class)
                .hasMessageContaining("holds static vectors already; name it without 'words:'");
    }
}
