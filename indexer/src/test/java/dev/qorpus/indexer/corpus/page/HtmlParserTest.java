package dev.qorpus.indexer.corpus.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.corpus.ParseResult;
import dev.qorpus.indexer.corpus.entry.Entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What the example pages do not show: pages that are broken, hostile, or no HTML. */
class HtmlParserTest {

    @Test
    void markdownInAFileOfHtmlIsReadAsMarkdown() {
        assertThat(ParseResult.of("a.html", "# FAQ\n\n## Why?\n\nSo.\n").ids()).contains("a.html#why");
    }

    @Test
    void aDeclaredQuestionThatIsShownIsReadOnce() {
        String page = "<h2>Why?</h2><p>So.</p><script type='application/ld+json'>{\"@graph\": [{\"@type\": [\"FAQPage\"],"
                + "\"mainEntity\": {\"@type\": \"Question\", \"name\": \"Why ?\", \"acceptedAnswer\": "
                + "{\"text\": \"Another text.\"}}}]}</script>";
        assertThat(ParseResult.of("a.html", page).entries()).extracting(Entry::question).containsOnlyOnce("Why?");
    }

    @Test
    void aBrokenDeclarationCostsNothingElse() {
        String page = "<h2>Why?</h2><p>So.</p><script type='application/ld+json'>{\"@type\": </script>";
        assertThat(ParseResult.of("a.html", page).ids()).contains("a.html#why");
    }

    @Test
    void aPageInAnotherEncodingThatItDeclaresIsRead() {
        String page = "<html><head><meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'></head>"
                + "<body><h1>Tür</h1><h2>Wo ist der Schlüssel?</h2><p>Über der Tür.</p></body></html>";
        assertThat(ParseResult.of("a.html", page.getBytes(StandardCharsets.ISO_8859_1)).entries())
                .extracting(entry -> entry.answer().text()).contains("Über der Tür.");
    }

    /** Takes less than a second in linear time, and many minutes in quadratic time. */
    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<p>word ", "<b>", "<table><tr><td>", "<ul><li>", "&lt;", "<a href=x>y",
            "<dt>Why?", "<h2>",
            "<summary>Why?", "<!--", "<blockquote>"})
    void repetitionIsReadInTime(String piece) {
        String page = "<h1>Why?</h1><p>So.</p>" + piece.repeat(20_000);
        ParseResult result = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> ParseResult.of("a.html", page));
        assertThat(result.entries()).isNotEmpty();
    }
}
