package dev.qorpus.web.api;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Images of the corpus are served, and no other files. */
class ImagesIT {

    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    static Path home;

    private static RunningServer server;
    private static Client client;

    @BeforeAll
    static void serve() throws Exception {
        Path corpus = home.resolve("notes");
        Path notes = Files.createDirectories(corpus.resolve("deep"));
        Files.writeString(notes.resolve("a.md"), """
                ## What is shown?
                ![one](../50%25%20%C3%A4.png) ![two](/deep/two.svg) ![far](https://example.org/x.png)
                ## What is next?
                Nothing.
                """);
        Files.write(corpus.resolve("50% ä.png"), PNG);
        Files.writeString(notes.resolve("two.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>");
        Files.write(home.resolve("secret.png"), PNG);
        Files.writeString(corpus.resolve("text.png"), "a password");
        Files.createDirectory(corpus.resolve(".hidden"));
        Files.write(corpus.resolve(".hidden/a.png"), PNG);
        Files.createSymbolicLink(corpus.resolve("out.png"), home.resolve("secret.png"));
        Files.createSymbolicLink(corpus.resolve("up"), home);
        new ProcessBuilder("mkfifo", corpus.resolve("pipe.png").toString()).start().waitFor();
        try (RandomAccessFile huge = new RandomAccessFile(corpus.resolve("huge.png").toFile(), "rw")) {
            huge.write(PNG);
            huge.setLength(3L << 30);
        }
        server = RunningServer.start(Product.in(home), "notes");
        client = new Client(server.address());
    }

    @AfterAll
    static void end() {
        client.close();
        server.close();
    }

    @Test
    void anEntryNamesItsImagesAndItsNeighbours() {
        JsonNode entry = client.get("/api/entries/deep%2Fa.md%23what-is-shown").ok();
        assertThat(entry.get("answerHtml").asString()).contains("<img src=\"corpus/50%25%20%C3%A4.png\" alt=\"one\"",
                "<img src=\"corpus/deep/two.svg\" alt=\"two\"", "<a href=\"https://example.org/x.png\"");
        assertThat(entry.get("previous")).isNull();
        assertThat(entry.at("/next/id").asString()).isEqualTo("deep/a.md#what-is-next");
        assertThat(entry.at("/next/line").asInt()).isEqualTo(3);
        assertThat(entry.get("siblings")).hasSize(2);
        assertThat(entry.get("inSection").asInt()).isEqualTo(2);
    }

    @Test
    void relatedEntriesAreExplainedIfThatIsAskedFor() {
        String path = "/api/entries/deep%2Fa.md%23what-is-shown/related";
        assertThat(client.get(path + "?explain=true").ok().at("/hits/0/explanation/terms").isArray()).isTrue();
        assertThat(client.get(path).ok().at("/hits/0/explanation").isMissingNode()).isTrue();
        assertThat(client.get(path + "?explain=maybe").problem(400)).contains("'maybe'", "true and false");
    }

    @Test
    void imagesAreServedWithTheirTypesInASandbox() {
        Client.Answer png = client.get("/corpus/50%25%20%C3%A4.png");
        assertThat(png.status()).isEqualTo(200);
        assertThat(png.header("Content-Type")).hasValue("image/png");
        assertThat(png.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(png.header("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
        Client.Answer svg = client.get("/corpus/deep/two.svg");
        assertThat(svg.header("Content-Type")).hasValue("image/svg+xml");
        assertThat(svg.header("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
        assertThat(svg.header("Content-Disposition")).hasValue("attachment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope.png", "text.png", "deep/a.md", "out.png", "up/secret.png", "pipe.png", "huge.png",
            ".hidden/a.png", "%2Ehidden/a.png", "..%2Fsecret.png", "%2e%2e%2fsecret.png", "%2e%2e/secret.png",
            "deep/..%2F..%2Fsecret.png", "..%5Csecret.png", "..%252Fsecret.png", "%2Fetc%2Fhostname", "/etc/hostname",
            "a%00.png", "secret.png%00", "../secret.png", "deep/../../secret.png", "%zz.png",
            "%C0%AE%C0%AE/secret.png", "deep", ""})
    void nothingElseIs(String path) {
        Client.Answer answer = client.raw("localhost", "/corpus/" + path);
        assertThat(answer.status()).as(path).isBetween(400, 404);
        answer.problem(answer.status());
    }

    @Test
    void absolutePathsOfTheMachineAreNotServed() {
        client.raw("localhost", "/corpus" + home.resolve("secret.png")).problem(404);
        client.raw("localhost", "/corpus/" + home.resolve("secret.png")).problem(404);
    }
}
