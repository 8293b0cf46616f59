package dev.qorpus.web.mcp.tool;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where answers are cut. */
class ExcerptTest {

    @Test
    void aShortTextIsWhole() {
        assertThat(Excerpt.beginning("A short answer.", 60)).isEqualTo("A short answer.");
    }

    @Test
    void aCutFallsBetweenWordsAndIsMarked() {
        assertThat(Excerpt.beginning("one two three four", 11)).isEqualTo("one two …");
    }

    @Test
    void aLongWordIsCutButNoCharacterIs() {
        String faces = "\uD83D\uDE00".repeat(60);
        String cut = Excerpt.beginning(faces, 71);
        assertThat(cut).endsWith(" …");
        assertThat(cut.substring(0, cut.length() - 2)).matches("(\uD83D\uDE00)+");
    }

    @Test
    void nothingIsLeftOfNothing() {
        assertThat(Excerpt.beginning("some words", 0)).isEqualTo(" …");
    }
}
