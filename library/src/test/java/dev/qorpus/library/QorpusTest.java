package dev.qorpus.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.IndexReport;
import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The library as another program uses it. */
class QorpusTest {

    @TempDir
    Path home;
    private Path notes = Path.of("");
    private Path index = Path.of("");

    @BeforeEach
    void write() throws IOException {
        notes = Files.createDirectories(home.resolve("notes"));
        index = home.resolve("index");
        Files.writeString(notes.resolve("git.md"), """
                # Git

                ## How do I take back my last commit?

                `git reset --soft HEAD~1` keeps the changes.

                ## How do I rename a branch?

                `git branch -m NEW`.
                """);
    }

    @Test
    void theExampleOfTheReadmeAnswers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TenLines.run(index, notes, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8).lines().findFirst()).get().asString()
                .endsWith(" How do I take back my last commit? (git.md:3)");
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(readme).as("the README shows the same lines").contains(example());
    }

    /** The lines between the marks, without their indentation. */
    private static String example() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/java/dev/qorpus/library/TenLines.java"));
        int start = IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains("@start")).findFirst()
                .orElseThrow();
        int end = IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains("@end")).findFirst().orElseThrow();
        return lines.subList(start + 1, end).stream().map(line -> line.substring(8))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatChangesIsAnsweredAtOnce() throws IOException {
        try (Qorpus qorpus = Qorpus.in(index)) {
            assertThat(qorpus.index(notes).counts().added()).isEqualTo(2);
            assertThat(qorpus.ask("cherry-pick from another branch").hits())
                    .noneMatch(hit -> hit.entry().file().equals("more.md"));
            Files.writeString(notes.resolve("more.md"), """
                    # More

                    ## How do I take a single commit over from another branch?

                    `git cherry-pick COMMIT`.
                    """);
            IndexReport report = qorpus.index(notes);
            assertThat(report.counts().added()).isEqualTo(1);
            Hit hit = qorpus.ask("cherry-pick from another branch").hits().getFirst();
            assertThat(hit.entry().file()).isEqualTo("more.md");
            assertThat(qorpus.entry(hit.entry().id().value())).contains(hit.entry());
            assertThat(qorpus.related(hit.entry().id().value(), 1).orElseThrow().hits()).hasSize(1);
            assertThat(qorpus.entry("no.md#such")).isEmpty();
            assertThat(qorpus.related("no.md#such", 1)).isEmpty();
        }
    }

    @Test
    void queriesHaveModesAndExplanations() {
        try (Qorpus qorpus = Qorpus.in(index)) {
            qorpus.index(notes);
            Results words = qorpus.ask(Query.of("branch", Mode.LEXICAL).explained());
            assertThat(words.hits()).singleElement()
                    .satisfies(hit -> assertThat(hit.explanation()).isNotNull());
            assertThat(qorpus.<String>with(search -> search.manifest().spaces().getFirst())).isEqualTo("minilm");
            assertThatThrownBy(() -> qorpus.ask(" ")).isInstanceOf(QueryException.class);
        }
    }

    @Test
    void whatIsMissingIsSaid() {
        try (Qorpus qorpus = Qorpus.in(index)) {
            assertThatThrownBy(() -> qorpus.ask("anything")).isInstanceOf(IndexException.class);
            assertThatThrownBy(() -> qorpus.index(home.resolve("nowhere"))).isInstanceOf(CorpusException.class);
        }
    }
}
