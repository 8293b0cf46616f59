package dev.qorpus.indexer;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.schema.Passage;

import static org.assertj.core.api.Assertions.assertThat;

class PassageSplitterTest {

    @Test
    void sentencesAndLinesArePackedUpToTheLimit() {
        String answer = "One two three. Four five six.\n- seven eight\n- nine ten eleven twelve";
        assertThat(texts(new PassageSplitter(6).split(answer), answer)).containsExactly("One two three. Four five six.",
                "- seven eight", "- nine ten eleven twelve");
    }

    @Test
    void aLongSentenceIsCutBetweenWords() {
        assertThat(texts(new PassageSplitter(2).split("a b c d e"), "a b c d e")).containsExactly("a b", "c d", "e");
    }

    @Property(tries = 500)
    void passagesCoverAllWordsInOrderAndStayBelowTheLimit(@ForAll String answer,
            @ForAll @IntRange(min = 1, max = 9) int words) {
        List<Passage> passages = new PassageSplitter(words).split(answer);
        int at = 0;
        StringBuilder between = new StringBuilder();
        for (Passage passage : passages) {
            assertThat(passage.start()).isGreaterThanOrEqualTo(at);
            between.append(answer, at, passage.start());
            assertThat(passage.of(answer)).isNotBlank();
            at = passage.end();
        }
        between.append(answer.substring(at));
        assertThat(between.chars().allMatch(Character::isWhitespace)).isTrue();
    }

    private static List<String> texts(List<Passage> passages, String answer) {
        return passages.stream().map(passage -> passage.of(answer)).toList();
    }
}
