package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;
import dev.qorpus.models.directory.file.ModelLocation;
import dev.qorpus.models.djl.DjlModels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Names of vector spaces, and how they are found again. */
class ModelLocationTest {

    @TempDir
    Path folder;

    private String name(String path) throws IOException {
        return ModelLocation.of(ModelFolder.in(folder, path).path().toString()).space("0123456789abcdef");
    }

    @Test
    void theNameIsThatOfTheDirectory() throws IOException {
        assertThat(name("multilingual-e5-small")).isEqualTo("multilingual-e5-small");
        assertThat(name("my model, new")).isEqualTo("my-model-new");
        assertThat(name("hub/models--intfloat--e5-base/snapshots/0a1b2c")).isEqualTo("e5-base");
        assertThat(name("bge")).isEqualTo("bge-01234567");
        assertThat(name("hybrid")).isEqualTo("hybrid-01234567");
    }

    @Test
    void aModelIsFoundByTheNameOfItsSpace() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "tiny");
        String checksum = ModelDirectory.read(model.path().toString()).checksum();
        try (Models models = DjlModels.models(1)) {
            models.locate("tiny", model.path().toString(), checksum);

            Embedder embedder = models.embedder("tiny");
            assertThat(embedder.spec().checksum()).isEqualTo(checksum);
            assertThat(models.hasWord("tiny", "red")).isTrue();
            assertThat(models.describe(model.path().toString()).name()).isEqualTo("tiny");
        }
    }

    @Test
    void changedFilesAreNotTheModelOfTheSpace() throws IOException {
        ModelFolder model = ModelFolder.whole(folder, "tiny");
        String checksum = ModelDirectory.read(model.path().toString()).checksum();
        model.pooling("cls_token");
        try (Models models = DjlModels.models(1)) {
            models.locate("tiny", model.path().toString(), checksum);

            assertThatThrownBy(() -> models.embedder("tiny")).isInstanceOf(ModelException.class)
                    .hasMessage("model tiny: the files of " + model.path() + " changed since they were indexed; restore"
                            + " them, or index again: qorpus index --rebuild --model " + model.path());
            assertThat(models.isDown("tiny")).isTrue();

            models.locate("tiny", model.path().toString(), ModelDirectory.read(model.path().toString()).checksum());
            assertThat(models.embedder("tiny").spec().name()).isEqualTo("tiny");
        }
    }

    @Test
    void aDirectoryThatIsGoneIsNamed() {
        Path gone = folder.resolve("gone");
        try (Models models = DjlModels.models(1)) {
            models.locate("gone", gone.toString(), "0123");
            assertThatThrownBy(() -> models.embedder("gone")).isInstanceOf(ModelException.class)
                    .hasMessageContaining(gone + "': no such directory");
        }
    }

    @Test
    void twoDirectoriesWithOneNameAreRefused() throws IOException {
        ModelFolder one = ModelFolder.whole(folder, "a/tiny");
        ModelFolder other = ModelFolder.whole(folder, "b/tiny").pooling("cls_token");
        try (Models models = DjlModels.models(1)) {
            ModelSpec first = models.describe(one.path().toString());
            assertThat(first.name()).isEqualTo("tiny");
            assertThatThrownBy(() -> models.describe(other.path().toString())).isInstanceOf(ModelException.class)
                    .hasMessageContaining("has the same name as " + one.path());
        }
    }
}
