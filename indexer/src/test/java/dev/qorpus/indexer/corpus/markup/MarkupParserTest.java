package dev.qorpus.indexer.corpus.markup;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.corpus.ParseResult;
import dev.qorpus.indexer.corpus.entry.Entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What the example files do not show: Markdown under another name, data, and hostile files. */
class MarkupParserTest {

    private static final List<String> NAMES = List.of("a.rst", "a.adoc", "a.org", "a.mdx", "a.qmd", "a.txt");

    @ParameterizedTest
    @ValueSource(strings = {"a.rst", "a.adoc", "a.org", "a.mdx", "a.qmd", "a.Rmd", "a.txt", "a.text", "a.mkd", "a.mkdn",
            "a.mdwn", "a.mdown", "a.MD", "a.Markdown", "a.html", "a.htm"})
    void markdownIsReadUnderEveryName(String name) {
        ParseResult result = ParseResult.of(name, "# FAQ\n\n## Where is the key?\n\nUnder the mat.\n");
        assertThat(result.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.question()).isEqualTo("Where is the key?");
            assertThat(entry.answer().text()).isEqualTo("Under the mat.");
            assertThat(entry.line()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            true~apple\\npear\\nplum
            true~numpy==1.26\\nscipy>=1.11\\n# pinned
            true~2026-01-01 12:00:00,001 INFO 17 [main]\\n2026-01-01 12:00:01,502 WARN 18 [main]
            true~User-agent: *\\nDisallow: /tmp
            true~1\\t2.5\\t7\\n2\\t3.5\\t8
            true~cmake_minimum_required(VERSION 3.10)\\nadd_executable(x main.c)
            false~Where is the key?\\nUnder the mat, as always.
            false~Q: Why?\\nA: So.
            false~土壤是由沙子和黏土组成的。
            false~#separator:tab\\nloam\\tsoil
            """)
    void dataIsNoText(boolean foreign, String content) {
        String text = content.replace("\\n", "\n").replace("\\t", "\t");
        assertThat(new PlainTextParser().isForeign(ParseResult.source(text))).isEqualTo(foreign);
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "*", "<A ", "{", "== x\n", "* ", "|", "|===\n", "x::\n ", "----\n", ".. x::\n  ", "[[",
            "_ ",
            "a_", "`a <", "<T a=\"", "{{<", ":::\n", "#+begin_src\n", ":x:\n", "====\n", "\t", "x\n==\n", "/a ", "=a ",
            "<A\n"})
    void repetitionIsReadInTime(String piece) {
        String text = "Why is it so?\n\n" + piece.repeat(20_000);
        for (String name : NAMES) {
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> ParseResult.of(name, text), name);
        }
    }

    /** One seed, so that a build fails for its own change only. */
    @Test
    void whateverIsMixedIsReadWithinItsLines() {
        String[] pieces = {"\n", "\n\n", "====\n", "----\n", "Why?", "== ", "* ", "** ", ".. note::", "::\n",
                "    code\n", "`a <b>`_",
                "``x``", "[[a][b]]", "#+begin_src\n", "#+end_src\n", ":end:\n", "<Tabs>", "</Tabs>",
                "<A title=\"Why?\">", "{/* x */}",
                "import x\n", ":::\n", "|===\n", "|a |b\n", "term:: def", "////\n", "\t", "word ", "|", "\u0000",
                "\r\n"};
        Random random = new Random(20261129);
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int lines = text.toString().split("\r\n|\r|\n", -1).length;
            for (String name : NAMES) {
                assertThat(ParseResult.of(name, text.toString()).entries()).as(text.toString())
                        .extracting(Entry::line).allMatch(line -> line >= 1 && line <= lines);
            }
        }
    }
}
