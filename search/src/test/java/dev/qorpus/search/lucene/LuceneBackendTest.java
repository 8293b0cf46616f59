package dev.qorpus.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.BackendContract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LuceneBackendTest extends BackendContract {

    @Override
    protected EntrySink sink(Path home) {
        return LuceneSink.open(home.resolve("index"));
    }

    @Override
    protected Backend open(Path home) {
        return LuceneBackend.open(home.resolve("index"));
    }

    @Test
    void aFolderWithoutIndexSaysHowToMakeOne(@TempDir Path empty) {
        assertThatThrownBy(() -> LuceneBackend.open(empty)).isInstanceOf(IndexException.class)
                .hasMessageContaining("no index there; make one: qorpus index FOLDER");
        assertThatThrownBy(() -> LuceneBackend.open(empty.resolve("absent"))).isInstanceOf(IndexException.class)
                .hasMessageContaining("no index there");
    }

    @Test
    void aDamagedIndexSaysHowToMendIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("segments_1"), "not a commit");
        assertThatThrownBy(() -> LuceneBackend.open(folder)).isInstanceOf(IndexException.class)
                .hasMessageContaining("qorpus index --rebuild");
    }
}
