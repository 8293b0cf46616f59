package dev.qorpus.indexer.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.corpus.entry.Finding;

import static org.assertj.core.api.Assertions.assertThat;

class BrokenLinksTest {

    @TempDir
    Path notes;

    @Test
    void onlyTheListedFilesAreReadBecauseTheCorpusIsListedOnce() throws IOException {
        Files.writeString(notes.resolve("a.md"), "# Where?\n\nSee [there](#nowhere).\n");
        CorpusReader.Contents contents = new CorpusReader().contents(Corpus.of(List.of(notes)));
        Files.writeString(notes.resolve("late.md"), "# When?\n\nSee [then](#never).\n");

        List<Finding> findings = new BrokenLinks().of(contents.files());

        assertThat(findings).extracting(Finding::file).containsExactly("a.md");
    }
}
