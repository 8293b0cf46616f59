package dev.qorpus.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;

/** Corpora and indexes with something wrong in them: the rest is served, and the line tells what mends it. */
class BadFilesIT {

    private static final String TEA = "## Q1. What is tea?\n\nLeaves in hot water.\n";
    private static final String COFFEE = "## Q1. What is coffee?\n\nRoasted beans, ground and brewed.\n";

    @TempDir
    Path home;

    private Product qorpus;
    private Path notes;
    private Path coffee;

    @BeforeEach
    void notes() throws IOException {
        qorpus = Product.in(home);
        notes = Files.createDirectory(home.resolve("notes"));
        coffee = home.resolve("coffee.md");
        Files.writeString(notes.resolve("tea.md"), TEA);
        Files.writeString(coffee, COFFEE);
    }

    @Test
    void aFileThatIsNotUtf8KeepsItsEarlierEntriesAndHoldsUpNoOther() throws IOException {
        index();
        BadFolders.spoil(coffee);

        assertOthersAreIndexedAndEarlierEntriesKept("not UTF-8");
        assertThat(first("roasted beans")).isEqualTo("coffee.md#q1-what-is-coffee");
    }

    @Test
    void aFileThatCannotBeReadKeepsItsEarlierEntriesAndHoldsUpNoOther() throws IOException {
        index();
        BadFolders.lock(coffee);

        assertOthersAreIndexedAndEarlierEntriesKept("cannot be read");
        Files.delete(coffee);
    }

    private void assertOthersAreIndexedAndEarlierEntriesKept(String reason) throws IOException {
        Files.writeString(notes.resolve("water.md"), "## Q1. What is water?\n\nHydrogen and oxygen.\n");
        Run run = index();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errors()).filteredOn(line -> line.startsWith("qorpus: ")).singleElement().asString()
                .contains("coffee.md:1", reason, "unreadable-file");
        assertThat(run.json().get("entries").asInt()).isEqualTo(3);
        assertThat(run.json().get("added").asInt()).isEqualTo(1);
    }

    @Test
    void anIndexOfAnotherModelIsNamedAndKept() {
        Run fast = qorpus.run("index", "notes", "--fast", "--index", "mine");
        assertThat(fast.exit()).isZero();
        assertThat(fast.out()).contains("embedded with minilm-q");
        assertThat(fast.err()).contains("minilm-q is minilm with weights of 8 bits", "nDCG@10 up to .007 lower");

        Run run = qorpus.run("index", "notes", "--model", "bge", "--index", "mine");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errors()).singleElement().asString().contains("index mine", "minilm-q", "bge", "--rebuild");
        assertThat(qorpus.run("ask", "tea", "--index", "mine", "--json").json().get("model").asString())
                .isEqualTo("minilm-q");
    }

    @Test
    void aDamagedIndexIsNamedAndMendedByTheCommandItNames() throws IOException {
        index();
        BadFolders.truncateCommit(home.resolve(".qorpus"));

        Run ask = qorpus.run("ask", "tea");
        assertThat(ask.exit()).isEqualTo(1);
        assertThat(ask.errors()).singleElement().asString().contains(".qorpus", "damaged", "qorpus index --rebuild");

        Run rebuild = qorpus.run("index", "notes", "--rebuild");
        assertThat(rebuild.exit()).as(rebuild.err()).isZero();
        assertThat(first("leaves")).isEqualTo("tea.md#q1-what-is-tea");
    }

    @Test
    void aTextTooLongForATermHoldsUpNoOther() throws IOException {
        String sentence = "very long ".repeat(4_000);
        Files.writeString(notes.resolve("long.md"), "## " + sentence + "\n\n### Q1. " + sentence
                + "?\n\n**T:** " + sentence + "\n\n**A:** Somebody pasted it.\n");

        Run run = index();

        assertThat(run.errors()).noneMatch(line -> line.contains("failed unexpectedly"));
        assertThat(first("leaves")).isEqualTo("tea.md#q1-what-is-tea");
    }

    @Test
    void aCorpusMayBeNamedByASymbolicLink() throws IOException {
        Files.createSymbolicLink(home.resolve("link"), notes);

        Run run = qorpus.run("check", "link", "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().get("entries").asInt()).isEqualTo(1);
    }

    private Run index() {
        return qorpus.run("index", "notes", "coffee.md", "--json");
    }

    private String first(String question) {
        return qorpus.run("ask", question, "--json").json().at("/hits/0/id").asString();
    }
}
