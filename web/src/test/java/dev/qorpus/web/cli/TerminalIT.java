package dev.qorpus.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;

/** What people see: on a terminal, which {@code script} makes, and in a pipe. */
class TerminalIT {

    private static final String QUESTION = "why is attention slow for long sequences";
    /** Colours, and the beginnings and ends of links to files. */
    private static final String OWN_SEQUENCES = "\u001B\\[[0-9;]*m|\u001B]8;;(file://[!-~]*)?\u001B\\\\";

    @TempDir
    static Path home;

    @BeforeAll
    static void index() {
        assertThat(Product.in(home).run("index", Product.SEEDS, "--quiet").err()).isEmpty();
    }

    /** Runs the product on a terminal of a width. */
    private static List<String> onTerminal(int columns, Map<String, String> environment, String... arguments) {
        Map<String, String> all = new HashMap<>(Map.of("TERM", "xterm-256color", "SHELL", "/bin/sh"));
        all.putAll(environment);
        Product product = new Product(home, all);
        product.requireOnPath("script");
        String command = Arrays.stream(arguments).map(each -> "'" + each + "'").collect(Collectors.joining(" "));
        return product.runCommand(List.of("script", "-qec",
                "stty cols " + columns + "; exec '" + Product.LAUNCHER + "' " + command, "/dev/null")).out()
                .lines().toList();
    }

    private static List<String> shown(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll(OWN_SEQUENCES, "")).toList();
    }

    @ParameterizedTest
    @CsvSource({"50", "80", "120"})
    void linesAreAsWideAsTheTerminal(int columns) {
        List<String> lines = onTerminal(columns, Map.of(), "ask", QUESTION, "-k", "5");
        assertThat(shown(lines)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
        assertThat(shown(lines)).anySatisfy(line -> assertThat(line).hasSizeGreaterThan(columns - 12));
        assertThat(shown(lines).getFirst()).matches("Likely right · confidence \\d+ %");
        assertThat(lines).anyMatch(line -> line.contains("\u001B[1;35mattention\u001B[0m"))
                .anyMatch(line -> line.contains("models.md#163\u001B\\"));
    }

    @ParameterizedTest
    @CsvSource({"NO_COLOR, 1", "TERM, dumb", "CLICOLOR, 0"})
    void aTerminalWithoutColoursGetsPlainText(String variable, String value) {
        List<String> lines = onTerminal(60, Map.of(variable, value), "ask", QUESTION, "-k", "3");
        assertThat(lines).hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(line).doesNotContain("\u001B").hasSizeLessThanOrEqualTo(60));
    }

    @Test
    void aPipeGetsPlainText() {
        Run run = new Product(home, Map.of("TERM", "xterm-256color")).run("ask", QUESTION);
        assertThat(run.out()).doesNotContain("\u001B").startsWith("Likely right · confidence ");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(new Product(home, Map.of("COLUMNS", "120")).run("ask", QUESTION).out().lines())
                .anySatisfy(line -> assertThat(line).hasSizeBetween(100, 120));
    }

    @Test
    void controlCharactersOfACorpusDoNotReachTheTerminal() throws IOException {
        Path corpus = Files.createDirectories(home.resolve("corpus"));
        Files.writeString(corpus.resolve("a.md"),
                """
                        ## Does \u001B[31mred\u001B[0m tea exist?

                        Rooibos \u001B]0;title\u0007 is \u009B1mred\u009B0m. \u001B]8;;http://example.com\u001B\\Here\u001B]8;;\u001B\\.
                        """);
        assertThat(Product.in(home).run("index", "corpus", "--index", "own").exit()).isZero();
        for (String[] command : new String[][]{{"ask", "red tea"}, {"compare", "red tea"}, {"topics"},
                {"ask", "red tea", "--json"}, {"related", "rooibos"}}) {
            List<String> arguments = new ArrayList<>(List.of(command));
            arguments.addAll(List.of("--index", "own"));
            assertThat(shown(onTerminal(80, Map.of(), arguments.toArray(String[]::new)))).as(String.join(" ", command))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.chars().filter(Character::isISOControl)).isEmpty());
        }
    }

    @Test
    void quietPrintsResultsAndErrorsOnly() {
        Run index = Product.in(home).run("index", Product.SEEDS, "--index", "other", "--quiet");
        assertThat(index.err()).isEmpty();
        assertThat(index.out()).startsWith("27 entries");
        Run failed = Product.in(home).run("index", "missing", "--quiet");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.errors()).singleElement().asString().contains("no such file or folder");
        assertThat(Product.in(home).run("check", Product.SEEDS, "-q").err()).isEmpty();
    }

    @Test
    void aDashReadsTheQuestionFromStandardInput() {
        Product product = Product.in(home);
        for (String command : List.of("ask", "related")) {
            Run run = product.runCommand(List.of("sh", "-c", "printf '  one-hot\\n vectors \\n' | \"$0\" " + command
                    + " - -k 1 --json", Product.LAUNCHER));
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.json().get("hits")).hasSize(1);
        }
        Run empty = product.run("compare", "-");
        assertThat(empty.exit()).isEqualTo(2);
        assertThat(empty.err()).contains("the question is empty");
    }

    @Test
    void theTableOfAnEvaluationHasOneLineForEachMode() {
        String[] eval = {"eval", Product.JUDGMENTS, "--corpus", Product.SEEDS, "--index", ".qorpus"};
        List<String> narrow = new Product(home, Map.of("COLUMNS", "80")).run(eval).out().lines().toList();
        assertThat(narrow.subList(1, 5)).allSatisfy(line -> assertThat(line).hasSizeBetween(60, 80));
        assertThat(narrow.subList(2, 5)).extracting(line -> line.split(" ", 2)[0]).containsExactly("lexical", "dense",
                "hybrid");
        assertThat(narrow.get(4)).matches("hybrid +0\\.\\d{4}\\* .*");
        assertThat(narrow.get(5)).startsWith("No room for ").endsWith("; --json has all.");
        List<String> wide = onTerminal(120, Map.of(), eval);
        assertThat(wide.get(1)).contains("nDCG@10", "ms/entry");
        assertThat(wide.get(4)).matches("hybrid +\u001B\\[1m0\\.\\d{4}\u001B\\[0m .*");
        assertThat(wide.get(5)).doesNotContain("No room");
    }

    @Test
    void aComparisonIsInOrderOfRank() {
        List<String> lines = Product.in(home).run("compare", QUESTION, "-k", "4").out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("lexical  dense  hybrid  question, in order of hybrid");
        assertThat(lines.stream().filter(line -> line.matches("[#–].*")).map(line -> line.split(" +", 4)[2]).limit(4))
                .containsExactly("#1", "#2", "#3", "#4");
    }

    @Test
    void topicsHaveBarsForTheirShare() {
        List<String> lines = Product.in(home).run("topics").out().lines().toList();
        assertThat(lines.getFirst()).matches("█{12} +\\d+ %  +\\d+  \\S.*");
    }
}
