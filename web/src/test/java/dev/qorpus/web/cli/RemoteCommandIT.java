package dev.qorpus.web.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that a running server of the index answers: they print what they would print alone. */
class RemoteCommandIT {

    @TempDir
    static Path home;

    private static RunningServer server;

    @BeforeAll
    static void serve() {
        server = RunningServer.start(Product.in(home), Product.SEEDS);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    /** Whether a server answered a command. */
    private static boolean hasAnswered(RunningServer server) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String status = http.send(HttpRequest.newBuilder(URI.create(server.address() + "/api/status")).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
            return status.contains("\"route\":\"/command\"");
        }
    }

    /** Without the times that differ from run to run. */
    private static String timeless(String text) {
        return text.replaceAll("(\"\\w*[mM]illis\" : )[\\d.]+", "$1N").replaceAll(" +[\\d.]+ ms", " N ms");
    }

    private static void assertSame(Product product, String... arguments) {
        Run answered = product.run(arguments);
        String[] alone = Arrays.copyOf(arguments, arguments.length + 1);
        alone[arguments.length] = "--own";
        Run own = product.run(alone);
        assertThat(answered.exit()).as(answered.err()).isEqualTo(own.exit());
        assertThat(timeless(answered.out())).isEqualTo(timeless(own.out()));
        assertThat(answered.err()).isEqualTo(own.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask|why is attention slow for long sequences", "ask|atention|-k|3|--json",
            "ask|größe 🙂 \"gates\"|--explain", "ask|gates|--mode|lexical|--cut|likely", "related|what is attention",
            "compare|which loss suits noisy sensors", "compare|noisy sensors|--json", "ask|tea|--filter|colour=red",
            "ask|tea|--mode|none", "ask|tea|-k|0", "ask", "ask|tea|--bogus", "ask|--help"})
    void whatIsPrintedIsTheSame(String line) throws Exception {
        assertSame(Product.in(home), line.split("\\|"));
        assertThat(hasAnswered(server)).isTrue();
    }

    @Test
    void coloursAndWidthAreThoseOfTheCaller() {
        Product product = new Product(home, Map.of("CLICOLOR_FORCE", "1", "COLUMNS", "60", "TERM", "xterm"));
        assertThat(product.run("ask", "attention").out()).contains("\u001B[");
        assertSame(product, "ask", "attention");
    }

    @Test
    void theIndexMayBeNamedFromElsewhere(@TempDir Path elsewhere) {
        String index = home.resolve(".qorpus").toString();
        assertSame(Product.in(elsewhere), "ask", "attention", "--index", index);
        assertSame(new Product(elsewhere, Map.of("QORPUS_INDEX", index)), "ask", "attention");
    }

    @Test
    void standardInputIsReadByTheCommandItself() {
        Run run = Product.in(home).runCommand(List.of("sh", "-c",
                "echo attention | \"$0\" ask - -k 1 --json", Product.LAUNCHER));
        assertThat(run.json().get("query").asString()).isEqualTo("attention");
    }

    @Test
    void aServerThatWasKilledIsNotMissed(@TempDir Path other) throws Exception {
        try (RunningServer killed = RunningServer.start(Product.in(other), Product.SEEDS)) {
            assertThat(Product.in(other).run("ask", "attention").exit()).isZero();
            assertThat(hasAnswered(killed)).isTrue();
        }
        assertThat(other.resolve(".qorpus/server.json")).exists();
        Run alone = Product.in(other).run("ask", "attention");
        assertThat(alone.exit()).as(alone.err()).isZero();
        assertThat(alone.out()).contains("models.md:");
        assertThat(alone.err()).isEmpty();
    }

    @Test
    void aServerThatDemandsATokenIsNotAskedWithoutIt(@TempDir Path other) throws Exception {
        Product known = new Product(other, Map.of("QORPUS_TOKEN", "0123456789abcdef"));
        assertThat(known.run("index", Product.SEEDS, "--quiet").exit()).isZero();
        try (RunningServer guarded = RunningServer.startEarly(known, List.of(), Product.SEEDS)) {
            assertThat(guarded.address()).isNotNull();
            assertThat(Product.in(other).run("ask", "attention").out()).contains("models.md:");
            assertSame(known, "ask", "attention");
        }
    }
}
