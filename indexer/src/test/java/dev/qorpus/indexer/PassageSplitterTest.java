package dev.qorpus.indexer;

import java.util.List;
import java.util.stream.Stream;

import org.instancio.Instancio;
import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.schema.Passage;
import dev.qorpus.property.Numbers;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instancio.Select.field;

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

    /** An answer, and how many words its passages may have. */
    record Split(String answer, int words) {

        Stream<Split> smaller() {
            return Shrinking.text(answer).map(shorter -> new Split(shorter, words));
        }
    }

    @Test
    void passagesCoverAllWordsInOrderAndStayBelowTheLimit() {
        Property.of(Instancio.of(Split.class).supply(field(Split::answer), Texts.any(250))
                .supply(field(Split::words), Numbers.between(1, 9)))
                .shrunkBy(Split::smaller)
                .holds(500, 20261129, split -> assertCovered(split.answer(), split.words()));
    }

    private static void assertCovered(String answer, int words) {
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
