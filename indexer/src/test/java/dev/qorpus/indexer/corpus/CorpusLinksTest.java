package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.ignore.IgnoredPath;

import static org.assertj.core.api.Assertions.assertThat;

/** Symbolic links in a folder: each file is read once, and no walk goes in circles. */
class CorpusLinksTest {

    @TempDir
    Path home;

    private Path notes;
    private Path elsewhere;

    @BeforeEach
    void twoFolders() throws IOException {
        notes = Files.createDirectory(home.resolve("notes"));
        elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        write(notes.resolve("tea.md"));
        write(elsewhere.resolve("deep/loam.md"));
    }

    @Test
    void aLinkToAFolderOrFileElsewhereIsFollowed() throws IOException {
        write(home.resolve("single.md"));
        link("all", elsewhere);
        link("one.md", home.resolve("single.md"));

        assertThat(names(notes)).containsExactly("all/deep/loam.md", "one.md", "tea.md");
        assertThat(ParseResult.ofCorpus(notes).ids()).contains("all/deep/loam.md#what-is-it");
    }

    @Test
    void aFolderOfLinksAloneIsRead() throws IOException {
        Path links = Files.createDirectory(home.resolve("links"));
        Files.createSymbolicLink(links.resolve("a"), elsewhere);
        assertThat(names(links)).containsExactly("a/deep/loam.md");
    }

    @Test
    void nothingIsReadTwice() throws IOException {
        link("again.md", notes.resolve("tea.md"));
        link("first", elsewhere);
        link("second", elsewhere);
        link("third.md", elsewhere.resolve("deep/loam.md"));

        CorpusListing listing = Corpus.of(List.of(notes)).listing();

        assertThat(listing.files()).extracting(CorpusListing.SourceFile::name).containsExactly("first/deep/loam.md",
                "tea.md");
        assertThat(listing.ignored()).containsExactly(
                new IgnoredPath("again.md", "a link to a file that is read already"),
                new IgnoredPath("second/", "a link to a folder that is read already"),
                new IgnoredPath("third.md", "a link to a file that is read already"));
    }

    @Test
    void circlesAndDeadEndsAreLeftOutAndNamed() throws IOException {
        link("loop", notes);
        link("up", home);
        link("self.md", notes.resolve("self.md"));
        Files.createSymbolicLink(elsewhere.resolve("back"), notes);
        link("there", elsewhere);

        CorpusListing listing = Corpus.of(List.of(notes)).listing();

        assertThat(listing.files()).extracting(CorpusListing.SourceFile::name).containsExactly("tea.md",
                "there/deep/loam.md");
        assertThat(listing.ignored()).containsExactly(
                new IgnoredPath("loop/", "a link to a folder that contains it"),
                new IgnoredPath("self.md", "a link that leads nowhere"),
                new IgnoredPath("there/back/", "a link to a folder that contains it"),
                new IgnoredPath("up/", "a link to a folder that contains it"));
        assertThat(listing.findings()).isEmpty();
    }

    @Test
    void aLinkToAnotherRootIsLeftOutBecauseItIsReadAlready() throws IOException {
        Path outer = Files.createDirectory(home.resolve("outer"));
        Path inner = Files.createDirectory(outer.resolve("inner"));
        write(inner.resolve("rye.md"));
        link("other", elsewhere);
        link("above", outer);

        CorpusListing listing = Corpus.of(List.of(notes, elsewhere, inner)).listing();

        assertThat(listing.files()).hasSize(3);
        assertThat(listing.ignored()).extracting(IgnoredPath::reason).containsExactlyInAnyOrder(
                "a link to a folder that is read already",
                "a link to a folder that contains another folder of the corpus");
    }

    @Test
    void aRootWithinAnotherRootIsReadOnce() throws IOException {
        write(notes.resolve("hot/mate.md"));
        assertThat(names(notes, notes.resolve("hot"))).containsExactly("hot/mate.md", "tea.md");
        assertThat(names(notes, notes)).containsExactly("hot/mate.md", "tea.md");
    }

    private static List<String> names(Path... roots) {
        return Corpus.of(List.of(roots)).listing().files().stream().map(CorpusListing.SourceFile::name).toList();
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(notes.resolve(name), target);
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "# What is it?\nA thing.\n");
    }
}
