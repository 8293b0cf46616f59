package dev.qorpus.indexer.corpus.records;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.ParseResult;
import dev.qorpus.indexer.corpus.source.BoundedLines;

import static org.assertj.core.api.Assertions.assertThat;

/** A bad line is a finding at its place, and costs no other line. */
class JsonlParserTest {

    private static final String GOOD = "{\"_id\": \"a\", \"title\": \"Why?\", \"text\": \"So.\"}\n";
    private static final String LAST = "{\"_id\": \"z\", \"title\": \"When?\", \"text\": \"Now.\"}";

    @Test
    void aLineThatIsTooLongIsPassedOver() {
        ParseResult result = ParseResult.of("a.jsonl",
                GOOD + "{\"_id\": \"b\", \"text\": \"" + "x".repeat(BoundedLines.LONGEST) + "\"}\n" + LAST);

        assertThat(result.ids()).containsExactly("a", "z");
        assertThat(result.entries().getLast().line()).isEqualTo(3);
        assertThat(result.reports())
                .containsExactly("a.jsonl:2: longer than 8388608 bytes; split the text [malformed-line]");
    }

    @Test
    void theLongestLineThatIsAllowedIsRead() {
        String frame = "{\"_id\": \"b\", \"text\": \"\"}";
        String text = "x".repeat(BoundedLines.LONGEST - frame.length());

        ParseResult result = ParseResult.of("a.jsonl", "{\"_id\": \"b\", \"text\": \"" + text + "\"}\n" + LAST);

        assertThat(result.ids()).containsExactly("b", "z");
        assertThat(result.entries().getFirst().answer().text()).isEqualTo(text);
    }

    @Test
    void linesThatAreNotUtf8AreReportedOnceAndTheOthersAreRead() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(GOOD.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 3; i++) {
            content.writeBytes("{\"_id\": \"b\", \"title\": \"Café?\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        content.writeBytes(LAST.getBytes(StandardCharsets.UTF_8));

        ParseResult result = ParseResult.of("a.jsonl", content.toByteArray());

        assertThat(result.ids()).containsExactly("a", "z");
        assertThat(result.reports()).containsExactly(
                "a.jsonl:2: not UTF-8 (byte 0xE9 in line 2); save the file as UTF-8 [unreadable-file]");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreNoText() {
        ParseResult result = ParseResult.of("a.jsonl", "\uFEFF" + GOOD.replace("\n", "\r\n") + "\r\n" + LAST + "\r\n");
        assertThat(result.ids()).containsExactly("a", "z");
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void nulAndLineBreaksStayOutOfIdsAndReports() {
        ParseResult result = ParseResult.of("a.jsonl",
                "{\"_id\": \"a\\nb\\u0000\", \"title\": \"Why\\u0000\\nnot\\u001b[1m?\", \"text\": \"\"}\n\u0000\n"
                        + LAST);

        assertThat(result.ids()).containsExactly("a b␀", "z");
        assertThat(result.reports()).containsExactly(
                "a.jsonl:1: 'Why␀ not␛[1m?' has no answer yet [question-without-answer]",
                "a.jsonl:2: not valid JSON; write on each line an object with \"_id\", \"title\" and \"text\" [malformed-line]");
    }

    @Test
    void aFileOfGarbageFillsNoMemoryWithFindings() {
        ParseResult result = ParseResult.of("a.jsonl", "garbage\n".repeat(10_000) + LAST);

        assertThat(result.ids()).containsExactly("z");
        assertThat(result.findings()).hasSize(101);
        assertThat(result.reports().getLast()).startsWith("a.jsonl:10000: 9900 more malformed lines");
    }

    @Test
    void nestingWithoutEndIsABadLine() {
        ParseResult result = ParseResult.of("a.jsonl",
                "{\"m\":".repeat(100_000) + "\n" + "[".repeat(100_000) + "\n" + LAST);
        assertThat(result.ids()).containsExactly("z");
        assertThat(result.findings()).hasSize(2);
    }

    @Test
    void anEmptyFileIsReported() {
        assertThat(ParseResult.of("a.jsonl", "").reports())
                .containsExactly("a.jsonl:1: the file is empty; write on each line "
                        + "an object with \"_id\", \"title\" and \"text\" [file-without-question]");
    }

    @Test
    void anIdThatNoEngineTakesIsReported() {
        ParseResult result = ParseResult.of("a.jsonl",
                "{\"_id\": \"" + "x".repeat(1001) + "\", \"title\": \"Why?\"}\n" + LAST);
        assertThat(result.reports()).containsExactly(
                "a.jsonl:1: the id has 1001 characters; use at most 1000 [malformed-line]");
    }
}
