package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Memory does not grow with a file. The figures of the large files are printed; {@code mvn verify -Plong} makes
 * them.
 */
class LargeFilesTest {

    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path home;

    @Test
    void aDumpLargerThanTheHeapIsRead() throws Exception {
        readPosts(28 * MEGABYTE, "-Xmx24m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    @Test
    void linesLargerThanTheHeapAreRead() throws Exception {
        readLines(48 * MEGABYTE, "-Xmx40m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    @Test
    @Tag("long")
    void aDumpOfAGigabyteIsRead() throws Exception {
        readPosts(1024 * MEGABYTE, "-Xmx512m");
    }

    @Test
    @Tag("long")
    void linesOf200MegabytesAreRead() throws Exception {
        readLines(200 * MEGABYTE, "-Xmx512m");
    }

    private void readPosts(long bytes, String... flags) throws Exception {
        Path file = home.resolve("Posts.xml");
        int questions = LargeFiles.posts(file, bytes);

        SmallHeap.Result result = read(file, flags);

        assertThat(result.entries()).isEqualTo(questions);
        assertThat(result.wrong()).isZero();
        assertThat(result.findings()).isZero();
    }

    private void readLines(long bytes, String... flags) throws Exception {
        Path file = home.resolve("lines.jsonl");
        int lines = LargeFiles.lines(file, bytes);

        SmallHeap.Result result = read(file, flags);

        assertThat(result.entries()).isEqualTo(lines);
        assertThat(result.wrong()).isZero();
        assertThat(result.findings()).isEqualTo(1);
    }

    private static SmallHeap.Result read(Path file, String... flags) throws Exception {
        SmallHeap.Result result = SmallHeap.read(file, flags);
        System.out.println(describe(file, flags[0], result));
        return result;
    }

    private static String describe(Path file, String heap, SmallHeap.Result result) throws IOException {
        return "%s of %,d bytes, heap %s: %s".formatted(file.getFileName(), Files.size(file), heap, result);
    }
}
