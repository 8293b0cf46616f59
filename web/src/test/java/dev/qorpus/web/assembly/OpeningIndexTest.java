package dev.qorpus.web.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.models.Models;
import dev.qorpus.search.backend.Backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpeningIndexTest {

    @TempDir
    Path home;

    private IndexAddress indexed(String name, String text) throws IOException {
        Path note = Files.writeString(home.resolve(name + ".md"), text);
        Path index = home.resolve(name);
        try (Models models = Session.openModels(); LuceneSink sink = LuceneSink.open(index)) {
            new Indexer(models, Progress.NONE).withoutVectors().index(Corpus.of(List.of(note)), sink,
                    List.of(Models.DEFAULT), false);
        }
        return new IndexAddress(index.toString());
    }

    private static int entries(OpeningIndex opening, IndexAddress wanted) {
        try (Backend backend = opening.open(wanted)) {
            return backend.manifest().counts().entries();
        }
    }

    @Test
    void theWantedIndexIsOpenedAlsoIfAnotherOneWasThought() throws IOException {
        IndexAddress one = indexed("one", "## What is tea?\nLeaves.\n");
        IndexAddress two = indexed("two", "## What is tea?\nLeaves.\n## What is a cup?\nA vessel.\n");
        OpeningIndex opening = Objects.requireNonNull(OpeningIndex.start(one));

        assertThat(entries(opening, two)).isEqualTo(2);
        assertThat(entries(opening, one)).isEqualTo(1);
    }

    @Test
    void aMissingIndexFailsWhereItIsWanted() {
        IndexAddress missing = new IndexAddress(home.resolve("missing").toString());
        OpeningIndex opening = Objects.requireNonNull(OpeningIndex.start(missing));

        assertThatThrownBy(() -> opening.open(missing)).isInstanceOf(IndexException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void aClusterIsNotAskedBeforeTheArgumentsAreRight() {
        assertThat(OpeningIndex.start(new IndexAddress("opensearch:http://127.0.0.1:1/none"))).isNull();
    }
}
