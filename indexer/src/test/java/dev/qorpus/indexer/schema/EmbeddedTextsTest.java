package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedTextsTest {

    private static final String QUESTION = "How do I set it up?";

    private static Entry entry(String title, String... section) {
        return new Entry(new EntryId("a.md#1"), EntryKind.QUESTION, null, QUESTION,
                new Answer("Fold it out.", "Fold it out."), new Context(title, List.of(section)), new TreeMap<>(),
                "a.md", 1);
    }

    private static String question(String title, String... section) {
        return EmbeddedTexts.of(entry(title, section), List.of()).question();
    }

    @Test
    void theContextStandsBeforeTheQuestion() {
        assertThat(question("Otter kayak", "First day", "On the shore"))
                .isEqualTo("Otter kayak\nFirst day\nOn the shore\n" + QUESTION);
        assertThat(question("")).isEqualTo(QUESTION);
        assertThat(EmbeddedTexts.isWithoutContext(entry(""))).isTrue();
        assertThat(EmbeddedTexts.isWithoutContext(entry("Otter kayak"))).isFalse();
    }

    @Test
    void aPassageComesWithTheQuestionAlone() {
        assertThat(EmbeddedTexts.of(entry("Otter kayak"), List.of(new Passage(0, 12))).passages())
                .containsExactly(QUESTION + "\nFold it out.");
    }

    @Test
    void aLongContextKeepsTheTitleAndTheInnermostHeadings() {
        String outer = "outer ".repeat(30).strip();
        assertThat(question("Otter kayak", outer, "On the shore")).isEqualTo("Otter kayak\nOn the shore\n" + QUESTION);
        assertThat(question("title ".repeat(60), "On the shore")).isEqualTo(QUESTION);
    }
}
