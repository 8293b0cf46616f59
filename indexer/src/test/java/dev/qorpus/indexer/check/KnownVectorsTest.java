package dev.qorpus.indexer.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.models.Models;
import dev.qorpus.models.djl.DjlModels;

import static org.assertj.core.api.Assertions.assertThat;

class KnownVectorsTest {

    @TempDir
    Path home;

    @Test
    void whatIsKnownIsTakenAndTheRestIsEmbedded() throws IOException {
        Files.writeString(home.resolve("a.md"), """
                # What is tea?
                Leaves.
                # How do engines burn fuel?
                In cylinders.
                """);
        float[] same = new float[384];
        same[0] = 1;
        List<String> asked = new ArrayList<>();
        try (Models models = DjlModels.models(1)) {
            Corpus corpus = Corpus.of(List.of(home));
            assertThat(Check.withModel(models, KnownVectors.NONE).check(corpus).findings()).isEmpty();
            assertThat(Check.withModel(models, (id, question) -> {
                asked.add(id + " " + question);
                return Optional.of(same);
            }).check(corpus).findings()).extracting(Finding::rule)
                    .containsExactly(Finding.Rule.NEAR_DUPLICATE_QUESTION);
        }
        assertThat(asked).containsExactly("a.md#what-is-tea What is tea?",
                "a.md#how-do-engines-burn-fuel How do engines burn fuel?");
    }
}
