package dev.qorpus.indexer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.FileRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run does about files that changed, and about those that did not. */
class ChangesTest {

    private static final String X = "{\"_id\":\"x\",\"title\":\"What is x?\",\"text\":\"A letter.\"}";
    private static final String Y = "{\"_id\":\"y\",\"title\":\"What is y?\",\"text\":\"The next one.\"}";

    @TempDir
    Path home;

    private IndexedFolder folder;

    /** Opens an index for writing; other engines do it otherwise. */
    EntrySink open(Path index) {
        return LuceneSink.open(index);
    }

    @BeforeEach
    void notes() {
        folder = IndexedFolder.in(home, this::open);
        folder.write("a.md", "# What is an apple?", "A round fruit.", "# Who ate it?");
        folder.write("b.md", "# Is tea a drink?", "Yes, made from leaves.");
    }

    @Test
    void aFileWithTheSameBytesIsNotParsedAgainAndItsFindingsAreReported() {
        assertThat(folder.run().findings()).singleElement().extracting(Finding::line).isEqualTo(3);
        FileRecord record = folder.content().files().getFirst();
        Finding other = new Finding(Finding.Rule.EMPTY_LABEL, "a.md", 7, null, "only parsing would not say this");
        folder.publish(new FileRecord(record.file(), record.digest(), record.parser(), record.hashes(),
                List.of(other), record.summary()));

        folder.write("b.md", "# Is tea a drink?", "It is.");

        assertThat(folder.run().findings()).containsExactly(other);
    }

    @Test
    void anotherParserParsesAgainAndEmbedsNothing() {
        folder.run();
        FileRecord record = folder.content().files().getFirst();
        folder.publish(new FileRecord(record.file(), record.digest(), record.parser() - 1, record.hashes(),
                List.of(), record.summary()));

        IndexReport report = folder.run();

        assertThat(report.findings()).hasSize(1);
        assertThat(report.counts()).isEqualTo(new IndexReport.Counts(0, 0, 0, 0, 0));
        assertThat(folder.content().files().getFirst()).isEqualTo(record);
    }

    @Test
    void aRenamedFileIsNoticed() throws Exception {
        folder.run();
        Files.move(folder.notes().resolve("b.md"), folder.notes().resolve("c.md"));

        assertThat(folder.run().counts()).isEqualTo(new IndexReport.Counts(1, 0, 1, 1, 0));
    }

    @Test
    void anIdThatAnEarlierFileGivesUpGoesToTheLaterOne() {
        folder.write("k.jsonl", X, Y);
        folder.write("l.jsonl", X);
        assertThat(folder.run().findings()).anyMatch(finding -> finding.rule() == Finding.Rule.DUPLICATE_ID);

        folder.write("k.jsonl", Y);
        assertThat(folder.run().findings()).noneMatch(finding -> finding.rule() == Finding.Rule.DUPLICATE_ID);
        assertThat(folder.content()).isEqualTo(folder.clean(home.resolve("clean1")));

        folder.write("k.jsonl", Y, X);
        assertThat(folder.run().findings()).anyMatch(finding -> finding.rule() == Finding.Rule.DUPLICATE_ID);
        assertThat(folder.content()).isEqualTo(folder.clean(home.resolve("clean2")));
    }

    @Test
    void whatIsRecordedIsWhatTheSecondReadingMet() {
        IndexReport report = folder.runReadingTwice(atStart(() -> {
            folder.write("a.md", "# What is a pear?", "Another fruit.");
            folder.delete("b.md");
            folder.write("c.md", "# Is it too late?", "For this run.");
        }));

        assertThat(report.counts().added()).isEqualTo(1);
        assertThat(folder.content().files()).extracting(FileRecord::file).containsExactly("a.md");
        assertThat(folder.run().counts().added()).isEqualTo(1);
        assertThat(folder.content()).isEqualTo(folder.clean(home.resolve("clean")));
    }

    @Test
    void aFileThatBecomesUnreadableBetweenTheReadingsLosesNothing() {
        folder.run();
        folder.write("a.md", "# What is an apple?", "Something else.");
        Path file = folder.notes().resolve("a.md");
        IndexReport broken = folder
                .runReadingTwice(atStart(() -> Files.write(file, new byte[]{'#', ' ', (byte) 0xE9})));
        assertThat(broken.incomplete()).isTrue();
        assertThat(folder.content().files()).extracting(FileRecord::file).containsExactly("a.md", "b.md");

        folder.write("a.md", "# What is an apple?", "A fruit again.");
        folder.run();
        assertThat(folder.content()).isEqualTo(folder.clean(home.resolve("clean")));
    }

    @Test
    void emptyLinesChangeNothingButTheDigest() {
        folder.run();
        folder.write("a.md", "# What is an apple?", "A round fruit.", "# Who ate it?", "", "");

        assertThat(folder.run().counts()).isEqualTo(new IndexReport.Counts(0, 0, 0, 0, 0));
        assertThat(folder.content()).isEqualTo(folder.clean(home.resolve("clean")));
    }

    private interface Edit {
        void make() throws Exception;
    }

    /** Edits after the first reading and before the second. */
    private static Progress atStart(Edit edit) {
        return new Progress() {
            @Override
            public void start(long entries) {
                try {
                    edit.make();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void embedded(long entries) {}

            @Override
            public void end() {}
        };
    }
}
