package dev.qorpus.models.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import ai.djl.util.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.Embedding;
import dev.qorpus.models.Models;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.store.ModelStore;
import dev.qorpus.models.vectors.TokenAxes;
import dev.qorpus.models.vectors.UnitVectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The axes of a model that ships without any: here those of the default model, learned again. */
class LearnedAxesTest {

    private static final SentenceTransformer SPEC = (SentenceTransformer) Models.spec(Models.DEFAULT);

    @TempDir
    Path folder;

    @Test
    void theyAreLearnedOnceAndKeptWhole() throws IOException {
        LearnedAxes learned = new LearnedAxes(SPEC, folder.resolve("model"));
        assertThat(learned.kept()).isEmpty();

        TokenAxes axes = learn(learned);
        assertThat(axes.size()).isEqualTo(TokenAxes.AXES);
        assertThat(learned.kept()).get().extracting(TokenAxes::checksum).isEqualTo(axes.checksum());
        assertSameNeighbours(axes);

        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(learned.kept()).as("a file cut short").isEmpty();
        whole[whole.length / 2] ^= 1;
        Files.write(file, whole);
        assertThat(learned.kept()).as("a changed file").isEmpty();
    }

    private static TokenAxes learn(LearnedAxes learned) {
        try (DjlEmbedder embedder = open(TokenAxes.identity(SPEC.recipe().hidden()))) {
            return learned.learn(embedder).orElseThrow();
        }
    }

    private static DjlEmbedder open(TokenAxes axes) {
        return DjlEmbedder.open(SPEC, new ModelStore(Utils.getCacheDir().resolve("qorpus")), 2,
                axes);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("model"))) {
            return files.toList();
        }
    }

    /** On learned axes, tokens of unseen texts are as near to each other as with all components. */
    private static void assertSameNeighbours(TokenAxes axes) {
        List<String> texts = List.of("The cat sat by the harbour all afternoon.",
                "A kitten slept near the docks until dusk.");
        List<Embedding> whole;
        List<Embedding> projected;
        try (DjlEmbedder one = open(TokenAxes.identity(SPEC.recipe().hidden())); DjlEmbedder other = open(axes)) {
            whole = one.passageTokens(texts);
            projected = other.passageTokens(texts);
        }
        float[][] left = whole.get(0).tokens().rows();
        float[][] right = whole.get(1).tokens().rows();
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                sum += Math
                        .abs(UnitVectors.dot(left[i], right[j]) - UnitVectors.dot(projected.get(0).tokens().rows()[i],
                                projected.get(1).tokens().rows()[j]));
            }
        }
        assertThat(sum / left.length / right.length).isLessThan(0.1);
    }
}
