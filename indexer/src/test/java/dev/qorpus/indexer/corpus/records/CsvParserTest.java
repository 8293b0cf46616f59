package dev.qorpus.indexer.corpus.records;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.corpus.ParseResult;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.source.Source;
import dev.qorpus.indexer.corpus.source.UnreadableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the example files do not show: tables that break off, and which character divides. */
class CsvParserTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsTakenFromTheHeader(String separator) {
        String table = String.join(separator, "q", "\"a\"", "b,c;d;e".contains(separator) ? "\"b,c;d;e\"" : "other")
                + "\n" + String.join(separator, "Why?", "\"So, then;\tyes\"", "x") + "\n";

        ParseResult result = ParseResult.of("a.csv", table);

        assertThat(result.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.question()).isEqualTo("Why?");
            assertThat(entry.answer().text()).isEqualTo("So, then;\tyes");
            assertThat(entry.id()).hasToString("a.csv#line2");
        });
    }

    @Test
    void aQuoteThatIsNotClosedIsReportedWhereItsRowBegins() {
        ParseResult result = new ParseResult();
        String table = "question,answer\nWhy?,So.\nWhen?,\"Now.\nWho?,Me.\nWhere?,Here.\n";

        assertThatThrownBy(() -> new CsvParser(",").parse("a.csv", ParseResult.source(table), result))
                .isInstanceOfSatisfying(UnreadableException.class, e -> assertThat(e.line()).isEqualTo(3))
                .hasMessageStartingWith(
                        "the row has a quote that is not closed, text behind a closing quote, or more than ");
        assertThat(result.entries()).extracting(Entry::question).containsExactly("Why?");
    }

    @Test
    void aFieldWithoutEndIsReportedWhereItsRowBegins() {
        ParseResult result = new ParseResult();
        String table = "question,answer\nWhy?,So.\nWhen?," + "x".repeat(9 << 20) + "\n";

        assertThatThrownBy(() -> new CsvParser(",").parse("a.csv", ParseResult.source(table), result))
                .isInstanceOfSatisfying(UnreadableException.class, e -> assertThat(e.line()).isEqualTo(3));
        assertThat(result.entries()).hasSize(1);
    }

    @Test
    void bytesThatAreNotUtf8AreReportedAtTheirLine() {
        String table = "question,answer\n" + "Why?,So.\n".repeat(5_000) + "Café?,Yes.\n";
        Source source = ParseResult.source(table.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> new CsvParser(",").parse("a.csv", source, new ParseResult()))
                .hasMessage(" (byte 0xE9 in line 5002)");
    }

    @Test
    void linesOfAnAnswerEndWithALineFeed() {
        assertThat(ParseResult.of("a.csv", "q,a\r\nWhy?,\"So.\r\nYes.\"\r\n").entries()).singleElement()
                .extracting(entry -> entry.answer().text()).isEqualTo("So.\nYes.");
    }

    @Test
    void aTableOfNamesOnlyIsReported() {
        assertThat(ParseResult.of("a.csv", "question,answer\n").reports()).containsExactly("a.csv:1: no rows; write "
                + "the column names in the first line, and a question in each further line [file-without-question]");
        assertThat(ParseResult.of("a.csv", "").reports()).hasSize(1);
    }

    @Test
    void columnsWithControlCharactersStayInOneLineOfTheReport() {
        assertThat(ParseResult.of("a.csv", "\"a\nb\",c\u0000\n1,2\n").reports()).singleElement().asString()
                .contains("no column of questions among ['a␊b', 'c␀']; name one of them question, title, q")
                .doesNotContain("\n");
    }

    @Test
    void aTableWithoutNamesBeginsWithAQuestion() {
        ParseResult result = ParseResult.of("a.csv", "Why is it so?,So.\nWhen?,Now.\n");
        assertThat(result.entries()).extracting(Entry::question).containsExactly("Why is it so?", "When?");
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void moreColumnsThanAnyTableHasAreRefused() {
        String table = "question,answer" + ",x".repeat(CsvRows.MOST_FIELDS) + "\n";

        assertThatThrownBy(() -> new CsvParser(",").parse("a.csv", ParseResult.source(table), new ParseResult()))
                .isInstanceOf(UnreadableException.class).hasMessageContaining("or 10000 columns");
    }
}
