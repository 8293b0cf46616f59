package dev.qorpus.web.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong is said in one line: what was found, what is allowed. The index survives all of it. */
class BadInputIT {

    private static final String ENTRY = "models.md#q1-why-do-we-need-word-embeddingsencoding";
    private static final String COMMANDS = "serve, index, ask, related, compare, topics, eval, check, doctor";
    private static final String MODES = "hybrid, lexical, dense";
    private static final String RANGE = "1 to 1000";

    @TempDir
    static Path home;

    private static Product qorpus;
    private static Map<String, String> published;

    /** Arguments, the exit code for them, and what the line has to name. */
    record Case(int exit, List<String> named, List<String> arguments) {
        static Case wrong(List<String> named, String... arguments) {
            return new Case(2, named, List.of(arguments));
        }

        static Case failed(List<String> named, String... arguments) {
            return new Case(1, named, List.of(arguments));
        }

        @Override
        public String toString() {
            String line = String.join(" ", arguments);
            return line.length() > 60 ? line.substring(0, 60) + " …" : line;
        }
    }

    @BeforeAll
    static void index() throws IOException {
        qorpus = Product.in(home);
        assertThat(qorpus.run("index", Product.SEEDS).exit()).isZero();
        published = BadFolders.contents(home.resolve(".qorpus"));
        Files.createDirectory(home.resolve("empty"));
        Files.writeString(home.resolve("a-file"), "no index");
        Files.writeString(Files.createDirectory(home.resolve("prose")).resolve("a.md"), "<!-- No text here. -->\n");
        Files.writeString(Files.createDirectory(home.resolve("foreign")).resolve("letter.txt"), "Dear Sir\n");
    }

    static Stream<Case> questions() {
        return Stream.of(
                Case.wrong(List.of("empty"), "ask", ""),
                Case.wrong(List.of("'nope'", MODES), "ask", "tea", "--mode", "nope"),
                Case.wrong(List.of("'nope'", "file, kind, language, section, title, type"), "ask", "tea", "--filter",
                        "nope=1"),
                Case.wrong(List.of("'1'", "Basic, Deep, Hands-On"), "ask", "tea", "--filter", "type=1"),
                Case.wrong(List.of("'type'", "FIELD=VALUE"), "ask", "tea", "--filter", "type"),
                Case.wrong(List.of("'lexical'", "2 to 12", MODES), "compare", "tea", "--modes", "lexical"),
                Case.wrong(List.of("'models.md#nope'", "ids"), "related", "models.md#nope"));
    }

    static Stream<Case> numbers() {
        return Stream.of(
                Case.wrong(List.of("0", RANGE), "ask", "tea", "-k", "0"),
                Case.wrong(List.of("-1", RANGE), "ask", "tea", "-k", "-1"),
                Case.wrong(List.of("1000000", RANGE), "ask", "tea", "-k", "1000000"),
                Case.wrong(List.of("'abc'", RANGE), "ask", "tea", "-k", "abc"),
                Case.wrong(List.of("-1", RANGE), "related", ENTRY, "-k", "-1"),
                Case.wrong(List.of("1000000", RANGE), "related", ENTRY, "-k", "1000000"),
                Case.wrong(List.of("0", RANGE), "compare", "tea", "-k", "0"),
                Case.wrong(List.of("99999", "0 to 65535"), "serve", "--port", "99999"),
                Case.wrong(List.of("'qorpus'", "/qorpus"), "serve", "--base-path", "qorpus"),
                Case.wrong(List.of("'*'", "http://localhost:3000"), "serve", "--allow-origin", "*"),
                Case.wrong(List.of("'https://a.example'", "notes.example.com"), "serve", "--allow-host",
                        "https://a.example"),
                Case.wrong(List.of("other machines can reach 0.0.0.0", "QORPUS_TOKEN", "16"), "serve", "--host",
                        "0.0.0.0"));
    }

