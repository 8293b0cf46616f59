package dev.qorpus.indexer.corpus.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.corpus.ParseResult;
import dev.qorpus.indexer.corpus.source.UnreadableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Which files are lists of questions, and that hostile ones are refused. */
class RecordListParserTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"package.json~{\"name\": \"x\", \"description\": \"A query of questions?\"}",
            "schema.json~{\"title\": \"Order\", \"description\": \"An order.\", \"properties\": {\"question\": {}}}",
            "broken.json~{\"question\": \"Why?\", \"answer\": ", "empty.json~[]", "number.json~7",
            "mkdocs.yml~site_name: Questions?", "helm.yaml~question: {{ .Values.question }}",
            "form.yml~'{name: Bug, title: \"[Bug]\", body: [{type: markdown}]}'"})
    void otherFilesAreNoCorpus(String name, String content) throws IOException {
        Files.writeString(home.resolve(name), content);
        Files.writeString(home.resolve("tea.md"), "# Why?\nSo.\n");

        CorpusReader.Contents contents = new CorpusReader().contents(Corpus.of(List.of(home)));

        assertThat(contents.files()).hasSize(1);
        assertThat(contents.findings()).isEmpty();
        assertThat(contents.unread()).containsExactly(entry(name.substring(name.indexOf('.')), 1));
    }

    @Test
    void itemsOnOneLineHaveTheirOwnIds() {
        assertThat(ParseResult
                .of("a.json", "[{\"q\":\"Why?\",\"a\":\"So.\"},{\"id\":\"x\",\"q\":\"When?\",\"a\":\"Now.\"}]")
                .ids()).containsExactly("a.json#1", "a.json#x");
    }

    @Test
    void aFileThatBreaksOffIsReportedAtItsLine() {
        assertThatThrownBy(() -> new RecordListParser(RecordListParser.Format.JSON).parse("a.json",
                ParseResult.source("[{\"q\": \"Why?\", \"a\": \"So.\"},\n{\"q\": \"W"), new ParseResult()))
                .isInstanceOfSatisfying(UnreadableException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessage("not valid JSON from here on; correct it");
    }

    @Test
    void aliasesCannotStandForMillionsOfNodes() {
        StringBuilder bomb = new StringBuilder("a0: &a0 {question: Why?, answer: So.}\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1).append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }
        ParseResult result = assertTimeoutPreemptively(Duration.ofMinutes(1),
                () -> ParseResult.of("a.yaml", bomb.toString()));
        assertThat(result.ids()).containsExactly("a.yaml#1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"q\":", "- ", "? ", "q: [", "&a "})
    void nestingWithoutEndFillsNoStack(String piece) {
        for (RecordListParser.Format format : RecordListParser.Format.values()) {
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> assertThat(new RecordListParser(format)
                    .isForeign(ParseResult.source("question?\n" + piece.repeat(50_000)))).isTrue());
        }
    }

    @Test
    void aListOfQuestionsThatIsTooLargeIsReported() throws IOException {
        Files.writeString(home.resolve("list.yaml"), "- question: Why?\n  answer: So.\n".repeat(600_000));

        ParseResult result = ParseResult.ofCorpus(home);

        assertThat(result.entries()).isEmpty();
        assertThat(result.reports()).singleElement().asString().contains("too many for YAML", "save it as JSONL");
    }
}
