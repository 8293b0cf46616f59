package dev.qorpus.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusFile;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.schema.FileRecord;

import static org.assertj.core.api.Assertions.assertThat;

class FileChangesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private List<FileRecord> indexed() {
        return new CorpusReader().contents(corpus()).files().stream()
                .map(file -> record(file, file.digest().orElseThrow())).toList();
    }

    private static FileRecord record(CorpusFile file, String digest) {
        return new FileRecord(file.name(), digest, CorpusReader.VERSION, new TreeMap<>(), List.of(),
                new FileRecord.Summary(0, new TreeMap<>(), Coverage.NONE, new TreeMap<>(), List.of()));
    }

    private Corpus corpus() {
        return new Corpus(List.of(folder));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void changedAddedAndRemovedFilesAreCounted() throws IOException {
        write("a.md", "## Why?\nSo.\n");
        write("b.md", "## Who?\nMe.\n");
        write("c.md", "## When?\nNow.\n");
        List<FileRecord> indexed = indexed();
        assertThat(FileChanges.between(indexed, corpus(), LONG)).isEqualTo(FileChanges.NONE);
        write("a.md", "## Why?\nBecause.\n");
        Files.delete(folder.resolve("b.md"));
        write("d.md", "## Where?\nHere.\n");
        write("e.md", "## How?\nLike this.\n");
        assertThat(FileChanges.between(indexed, corpus(), LONG)).isEqualTo(new FileChanges(1, 2, 1));
    }

    @Test
    void aFileThatWasOnlyTouchedDidNotChange() throws IOException {
        write("a.md", "## Why?\nSo.\n");
        List<FileRecord> indexed = indexed();
        Files.setLastModifiedTime(folder.resolve("a.md"), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(FileChanges.between(indexed, corpus(), LONG).isEmpty()).isTrue();
    }

    @Test
    void aFileThatKeptItsOldTimeMayHaveChanged() throws IOException {
        write("a.md", "## Why?\nSo.\n");
        List<FileRecord> indexed = indexed();
        write("a.md", "## Why?\nNo.\n");
        Files.setLastModifiedTime(folder.resolve("a.md"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(FileChanges.between(indexed, corpus(), LONG)).isEqualTo(new FileChanges(1, 0, 0));
    }

    @Test
    void whereThereIsNoTimeOnlyNamesAreCompared() throws IOException {
        write("a.md", "## Why?\nSo.\n");
        List<FileRecord> indexed = indexed();
        write("a.md", "## Why?\nNo.\n");
        write("b.md", "## Who?\nMe.\n");
        assertThat(FileChanges.between(indexed, corpus(), Duration.ZERO)).isEqualTo(new FileChanges(0, 1, 0));
    }

    @Test
    void aFileThatCouldNotBeReadWhenItWasIndexedSaysNothing() throws IOException {
        write("a.md", "## Why?\nSo.\n");
        List<FileRecord> indexed = new CorpusReader().contents(corpus()).files().stream()
                .map(file -> record(file, "")).toList();
        assertThat(FileChanges.between(indexed, corpus(), LONG).isEmpty()).isTrue();
    }
}
