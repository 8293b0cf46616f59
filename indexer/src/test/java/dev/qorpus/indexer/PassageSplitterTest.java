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

    @Test
    void lettersOfLanguagesWithoutBlanksCountForAPartOfAWord() {
        String chinese = "蜂蜜由蜜蜂采集花蜜制成。蜂蜡用来筑巢！谁来守卫蜂巢？工蜂。";
        assertThat(texts(new PassageSplitter(7).split(chinese), chinese)).containsExactly("蜂蜜由蜜蜂采集花蜜制成。",
                "蜂蜡用来筑巢！", "谁来守卫蜂巢？工蜂。");
        String thai = "ผึ้งเก็บน้ำหวานจากดอกไม้ น้ำผึ้งเก็บไว้ในรัง";
        assertThat(texts(new PassageSplitter(6).split(thai), thai)).containsExactly("ผึ้งเก็บน้ำหวานจากดอกไม้",
                "น้ำผึ้งเก็บไว้ในรัง");
    }

    @Test
    void aLongSentenceWithoutBlanksIsCutBetweenClauses() {
        String chinese = "蜜蜂在春天采集花蜜，蜂蜡用来筑巢，工蜂守卫蜂巢";
        assertThat(texts(new PassageSplitter(8).split(chinese), chinese)).containsExactly("蜜蜂在春天采集花蜜，",
                "蜂蜡用来筑巢，工蜂守卫蜂巢");
        assertThat(texts(new PassageSplitter(6).split("蜜蜂采集花蜜制成蜂蜜"), "蜜蜂采集花蜜制成蜂蜜"))
                .containsExactly("蜜蜂采集花蜜制成蜂蜜");
        assertThat(texts(new PassageSplitter(3).split("蜜蜂采集花蜜制成蜂蜜"), "蜜蜂采集花蜜制成蜂蜜"))
                .containsExactly("蜜蜂采集花", "蜜制成蜂蜜");
    }

    @Test
    void sentencesEndWithTheMarksOfTheirScript() {
        for (String mark : new String[]{"。", "！", "？", ". ", "? ", "؟ ", "۔ ", "। ", "॥ ", "։ ", "። ", "។ "}) {
            String answer = "One two three" + mark + "Four five six seven";
            assertThat(texts(new PassageSplitter(4).split(answer), answer)).as(mark)
                    .containsExactly(("One two three" + mark).strip(), "Four five six seven");
        }
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
