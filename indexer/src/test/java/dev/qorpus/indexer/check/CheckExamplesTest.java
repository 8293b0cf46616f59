package dev.qorpus.indexer.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.models.Models;
import dev.qorpus.models.djl.DjlModels;

import static org.assertj.core.api.Assertions.assertThat;

/** Each folder {@code NAME} beside the {@code NAME.expected.txt} that lists what is worth mending in it. */
class CheckExamplesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/dev/qorpus/indexer/check");

    @ParameterizedTest
    @ValueSource(strings = {"questions", "links", "labels", "languages"})
    void findingsAreAsExpected(String name) throws IOException {
        assertFindings(name, Check.withoutModel());
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "near"})
    void findingsOfAModelAreAsExpected(String name) throws IOException {
        try (Models models = DjlModels.models(2)) {
            assertFindings(name, Check.withModel(models, Progress.NONE));
        }
    }

    private static void assertFindings(String name, Check check) throws IOException {
        CheckReport report = check.check(Corpus.of(List.of(EXAMPLES.resolve(name))));
        String found = report.findings().stream().map(Finding::toString).collect(Collectors.joining("\n", "", "\n"));
        assertThat(found).isEqualTo(Files.readString(EXAMPLES.resolve(name + ".expected.txt")));
        assertThat(report.notes()).isEmpty();
    }
}
