package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.format.UnreadFormats;
import dev.qorpus.indexer.corpus.ignore.IgnoredPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

/** Which files of real folders are read, and how the others are named. */
class CorpusFoldersTest {

    @TempDir
    Path home;

    @Test
    void filesOfUnknownFormatsAreCountedBySuffix() throws IOException {
        write("a.md", "b.PDF", "c.pdf", "deep/d.docx", "e.png", "Makefile", "x.tar.gz", "map.excalidraw.md",
                ".hidden.docx", ".git/e.docx");

        CorpusReader.Contents contents = new CorpusReader().contents(Corpus.of(List.of(home)));

        assertThat(contents.unread()).containsExactly(entry("", 1), entry(".docx", 1), entry(".excalidraw", 1),
                entry(".gz", 1),
                entry(".pdf", 2), entry(".png", 1));
        assertThat(UnreadFormats.sentences(contents.unread())).containsExactly(
                "1 without suffix: not read; give them a suffix if they are text, such as .md",
                "1 .docx: not read; convert them with pandoc", "1 .excalidraw: not read; export them as text",
                "2 .pdf: not read; convert them with pdftotext",
                "1 .gz, 1 .png: not text");
    }

    @Test
    void ignoreFilesAreRespectedAndNamed() throws IOException {
        write("kept.md", "drafts/a.md", "drafts/deep/b.md", "notes/secret.md", "notes/open.md", "old/a.md", "x.log");
        Files.writeString(home.resolve(".gitignore"), "drafts/\n*.log\nold\n");
        Files.writeString(home.resolve("notes/.qorpusignore"), "# private\nsecret.md\n");
        Files.writeString(home.resolve(".qorpusignore"), "!old\n");

        CorpusListing listing = Corpus.of(List.of(home)).listing();

        assertThat(names(listing)).containsExactly("kept.md", "notes/open.md", "old/a.md");
        assertThat(listing.ignored()).containsExactly(new IgnoredPath("drafts/", "ignored by .gitignore"),
                new IgnoredPath("notes/secret.md", "ignored by notes/.qorpusignore"));
        assertThat(listing.unread()).isEmpty();
    }

    @Test
    void aNamedFolderIsReadWhateverTheIgnoreFileAboveItSays() throws IOException {
        write("drafts/a.md");
        Files.writeString(home.resolve(".gitignore"), "drafts/\n");
        assertThat(names(Corpus.of(List.of(home.resolve("drafts"))).listing())).containsExactly("a.md");
    }

    @Test
    void foldersOfBuildToolsAreLeftOutAndFoldersOfNotesAreNot() throws IOException {
        write("build/note.md", "target/note.md", "dist/note.md", "web/dist/README.md", "web/package.json",
                "java/target/a.md", "java/pom.xml", "env/pyvenv.cfg", "env/a.md", "py/__pycache__/a.md", "_site/a.md",
                "cache/CACHEDIR.TAG", "cache/a.md");

        CorpusListing listing = Corpus.of(List.of(home)).listing();

        assertThat(names(listing)).containsExactly("build/note.md", "dist/note.md", "target/note.md");
        assertThat(listing.ignored()).containsExactly(
                new IgnoredPath("_site/", "written by a build tool or package manager"),
                new IgnoredPath("cache/", "written by a tool: it contains CACHEDIR.TAG"),
                new IgnoredPath("env/", "written by a tool: it contains pyvenv.cfg"),
                new IgnoredPath("java/target/", "written by the build tool of pom.xml"),
                new IgnoredPath("py/__pycache__/", "written by a build tool or package manager"),
                new IgnoredPath("web/dist/", "written by the build tool of package.json"));
    }

    @Test
    void anIgnoreFileCanKeepAFolderThatLooksLikeAToolsOwn() throws IOException {
        write("dist/note.md", "package.json");
        Files.writeString(home.resolve(".qorpusignore"), "!dist/\n");
        assertThat(names(Corpus.of(List.of(home)).listing())).containsExactly("dist/note.md");
    }

    @Test
    void rootsWithFilesOfTheSameNamePutTheirFolderBeforeIt() throws IOException {
        write("a/README.md", "a/x.md", "b/README.md", "c/y.md");

        assertThat(names("a", "b", "c")).containsExactly("a/README.md", "a/x.md", "b/README.md", "y.md");
        assertThat(names("a", "c")).containsExactly("README.md", "x.md", "y.md");
        assertThat(ParseResult.ofCorpus(home.resolve("a"), home.resolve("b")).ids())
                .containsExactly("a/README.md#what-is-it", "a/x.md#what-is-it", "b/README.md#what-is-it");
    }

    @Test
    void rootsOfTheSameNameGetMoreOfTheirPath() throws IOException {
        write("one/docs/g.md", "two/docs/g.md", "three/g.md");

        assertThat(names("one/docs", "two/docs", "three")).containsExactly("one/docs/g.md", "three/g.md",
                "two/docs/g.md");
        assertThat(names("one/docs/g.md", "two/docs/g.md")).containsExactly("one/docs/g.md", "two/docs/g.md");
    }

    @Test
    void aFolderThatWasEmptiedHasNoContents() throws IOException {
        Corpus corpus = Corpus.of(List.of(Files.createDirectory(home.resolve("empty"))));

        assertThat(new CorpusReader().contents(corpus).isEmpty()).isTrue();
        assertThatThrownBy(() -> new CorpusReader().read(corpus, new ParseResult()))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("no file that can be read; name a folder with files of these formats: Markdown");
    }

    private List<String> names(String... roots) {
        return names(Corpus.of(List.of(roots).stream().map(home::resolve).toList()).listing());
    }

    private static List<String> names(CorpusListing listing) {
        return listing.files().stream().map(CorpusListing.SourceFile::name).toList();
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "# What is it?\nA thing.\n");
        }
    }
}
