package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Whatever lies in a folder, the files that can be read are, and the others are named. */
class CorpusWalkTest {

    @TempDir
    Path home;

    private Path notes;

    @BeforeEach
    void oneGoodFile() throws IOException {
        notes = Files.createDirectory(home.resolve("notes"));
        write("tea.md");
    }

    @Test
    void aLinkThatIsNamedIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("link"), notes);
        assertThat(ParseResult.ofCorpus(link).ids()).containsExactly("tea.md#what-is-it");
    }

    @Test
    void foldersOfOthersAreLeftOut() throws IOException {
        write("node_modules/some/README.md");
        write(".git/notes.md");
        write("judged/corpus.md");
        Files.writeString(notes.resolve("judged/qrels.tsv"), "query-id\tcorpus-id\tscore\n");

        assertThat(ParseResult.ofCorpus(notes).ids()).containsExactly("tea.md#what-is-it");
    }

    @Test
    void aNameWithControlCharactersIsReadAndShownInOneLine() throws IOException {
        Files.writeString(notes.resolve("a\nb\u001B[31m\u007F.md"), "# What is it?\n");

        ParseResult result = ParseResult.ofCorpus(notes);

        assertThat(result.ids()).contains("a␊b␛[31m␡.md#what-is-it");
        assertThat(result.reports()).containsExactly(
                "a␊b␛[31m␡.md:1: 'What is it?' has no answer yet [question-without-answer]");
    }

    @Test
    void pipesAndDevicesAreNeverOpened() throws Exception {
        Path pipe = notes.resolve("pipe.md");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);

        assertTimeoutPreemptively(Duration.ofMinutes(1),
                () -> assertThat(ParseResult.ofCorpus(notes).ids()).containsExactly("tea.md#what-is-it"));
        assertThatThrownBy(() -> ParseResult.ofCorpus(pipe)).isInstanceOf(CorpusException.class)
                .hasMessage(pipe + ": neither a file nor a folder; name a file or a folder");
    }

    @Test
    void anEnormousMarkdownFileIsRefusedAndTheOthersAreRead() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(notes.resolve("big.md").toFile(), "rw")) {
            file.setLength(500L << 20);
        }

        ParseResult result = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> ParseResult.ofCorpus(notes));

        assertThat(result.ids()).containsExactly("tea.md#what-is-it");
        assertThat(result.reports()).singleElement().asString().startsWith("big.md:1: more than ")
                .endsWith("[unreadable-file]");
    }

    /** Root lists every folder: then this is not tested here. */
    @Test
    void aFolderThatCannotBeListedIsNamedAndTheOthersAreRead() throws IOException {
        write("locked/secret.md");
        write("locked.git/.hidden/secret.md");
        Path locked = notes.resolve("locked");
        Path hidden = notes.resolve("locked.git/.hidden");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(locked), "this user lists every folder: an unreadable one was NOT tested");
            ParseResult result = ParseResult.ofCorpus(notes);
            assertThat(result.ids()).containsExactly("tea.md#what-is-it");
            assertThat(result.reports()).containsExactly(
                    "locked/:1: the folder cannot be listed; make it readable, or move it elsewhere [unreadable-file]");
            assertThatThrownBy(() -> ParseResult.ofCorpus(locked)).isInstanceOf(CorpusException.class)
                    .hasMessageContaining("cannot be read");
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
            Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void write(String name) throws IOException {
        Path file = notes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "# What is it?\nA thing.\n");
    }
}
