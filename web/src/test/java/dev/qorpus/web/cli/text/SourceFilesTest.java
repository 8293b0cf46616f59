package dev.qorpus.web.cli.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.web.cli.terminal.Terminal;

import static org.assertj.core.api.Assertions.assertThat;

class SourceFilesTest {

    private static final Terminal TERMINAL = Terminal.of(Map.of("TERM", "xterm"), Set.of(Terminal.Stream.OUT), "here");

    @TempDir
    Path home;

    @BeforeEach
    void write() throws IOException {
        for (String name : List.of("notes/a b.md", "notes/deep/c.md", "old/notes/c.md", "secret.md")) {
            Path file = home.resolve(name);
            Files.createDirectories(file.resolveSibling("x").getParent());
            Files.writeString(file, "text");
        }
    }

    private String rendered(String file, String... roots) {
        return new SourceFiles(List.of(roots).stream().map(home::resolve).toList(), TERMINAL).place(file, 7)
                .render(TERMINAL);
    }

    @Test
    void aPlaceLeadsToTheLineOfItsFile() {
        assertThat(rendered("a b.md", "notes"))
                .contains("\u001B]8;;file://here" + home.toUri().getRawPath() + "notes/a%20b.md#7\u001B\\")
                .contains("a b.md:7");
        assertThat(rendered("deep/c.md", "notes")).contains("/notes/deep/c.md#7");
        assertThat(rendered("a b.md", "notes/a b.md")).contains("/notes/a%20b.md#7");
    }

    @Test
    void namesMayBeginWithFoldersAboveTheRoot() {
        assertThat(rendered("old/notes/c.md", "notes/deep", "old/notes")).contains("/old/notes/c.md#7");
    }

    @Test
    void whatIsNotInTheCorpusIsNoLink() {
        assertThat(rendered("gone.md", "notes")).isEqualTo("\u001B[2mgone.md:7\u001B[0m");
        assertThat(rendered("../secret.md", "notes")).doesNotContain("]8;");
        assertThat(rendered("bad\u0000.md", "notes")).isEqualTo("\u001B[2mbad\uFFFD.md:7\u001B[0m");
        assertThat(SourceFiles.of(List.of(home.resolve("notes").toString()), Terminal.of(Map.of(), Set.of(), ""))
                .place("a b.md", 7).render(TERMINAL)).doesNotContain("]8;");
    }
}
