package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Every word of a file of records is in an entry, or left out by a rule. */
class RecordCoverageTest {

    @TempDir
    Path home;

    @Test
    void aTableCountsItsNamesAndRowsWithTooManyFields() throws IOException {
        Coverage coverage = coverage("a.csv", "question,answer,owner\nWhy so?,Just so.,Ann\none,two,three,four\n");

        assertThat(coverage.inEntries()).isEqualTo(5);
        assertThat(coverage.leftOut()).containsExactly(entry(LeftOutRule.LABEL, 3), entry(LeftOutRule.MALFORMED, 4));
        assertThat(coverage.words()).isEqualTo(12);
    }

    @Test
    void linesCountTheirIdsBrokenLinesAndTheEntriesOfAnotherId() throws IOException {
        Coverage coverage = coverage("a.jsonl", """
                {"_id": "x 1", "title": "Why so?", "text": "Just so."}
                {"_id": "x 1", "title": "When?", "text": "Now."}
                broken line
                """);

        assertThat(coverage.inEntries()).isEqualTo(4);
        assertThat(coverage.leftOut()).containsExactly(entry(LeftOutRule.FIELD, 4), entry(LeftOutRule.MALFORMED, 4));
    }

    private Coverage coverage(String name, String content) throws IOException {
        Path file = Files.writeString(home.resolve(name), content);
        Coverage[] sum = {Coverage.NONE};
        new CorpusReader().read(Corpus.of(List.of(file)), new CorpusHandler() {
            @Override
            public void coverage(Coverage.OfFile coverage) {
                sum[0] = sum[0].plus(coverage.counts());
            }

            @Override
            public void entry(Entry entry) {}

            @Override
            public void finding(Finding finding) {}
        });
        return sum[0];
    }
}
