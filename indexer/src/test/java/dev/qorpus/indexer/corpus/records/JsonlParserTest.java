package dev.qorpus.indexer.corpus.records;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.Reading;
import dev.qorpus.indexer.corpus.source.BoundedLines;

import static org.assertj.core.api.Assertions.assertThat;

/** A bad line is a finding at its place, and costs no other line. */
class JsonlParserTest {

    private static final String GOOD = "{\"_id\": \"a\", \"title\": \"Why?\", \"text\": \"So.\"}\n";
    private static final String LAST = "{\"_id\": \"z\", \"title\": \"When?\", \"text\": \"Now.\"}";

    @Test
    void aLineThatIsTooLongIsPassedOver() {
        Reading reading = Reading.of("a.jsonl",
                GOOD + "{\"_id\": \"b\", \"text\": \"" + "x".repeat(BoundedLines.LONGEST) + "\"}\n" + LAST);

        assertThat(reading.ids()).containsExactly("a", "z");
        assertThat(reading.entries().getLast().line()).isEqualTo(3);
        assertThat(reading.reports())
                .containsExactly("a.jsonl:2: longer than 8388608 bytes; split the text [malformed-line]");
    }

    @Test
    void theLongestLineThatIsAllowedIsRead() {
        String frame = "{\"_id\": \"b\", \"text\": \"\"}";
        String text = "x".repeat(BoundedLines.LONGEST - frame.length());

        Reading reading = Reading.of("a.jsonl", "{\"_id\": \"b\", \"text\": \"" + text + "\"}\n" + LAST);

        assertThat(reading.ids()).containsExactly("b", "z");
        assertThat(reading.entries().getFirst().answer().text()).isEqualTo(text);
    }

    @Test
    void linesThatAreNotUtf8AreReportedOnceAndTheOthersAreRead() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(GOOD.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 3; i++) {
            content.writeBytes("{\"_id\": \"b\", \"title\": \"Café?\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        content.writeBytes(LAST.getBytes(StandardCharsets.UTF_8));

        Reading reading = Reading.of("a.jsonl", content.toByteArray());

        assertThat(reading.ids()).containsExactly("a", "z");
        assertThat(reading.reports()).containsExactly(
                "a.jsonl:2: not UTF-8 (byte 0xE9 in line 2); save it as UTF-8 [unreadable-file]");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreNoText() {
        Reading reading = Reading.of("a.jsonl", "\uFEFF" + GOOD.replace("\n", "\r\n") + "\r\n" + LAST + "\r\n");
        assertThat(reading.ids()).containsExactly("a", "z");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void nulAndLineBreaksStayOutOfIdsAndReports() {
        Reading reading = Reading.of("a.jsonl",
                "{\"_id\": \"a\\nb\\u0000\", \"title\": \"Why\\u0000\\nnot\\u001b[1m?\", \"text\": \"\"}\n\u0000\n"
                        + LAST);

        assertThat(reading.ids()).containsExactly("a b␀", "z");
        assertThat(reading.reports()).containsExactly(
                "a.jsonl:1: 'Why␀ not␛[1m?' has no answer yet [question-without-answer]",
                "a.jsonl:2: not JSON; each line holds an object with \"_id\", \"title\" and \"text\" [malformed-line]");
    }

    @Test
    void aFileOfGarbageFillsNoMemoryWithFindings() {
        Reading reading = Reading.of("a.jsonl", "garbage\n".repeat(10_000) + LAST);

        assertThat(reading.ids()).containsExactly("z");
        assertThat(reading.findings()).hasSize(101);
        assertThat(reading.reports().getLast()).startsWith("a.jsonl:10000: 9900 more that are not read either");
    }

    @Test
    void nestingWithoutEndIsABadLine() {
        Reading reading = Reading.of("a.jsonl", "{\"m\":".repeat(100_000) + "\n" + "[".repeat(100_000) + "\n" + LAST);
        assertThat(reading.ids()).containsExactly("z");
        assertThat(reading.findings()).hasSize(2);
    }

    @Test
    void anEmptyFileIsReported() {
        assertThat(Reading.of("a.jsonl", "").reports()).containsExactly("a.jsonl:1: the file is empty; each line holds "
                + "an object with \"_id\", \"title\" and \"text\" [file-without-question]");
    }

    @Test
    void anIdThatNoEngineTakesIsReported() {
        Reading reading = Reading.of("a.jsonl",
                "{\"_id\": \"" + "x".repeat(1001) + "\", \"title\": \"Why?\"}\n" + LAST);
        assertThat(reading.reports()).containsExactly(
                "a.jsonl:1: the id has 1001 characters; at most 1000 are allowed [malformed-line]");
    }
}
