package dev.qorpus.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code check} says of a corpus, in its three forms. */
class CheckIT {

    private static final String TEA = """
            ## Q1. What is the difference between a tea and a tisane?

            The plant. See [brewing](#brewing).

            ## Q2. How long does tea steep?
            """;
    private static final String HERBS = """
            ## Q1. What are the differences between teas and tisanes?

            Caffeine.

            ## Q2. How long does tea steep?

            Three minutes.
            """;

    @TempDir
    Path home;

    private Product qorpus;

    @BeforeEach
    void notes() throws IOException {
        qorpus = Product.in(home);
        Path notes = Files.createDirectory(home.resolve("my notes"));
        Files.writeString(notes.resolve("tea.md"), TEA);
        Files.writeString(notes.resolve("herbs.md"), HERBS);
    }

    @Test
    void peopleGetALineForEachFindingAndTheTotals() {
        Run run = qorpus.run("check", "my notes");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().map(line -> line.replaceAll(": '?.*\\[", ": ["))).startsWith(
                "tea.md:3: [broken-anchor]", "tea.md:5: [question-without-answer]", "tea.md:5: [duplicate-question]",
                "tea.md:1: [near-duplicate-question]");
        assertThat(run.out().lines().toList().getLast()).isEqualTo("2 files, 4 entries (4 questions), 4 findings: "
                + "1 question-without-answer, 1 duplicate-question, 1 near-duplicate-question, 1 broken-anchor");
    }

    @Test
    void strictFailsWhereThereIsAFindingOnly() throws IOException {
        assertThat(qorpus.run("check", "my notes", "--strict", "--no-meaning").exit()).isEqualTo(1);

        Files.writeString(home.resolve("good.md"), "## Q1. What is water?\n\nHydrogen and oxygen.\n");
        Run good = qorpus.run("check", "good.md", "--strict");
        assertThat(good.exit()).as(good.err()).isZero();
        assertThat(good.out().lines()).containsExactly(
                "coverage: 100.0 % of the text in entries; of 7 words left out: 14.3 % labels",
                "1 file, 1 entry (1 question), 0 findings");
    }

    @Test
    void withoutMeaningNoModelIsLoaded() {
        Run run = new Product(home, Map.of("DJL_CACHE_DIR", "/dev/null")).run("check", "my notes", "--json",
                "--no-meaning");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().get("rules").propertyNames()).containsExactly("question-without-answer",
                "duplicate-question", "broken-anchor");
        JsonNode duplicate = run.json().get("findings").get(2);
        assertThat(duplicate.get("severity").asString()).isEqualTo("warning");
        assertThat(duplicate.at("/related/0/file").asString() + ":" + duplicate.at("/related/0/line").asInt())
                .isEqualTo("herbs.md:5");
    }

    @Test
    void sarifNamesFilesFromTheWorkingDirectory() {
        Run run = qorpus.run("check", "my notes", "--sarif");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode result = run.json().at("/runs/0/results/0");
        assertThat(result.get("ruleId").asString()).isEqualTo("broken-anchor");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
                .isEqualTo("my%20notes/tea.md");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(3);

        Run both = qorpus.run("check", "my notes", "--sarif", "--json");
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.errors()).singleElement().asString().contains("--json", "--sarif");
    }

    @Test
    void textKeepsShortWhatJsonListsInFull() throws IOException {
        Files.writeString(home.resolve("links.md"), "## Q1. Which links are broken?\n\n" + IntStream.range(0, 30)
                .mapToObj(i -> "[link](#gone-" + i + ")\n").collect(Collectors.joining()));

        List<String> lines = qorpus.run("check", "links.md", "--no-meaning").out().lines().toList();
        assertThat(lines).hasSize(23).contains("… 10 more [broken-anchor]; --json lists all");
        JsonNode json = qorpus.run("check", "links.md", "--no-meaning", "--json").json();
        assertThat(json.get("findings")).hasSize(30);
        assertThat(json.get("kinds").get("question").asInt()).isEqualTo(1);
        assertThat(json.get("kinds").get("section").asInt()).isZero();
        JsonNode coverage = json.get("coverage");
        assertThat(coverage.propertyNames()).containsExactly("words", "inEntries", "leftOut", "unread");
        assertThat(coverage.get("words").asInt()).isEqualTo(coverage.get("inEntries").asInt()
                + coverage.get("leftOut").valueStream().mapToInt(JsonNode::asInt).sum());
    }
}
