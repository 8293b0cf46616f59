package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.coverage.WordCount;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** Every word of a file is in an entry, or is left out by a rule that fits. */
class CoverageTest {

    /** Documents are made of these; each number sign is replaced by a number of its own, so that no word occurs twice. */
    private static final String[] PIECES = {"# Title w#\n\n", "## Heading w#\n\n", "## Why w#?\n\n", "### Deep w#\n\n",
            "### Q#. What w#?\n\n", "prose w# with w# and w# of w# and w#.\n\n",
            "**Who w#?**\n\nprose w# and w# or w# and w#.\n\n",
            "- item w#\n- item w# `code w#`\n\n", "1. first w#\n2. second w#\n\n", "Q: Is w#?\nA: Yes w#.\n\n",
            "> quote w#\n> and w#\n\n", "```sh\nrun w#\n```\n\n", "    indented w#\n\n",
            "<details><summary>How w#?</summary>\n\nhidden w#\n\n</details>\n\n",
            "| a w# | b w# |\n|---|---|\n| c w# | d w# |\n\n",
            "| Question | Answer |\n|---|---|\n| What w#? | That w#. |\n\n",
            "a [link w#](https://example.org) and ![alt w#](x.png) in w# text w#\n\n",
            "<b>bold w#</b> and *w#* of **w#** or w#\n\n",
            "**A:** said w# and w# and w#\n\n", "!!! question \"Where w#?\"\n    there w#\n\n", "---\n\n", "***\n\n",
            "one\\\ntwo w# three w# four w# five\n\n", "x &amp; w# &lt; w# and w# of w#\n\n"};

    private static final int SENTENCE = 8;

    @Test
    void wordsAreCountedInEntriesOnlyIfTheyAreThere() {
        Property.of(Texts.mixtures(30, PIECES)).shrunkBy(Shrinking::list).holds(1_000, 20261129, pieces -> {
            String source = document(pieces);
            MarkdownParser.Parsed parsed = new MarkdownParser().parse("a.md", source);
            Set<String> kept = words(parsed.entries());
            long here = distinct(source).filter(kept::contains).count();
            long gone = distinct(source).count() - here;
            Coverage counts = parsed.coverage().counts();
            assertThat(counts.words()).isEqualTo(WordCount.of(source));
            assertThat(counts.inEntries() + counts.leftOut().values().stream().mapToInt(n -> n).sum())
                    .isEqualTo(counts.words());
            assertThat(gone).as("words in no entry").isLessThanOrEqualTo(counts.words() - counts.inEntries());
            assertThat(counts.inEntries()).as("words in entries").isGreaterThanOrEqualTo((int) here);
        });
    }

    @Test
    void noWordGetsLost() {
        Property.of(Texts.mixtures(30, PIECES)).shrunkBy(Shrinking::list).holds(1_000, 20261130, pieces -> {
            String source = document(pieces);
            MarkdownParser.Parsed parsed = new MarkdownParser().parse("a.md", source);
            Set<Integer> reported = parsed.findings().stream()
                    .filter(finding -> finding.rule() == Finding.Rule.TEXT_LEFT_OUT).map(Finding::line)
                    .collect(Collectors.toSet());
            List<String> lines = source.lines().toList();
            for (Coverage.Lines lost : parsed.coverage().lines()) {
                String text = String.join("\n", lines.subList(lost.first() - 1, lost.last()));
                assertThat(lost.rule() != LeftOutRule.NONE || WordCount.of(text) < SENTENCE
                        || reported.contains(lost.first()))
                        .as("lost in silence: %s", text).isTrue();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q%d %s\n\n%s", "Q.%d %s\n\n%s", "Que %d - %s\nAns - %s", "Q: %2$s A: %3$s"})
    void labelsAreLeftOutByTheirRule(String form) {
        StringBuilder source = new StringBuilder("# Bees FAQ\n\n");
        for (int i = 1; i <= 3; i++) {
            source.append(form.formatted(i, "What is a drone of kind w" + i + "?", "Some male bee, w" + i + "."))
                    .append("\n\n");
        }
        MarkdownParser.Parsed parsed = new MarkdownParser().parse("bees.md", source.toString());
        assertThat(parsed.entries()).hasSize(3);
        assertThat(parsed.coverage().counts().leftOut()).doesNotContainKey(LeftOutRule.NONE);
    }

    private static String document(List<String> pieces) {
        StringBuilder source = new StringBuilder();
        int number = 100;
        for (char c : String.join("", pieces).toCharArray()) {
            // In a heading, the sign is at the start of a line or before another one.
            boolean word = c == '#' && !source.isEmpty() && "wQ".indexOf(source.charAt(source.length() - 1)) >= 0;
            source.append(word ? String.valueOf(number++) : String.valueOf(c));
        }
        return source.toString();
    }

    private static Stream<String> distinct(String source) {
        return WordCount.WORD.matcher(source).results().map(MatchResult::group)
                .filter(word -> word.matches("w\\d+"));
    }

    private static Set<String> words(List<Entry> entries) {
        List<String> texts = new ArrayList<>();
        for (Entry entry : entries) {
            texts.add(entry.question());
            texts.add(entry.answer().text());
            texts.add(entry.title());
            texts.addAll(entry.section());
            entry.labels().values().forEach(texts::addAll);
        }
        Set<String> words = new HashSet<>();
        WordCount.WORD.matcher(String.join("\n", texts)).results().forEach(word -> words.add(word.group()));
        return words;
    }
}
