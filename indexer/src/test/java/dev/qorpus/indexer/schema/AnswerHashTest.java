package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Which answers are the same. */
class AnswerHashTest {

    private static OptionalLong hash(String question, String answer) {
        return AnswerHash.of(entry(question, new Answer(answer, answer)));
    }

    private static Entry entry(String question, Answer answer) {
        return new Entry(new EntryId("a.md#q"), EntryKind.QUESTION, null, question, answer, new Context("", List.of()),
                new TreeMap<>(), "en", "a.md", 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // Question, answer, other question, other answer, whether they are the same.
            "A? | Use a kettle and fresh water. | B? | use a KETTLE  and fresh water. | true",
            "A? | Use a kettle and fresh water. | A? | Use a kettle and stale water. | false",
            "A? | Use a kettle and fresh water. | A? | Use a kettle and fresh water | false",
            "A? | Yes. | B? | Yes. | false", "A? | Yes. | a? | yes. | true",
            "A? | ﬁlter papier für Café crème | B? | ﬁlter papier für Café crème | true",
            "A? | 把水烧开，然后放入茶叶，等三分钟。 | B? | 把水烧开，然后放入茶叶，等三分钟。 | true"})
    void caseAndWhitespaceDoNotCount(String question, String answer, String other, String otherAnswer, boolean same) {
        assertThat(hash(question, answer).equals(hash(other, otherAnswer))).isEqualTo(same);
    }

    @Test
    void aLinkIsPartOfTheAnswer() {
        String text = "The opening hours are listed here.";
        OptionalLong north = AnswerHash
                .of(entry("A?", new Answer("The opening hours are listed [here](north.html).", text)));
        OptionalLong south = AnswerHash
                .of(entry("A?", new Answer("The opening hours are listed [here](south.html).", text)));
        assertThat(north).isNotEqualTo(south);
    }

    @Test
    void aQuestionWithoutAnAnswerHasNoHash() {
        assertThat(AnswerHash.of(entry("A?", Answer.NONE))).isEmpty();
    }
}
