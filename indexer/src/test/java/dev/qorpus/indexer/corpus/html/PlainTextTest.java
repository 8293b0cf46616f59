package dev.qorpus.indexer.corpus.html;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"A colony  that\tleaves.", "Great! It (the 2nd) costs 3 € - \"all\" of it: #1, 5 > 4.",
            "är så",
            "", " 蜂蜜。 ", "1. first", "- item", "# heading", "a *b* `c`", "a &lt; b", "a \\* b", "x $y$ z", "a | b",
            "![fox](fox.png) and [den](den.md)", "one\ntwo", "one  \ntwo", "~~no~~", "| a | b |\n|---|---|\n| 1 | 2 |"})
    void textIsTheSameWithoutCleaning(String markdown) {
        assertThat(PlainText.ofMarkdown(markdown)).isEqualTo(cleaned(markdown));
    }

    @Test
    void textOfMixturesIsTheSameWithoutCleaning() {
        Property.of(Texts.mixtures(12, "word", "Ein", " ", "  ", "\n", "\n\n", ".", "!", "*", "**", "_", "`", "[a](b)",
                "![c](d)",
                "#", "- ", "1. ", "> ", "|", "\\", "&amp;", "$", "~", "\t", "```\n", "---\n", "\"", "'", ":", "=", "+"))
                .shrunkBy(Shrinking::list).holds(2_000, 20261130, pieces -> {
                    String markdown = String.join("", pieces);
                    assertThat(PlainText.ofMarkdown(markdown)).isEqualTo(cleaned(markdown));
                });
    }

    private static String cleaned(String markdown) {
        return PlainText.of(SafeHtml.document(markdown).body()).text();
    }
}
