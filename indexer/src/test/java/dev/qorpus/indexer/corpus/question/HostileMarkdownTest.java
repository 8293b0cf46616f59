package dev.qorpus.indexer.corpus.question;

import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a file holds, it is read in bounded time, and nothing in it is passed over in silence. */
class HostileMarkdownTest {

    /** Takes less than a second in linear time, and many minutes in quadratic time. */
    @ParameterizedTest
    @CsvSource({"[, 1000000", ">, 10000", "'word ', 500000", "'*a ', 100000", "**, 100000", "'$a ', 200000",
            "<div>, 20000",
            "'`', 100000", "'<!--', 50000", "'![', 100000", "'| ', 100000"})
    void repetitionIsReadInTime(String piece, int times) {
        String source = "# Q1. What is this?\n" + piece.repeat(times) + "\n\n# Q2. And that?\nYes.\n";
        MarkdownParser.Parsed parsed = Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1),
                () -> new MarkdownParser().parse("a.md", source));
        assertThat(parsed.entries()).isNotEmpty().first().extracting(Entry::number).isEqualTo("1");
    }

    /** Each sign would take memory until the paragraph ends. */
    @ParameterizedTest
    @CsvSource({"[", "*_", "![", "`x"})
    void aParagraphOfSignsIsPlainTextAndKeepsItsWords(String signs) {
        String source = "# Q1. What is this?\nA quince " + signs.repeat(2_000_000 / signs.length())
                + "\nand a pear.\n\n# Q2. And that?\nA *plain* fig.\n";
        MarkdownParser.Parsed parsed = new MarkdownParser().parse("a.md", source);
        assertThat(parsed.entries()).hasSize(2);
        assertThat(parsed.entries().getFirst().answer().text()).startsWith("A quince").endsWith("and a pear.");
        assertThat(parsed.entries().getLast().answer().text()).isEqualTo("A plain fig.");
    }

    /** Without code, in which a comment is text. */
    @Test
    void anythingIsReadIntoEntriesOrFindings() {
        Property.of(Texts.mixtures(40, PIECES)).shrunkBy(Shrinking::list)
                .holds(500, 20261122, pieces -> assertRead(String.join("", pieces)));
    }

    private static void assertRead(String source) {
        MarkdownParser.Parsed parsed = new MarkdownParser().parse("a.md", source);
        assertThat(parsed.entries().isEmpty() && parsed.findings().isEmpty()).isFalse();
        assertThat(parsed.entries()).extracting(Entry::id).doesNotHaveDuplicates();
        for (Entry entry : parsed.entries()) {
            assertThat(entry.answer().text()).doesNotContain("<!--secret-->");
            assertThat(entry.line()).isPositive();
        }
    }

    private static final String[] PIECES = {"# Q1. A?", "\n", "\n\n", "## B", "**T:**", "**A:** ", "text",
            "<!--secret-->", "- ", "> ",
            "---", "***", "[x]: /y", "[x]", "| a |", "|-|", "$x$", "\r\n", "===",
            "1. ", "<details>",
            "\u0000", "Q2: ", "**"};
}
