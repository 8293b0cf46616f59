package dev.qorpus.indexer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.SpaceInfo;
import dev.qorpus.models.CosineDistribution;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.Models;
import dev.qorpus.models.djl.DjlModels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** An index of the default model's files in a directory, whose cosines are measured as if it were unknown. */
class DirectoryModelIndexTest {

    @TempDir
    Path home;
    private Path model = Path.of("");
    private Path notes = Path.of("");

    @BeforeEach
    void folders() throws IOException {
        model = Files.createDirectories(home.resolve("models/unpacked"));
        copy("all-minilm-l6-v2.onnx", "model.onnx");
        copy("all-minilm-l6-v2-tokenizer.json", "tokenizer.json");
        Files.writeString(model.resolve("README.md"), "---\nlanguage:\n- en\n- de\n---\n");
        notes = Files.createDirectory(home.resolve("notes"));
        Files.copy(Path.of("../seeds/models.md"), notes.resolve("models.md"));
    }

    private void copy(String resource, String file) throws IOException {
        try (InputStream in = DirectoryModelIndexTest.class.getClassLoader().getResourceAsStream(resource)) {
            Files.copy(Objects.requireNonNull(in, resource), model.resolve(file));
        }
    }

    /** Runs as a command does: with models of its own. */
    private IndexManifest index(boolean rebuild, Path... models) {
        try (Models own = DjlModels.models(2); EntrySink sink = LuceneSink.open(home.resolve("index"))) {
            return new Indexer(own, Progress.NONE).index(Corpus.of(List.of(notes)), sink,
                    List.of(models).stream().map(Path::toString).toList(), rebuild).manifest();
        }
    }

    @Test
    void theDistributionIsMeasuredAndKept() throws IOException {
        IndexManifest first = index(false, model);

        assertThat(first.spaces()).containsExactly("unpacked");
        SpaceInfo info = Objects.requireNonNull(first.spaceInfo().get("unpacked"));
        assertThat(info.location()).isEqualTo(model.toAbsolutePath().toString());
        assertThat(info.words()).isFalse();
        assertThat(first.modelLanguages("unpacked")).containsExactly("de", "en");
        assertThat(first.modelLanguages("minilm")).containsExactly("en");
        CosineDistribution measured = first.background("unpacked");
        assertThat(measured).isEqualTo(info.background());
        // The entries of one short file are nearer than unrelated texts are.
        assertThat(measured.mean()).isCloseTo(CosineDistribution.STANDARD.mean(), within(0.15));
        assertThat(measured.deviation()).isCloseTo(CosineDistribution.STANDARD.deviation(), within(0.05));
        assertThat(index(true, model).spaceInfo()).isEqualTo(first.spaceInfo());

        Files.writeString(notes.resolve("more.md"), "# Is tea a drink?\nYes, made from leaves.\n");
        assertThat(index(false).background("unpacked")).isEqualTo(measured);
    }

    @Test
    void vectorsThatAreTooLongForAnIndex() throws IOException {
        Path words = Files.writeString(home.resolve("long.vec"), "word" + " 1".repeat(1025) + "\n");
        assertThatThrownBy(() -> index(false, Path.of("words:" + words))).isInstanceOf(IndexException.class)
                .hasMessageContaining("takes vectors of at most 1024 dimensions, but words:" + words + " has 1025");
    }

    @Test
    void aModelThatMovedChangedOrIsGone() throws IOException {
        index(false, model);
        Path moved = Files.move(model, home.resolve("models/elsewhere"));
        assertThatThrownBy(() -> index(false)).isInstanceOf(ModelException.class)
                .hasMessageContaining(model + "': no such directory");

        Files.move(moved, Files.createDirectories(home.resolve("other")).resolve("unpacked"));
        model = home.resolve("other/unpacked");
        assertThat(index(false, model).spaceInfo().get("unpacked")).extracting(SpaceInfo::location)
                .isEqualTo(model.toString());

        Files.writeString(model.resolve("sentence_bert_config.json"), "{\"max_seq_length\": 100}");
        assertThatThrownBy(() -> index(false)).isInstanceOf(ModelException.class)
                .hasMessageContaining("model unpacked: the files of " + model + " changed since they were indexed");
        assertThatThrownBy(() -> index(false, model)).isInstanceOf(IndexException.class)
                .hasMessageContaining("has vectors of [unpacked], but the files of a model changed since; rebuild it:"
                        + " qorpus index --rebuild --model " + model);
        assertThat(index(true, model).spaces()).containsExactly("unpacked");
    }
}
