package dev.qorpus.indexer.corpus.images;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CorpusImagesTest {

    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path home;

    private Path corpus;
    private CorpusImages images;

    @BeforeEach
    void lay() throws IOException {
        corpus = Files.createDirectories(home.resolve("corpus"));
        Files.createDirectories(corpus.resolve("img"));
        Files.createDirectories(corpus.resolve(".hidden"));
        Files.write(corpus.resolve("img/50% a b.PNG"), PNG);
        Files.write(corpus.resolve(".hidden/a.png"), PNG);
        Files.write(home.resolve("secret.png"), PNG);
        Files.writeString(corpus.resolve("notes.md"), "# Why?\n");
        Files.writeString(corpus.resolve("text.png"), "a password");
        Files.writeString(corpus.resolve("a.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        images = new CorpusImages(List.of(corpus));
    }

    @Test
    void imagesOfTheFolderAreThereWithTheirTypes() {
        assertThat(images.image("img/50% a b.PNG").orElseThrow().type()).isEqualTo("image/png");
        assertThat(images.image("img/50% a b.PNG").orElseThrow().bytes()).isEqualTo(PNG);
        assertThat(images.image("a.svg").orElseThrow().type()).isEqualTo("image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "img", "notes.md", "text.png", "nope.png", "../secret.png",
            "img/../../secret.png", "img/../a.svg", "./a.svg", "/a.svg", "img//50% a b.PNG", ".hidden/a.png",
            "..\\secret.png", "a.svg\u0000.png", "a.svg/", "a.png/.."})
    void nothingElseIs(String name) {
        assertThat(images.image(name)).isEmpty();
    }

    @Test
    void absolutePathsLeadNowhere() {
        assertThat(images.image(home.resolve("secret.png").toString())).isEmpty();
        assertThat(images.image("/" + home.resolve("secret.png"))).isEmpty();
    }

    @Test
    void linksAreFollowedInsideAndNotOut() throws IOException {
        Files.createSymbolicLink(corpus.resolve("out.png"), home.resolve("secret.png"));
        Files.createSymbolicLink(corpus.resolve("folder"), home);
        Files.createSymbolicLink(corpus.resolve("shown.png"), corpus.resolve(".hidden/a.png"));
        Files.createSymbolicLink(corpus.resolve("text.svg"), corpus.resolve("notes.md"));
        Files.createSymbolicLink(corpus.resolve("inside.png"), corpus.resolve("img/50% a b.PNG"));
        for (String name : List.of("out.png", "folder/secret.png", "shown.png", "text.svg")) {
            assertThat(images.image(name)).as(name).isEmpty();
        }
        assertThat(images.image("inside.png")).isPresent();
    }

    @Test
    void pipesAndHugeFilesAreNotRead() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", corpus.resolve("pipe.png").toString()).start().waitFor()).isZero();
        try (RandomAccessFile huge = new RandomAccessFile(corpus.resolve("huge.png").toFile(), "rw")) {
            huge.write(PNG);
            huge.setLength(CorpusImages.LARGEST + 1L);
        }
        assertThat(images.image("pipe.png")).isEmpty();
        assertThat(images.image("huge.png")).isEmpty();
    }

    @Test
    void aCorpusOfOneFileHasNone() {
        assertThat(new CorpusImages(List.of(corpus.resolve("notes.md"))).image("a.svg")).isEmpty();
        assertThat(new CorpusImages(List.of(home.resolve("gone"), corpus)).image("a.svg")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"deep/a.md, img/x.png, deep/img/x.png", "deep/a.md, ../x.png, x.png", "deep/a.md, /x.png, x.png",
            "a.md, ./x%20y.png?raw=true#top, x y.png", "a.md, x+y.jpeg, x+y.jpeg", "a.md, %ZZ.png, %ZZ.png"})
    void destinationsCountFromTheirFile(String file, String destination, String name) {
        assertThat(CorpusImages.name(file, destination)).hasValue(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/x.png", "//evil.example/x.png", "\\\\evil\\x.png", "file:///x.png",
            "data:image/png;base64,AAAA", "../x.png", "%2e%2e/x.png", "a/../../x.png", ".git/x.png", "x.txt", "",
            "javascript:x.png"})
    void whatIsElsewhereHasNoName(String destination) {
        assertThat(CorpusImages.name("a.md", destination)).isEmpty();
    }

    @Test
    void anImageOfARootWhoseNamesBeginWithItsFolderIsFound() throws IOException {
        Path one = Files.createDirectories(home.resolve("one/docs"));
        Files.write(one.resolve("a.gif"), "GIF89a".getBytes(StandardCharsets.ISO_8859_1));
        CorpusImages images = new CorpusImages(List.of(one));

        assertThat(images.image("docs/a.gif")).isPresent();
        assertThat(images.image("one/docs/a.gif")).isPresent();
        assertThat(images.image("two/docs/a.gif")).isEmpty();
    }
}
