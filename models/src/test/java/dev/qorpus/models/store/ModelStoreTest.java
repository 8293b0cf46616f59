package dev.qorpus.models.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelFile;
import dev.qorpus.models.ModelSource;
import dev.qorpus.models.Models;
import dev.qorpus.models.SentenceTransformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelStoreTest {

    @TempDir
    Path folder;

    private final SentenceTransformer spec = (SentenceTransformer) Models.spec("minilm");
    private final ModelFile tokenizer = ((ModelSource.Packed) spec.source()).tokenizer();

    @Test
    void aDamagedFileIsUnpackedAgain() throws IOException {
        ModelStore store = new ModelStore(folder);
        Path path = store.path(spec, tokenizer);
        byte[] whole = Files.readAllBytes(path);
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(path, damaged);

        assertThat(Files.readAllBytes(store.path(spec, tokenizer))).isEqualTo(whole);
    }

    /** As long ago as it takes to be sure that nothing was written in the same tick of the clock. */
    private static void settle(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private static void damage(Path path) throws IOException {
        byte[] content = Files.readAllBytes(path);
        content[content.length / 2] ^= 1;
        Files.write(path, content);
    }

    @Test
    void aFileThatIsDamagedAfterACheckIsUnpackedAgain() throws IOException {
        ModelStore store = new ModelStore(folder);
        Path path = store.path(spec, tokenizer);
        byte[] whole = Files.readAllBytes(path);
        settle(path);
        store.path(spec, tokenizer);
        assertThat(path.resolveSibling(path.getFileName() + ".checked")).exists();
        damage(path);

        assertThat(Files.readAllBytes(store.path(spec, tokenizer))).isEqualTo(whole);
    }

    /** Damage that keeps the time of a file is noticed after a day, and before that on demand. */
    @Test
    void aFileIsCheckedOnceADayOrOnDemand() throws IOException {
        ModelStore store = new ModelStore(folder);
        Path path = store.path(spec, tokenizer);
        byte[] whole = Files.readAllBytes(path);
        Path note = path.resolveSibling(path.getFileName() + ".checked");
        for (boolean late : new boolean[]{true, false}) {
            settle(path);
            store.path(spec, tokenizer);
            FileTime time = Files.getLastModifiedTime(path);
            damage(path);
            Files.setLastModifiedTime(path, time);
            assertThat(Files.readAllBytes(store.path(spec, tokenizer))).isNotEqualTo(whole);

            if (late) {
                Files.setLastModifiedTime(note, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
            } else {
                CheckedFile.forgetAll(folder);
            }
            assertThat(Files.readAllBytes(store.path(spec, tokenizer))).isEqualTo(whole);
        }
    }

    @Test
    void aTruncatedFileIsUnpackedAgain() throws IOException {
        ModelStore store = new ModelStore(folder);
        Path path = store.path(spec, tokenizer);
        Files.write(path, new byte[10], StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(Files.size(store.path(spec, tokenizer))).isEqualTo(tokenizer.bytes());
    }

    @Test
    void unexpectedContentIsRefusedAndLeavesNothing() throws IOException {
        ModelFile file = tokenizer;
        ModelFile other = new ModelFile(file.resource(), file.bytes(), 1, "0".repeat(64));
        assertThatThrownBy(() -> new ModelStore(folder).path(spec, other)).isInstanceOf(ModelException.class)
                .hasMessageContaining("has SHA-256 " + file.sha256()).hasMessageContaining("mvn clean verify");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aMissingModelSaysWhatMendsIt() {
        ModelFile absent = new ModelFile("absent.onnx", 1, 1, "");
        assertThatThrownBy(() -> new ModelStore(folder).path(spec, absent)).isInstanceOf(ModelException.class)
                .hasMessage("model minilm: absent.onnx is not in this installation; take a model from a directory"
                        + " (--model DIR), or build Qorpus from its sources: mvn clean verify");
        assertThat(ModelStore.isInstalled(absent)).isFalse();
        assertThat(ModelStore.isInstalled(tokenizer)).isTrue();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new ModelStore(file).path(spec, tokenizer)).isInstanceOf(ModelException.class)
                .hasMessageContaining("DJL_CACHE_DIR");
    }
}
