package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Each file of a corpus beside the {@code NAME.expected.txt} that lists what is found in it. */
class CorpusExamplesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/dev/qorpus/indexer/corpus");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(path -> !path.toString().endsWith(".expected.txt"))
                    .filter(path -> FileFormats.parser(path).isPresent()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void entriesAreAsExpected(Path example) throws IOException {
        String name = example.getFileName().toString();
        ParseResult result = ParseResult.of(example);
        Path expected = example.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".expected.txt");
        assertThat(describe(result)).isEqualTo(Files.readString(expected));
    }

    private static String describe(ParseResult result) {
        StringBuilder text = new StringBuilder();
        result.layouts().forEach(layout -> text.append("layout: ").append(layout).append("\n\n"));
        for (Entry entry : result.entries()) {
            text.append("line ").append(entry.line()).append(": ").append(entry.id()).append('\n');
            if (entry.kind() != EntryKind.QUESTION) {
                text.append("  kind: ").append(entry.kind().id()).append('\n');
            }
            if (!entry.title().isEmpty()) {
                text.append("  title: ").append(entry.title()).append('\n');
            }
            text.append("  number: ").append(entry.number()).append('\n');
            text.append("  question: ").append(entry.question()).append('\n');
            text.append("  section: ").append(String.join(" > ", entry.section())).append('\n');
            text.append("  labels: ").append(entry.labels()).append('\n');
            List<String> lines = entry.answer().text().lines().map(line -> "  | " + line).toList();
            text.append(String.join("\n", lines)).append("\n\n");
        }
        result.findings().forEach(finding -> text.append(finding).append('\n'));
        return text.toString();
    }
}