    static Stream<Case> commands() {
        return Stream.of(
                Case.wrong(List.of("no command", COMMANDS)),
                Case.wrong(List.of("'aks'", COMMANDS), "aks"),
                Case.wrong(List.of("'--nope'", "--help"), "ask", "tea", "--nope"),
                Case.wrong(List.of("--ladder", "--modes", "both"), "eval", Product.JUDGMENTS, "--ladder", "--modes",
                        "bm25"),
                Case.wrong(List.of("QUESTION"), "ask"));
    }

    static Stream<Case> places() {
        return Stream.of(
                Case.failed(List.of("missing", "no such file or folder"), "index", "missing"),
                Case.failed(List.of("missing", "no such file or folder"), "serve", "missing", "--port", "0"),
                Case.failed(List.of("prose", "no entry"), "serve", "prose", "--port", "0"),
                Case.failed(List.of("a-file", "is a file", "folder"), "serve", Product.SEEDS, "--index", "a-file",
                        "--port", "0"),
                Case.failed(List.of("empty", ".md", ".jsonl"), "index", "empty"),
                Case.failed(List.of("prose", "no entry", "qorpus check"), "index", "prose"),
                Case.failed(List.of("a-file", "is a file", "folder"), "index", Product.SEEDS, "--index", "a-file"),
                Case.failed(List.of("a-file", "no index"), "ask", "tea", "--index", "a-file"),
                Case.failed(List.of("foreign", "no index"), "index", Product.SEEDS, "--index", "foreign"),
                Case.failed(List.of("missing", "qorpus index"), "ask", "tea", "--index", "missing"));
    }

    @ParameterizedTest
    @MethodSource({"questions", "numbers", "commands", "places"})
    void oneLineNamesWhatWasFoundAndWhatIsAllowed(Case bad) {
        Run run = qorpus.run(bad.arguments().toArray(String[]::new));

        assertOneLine(run, bad.exit(), bad.named());
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Run run = qorpus.run("serve", Product.SEEDS, "--port", port, "--index", "not-made");

            assertOneLine(run, 1, List.of("127.0.0.1:" + port, "another program uses that port", "--port"));
            // It is noticed before anything is indexed.
            assertThat(home.resolve("not-made")).doesNotExist();
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNamedWithBrackets() {
        Run run = new Product(home, Map.of("QORPUS_TOKEN", "tea-and-cups-and-saucers")).run("serve", Product.SEEDS,
                "--host", "2001:db8::1", "--port", "7071", "--index", "not-made");

        assertOneLine(run, 1, List.of("[2001:db8::1]:7071", "address of this machine", "--host"));
        assertThat(home.resolve("not-made")).doesNotExist();
    }

    /** Query languages and escapes mean nothing here: such a question is answered like any other. */
    @Test
    void operatorsAreOnlyCharacters() {
        Run run = qorpus.run("ask", "\"(* AND ~ \\u0000 vanishing gradient", "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().at("/hits/0/number").asString()).isEqualTo("8");
    }

    /** A question is never read from a file. */
    @Test
    void anAtSignIsOnlyACharacter() {
        Run run = qorpus.run("ask", "@a-file", "--json", "-k", "1");

        assertThat(run.json().get("query").asString()).isEqualTo("@a-file");
    }

    private static void assertOneLine(Run run, int exit, List<String> named) {
        assertThat(run.errors()).singleElement().asString().startsWith("qorpus: ").contains(named)
                .doesNotContain("Exception").hasSizeLessThan(600);
        assertThat(run.exit()).isEqualTo(exit);
    }

    @AfterEach
    void theIndexIsUntouched() throws IOException {
        assertThat(BadFolders.contents(home.resolve(".qorpus"))).isEqualTo(published);
        assertThat(home.resolve("foreign").resolve("letter.txt")).hasContent("Dear Sir");
    }

    @AfterAll
    static void theIndexStillAnswers() {
        Run run = qorpus.run("ask", "gates against the vanishing gradient", "--json");
        assertThat(run.json().at("/hits/0/number").asString()).isEqualTo("8");
    }
}
